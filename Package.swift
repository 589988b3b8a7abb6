// swift-tools-version: 6.2
import PackageDescription

// Debian keeps the headers and libraries in /usr, so no pkg-config is needed there; Homebrew needs its -I and -L.
#if os(Linux)
  func packageConfig(_ name: String) -> String? { nil }
#else
  func packageConfig(_ name: String) -> String? { name }
#endif

let package = Package(
  name: "milestone-map",
  platforms: [.macOS(.v13)],
  products: [
    .executable(name: "mm", targets: ["mm"]),
    .executable(name: "mm-bench", targets: ["mm-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // The system's libraries.
    .systemLibrary(
      name: "CMark", pkgConfig: packageConfig("libcmark"), providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: packageConfig("yaml-0.1"), providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    // A few dozen lines of C each: memory for cmark's nodes; system calls that Swift's Glibc does not have.
    .target(name: "CArena"),
    .target(name: "CSystemCalls"),

    // One file's bytes -> one parsed document, nothing lost.
    .target(name: "PlanDocuments", dependencies: ["CMark", "CYAML", "CArena"]),

    // Documents -> the plan, and what follows from it.
    .target(name: "Planning", dependencies: ["PlanDocuments"]),

    // The plan -> text for people and machines.
    .target(name: "PlanOutput", dependencies: ["PlanDocuments", "Planning"]),

    // The sample vault and the playbooks, inside the program.
    .executableTarget(name: "EmbedFilesTool"),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["EmbedFilesTool"]),
    .target(name: "BundledFiles", dependencies: ["PlanDocuments"], plugins: ["EmbedFiles"]),

    // Programs of the machine, run without a shell and with limits; the web through curl.
    .target(name: "ChildPrograms", dependencies: ["CSystemCalls"]),

    // The disk and git: find, read, lock, write, undo, history.
    .target(name: "VaultStorage", dependencies: ["ChildPrograms", "PlanDocuments", "CSystemCalls"]),

    // Calendars -> the times that appointments take; the plan -> events.
    .target(name: "Calendars", dependencies: ["PlanDocuments", "Planning"]),

    // Language models: what they are told and asked, what they answer, the programs and servers that run them.
    .target(name: "ModelBackends", dependencies: ["ChildPrograms", "PlanDocuments", "Planning", "PlanOutput"]),

    // The terminal.
    .target(
      name: "CommandLineTool",
      dependencies: [
        "BundledFiles", "Calendars", "ChildPrograms", "ModelBackends", "PlanDocuments", "Planning", "PlanOutput",
        "VaultStorage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "mm", dependencies: ["CommandLineTool"]),

    // Speed, schedule quality, forecast quality.
    .target(
      name: "CPlainLoop", dependencies: ["CMark", "CYAML"], path: "Benchmarks/CPlainLoop",
      linkerSettings: [.linkedLibrary("cmark"), .linkedLibrary("yaml")]),
    .executableTarget(
      name: "mm-bench",
      dependencies: [
        "CPlainLoop", "Calendars", "ChildPrograms", "PlanDocuments", "Planning", "TestSupport", "VaultStorage",
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/mm-bench"),

    .target(name: "TestSupport", dependencies: ["PlanDocuments", "Planning"], path: "Tests/TestSupport"),
    .testTarget(name: "PlanDocumentsTests", dependencies: ["PlanDocuments", "TestSupport"]),
    .testTarget(name: "PlanningTests", dependencies: ["PlanDocuments", "Planning", "TestSupport"]),
    .testTarget(
      name: "PlanOutputTests", dependencies: ["PlanDocuments", "Planning", "PlanOutput", "TestSupport"],
      exclude: ["Golden"]),
    .executableTarget(name: "write-probe", dependencies: ["PlanDocuments", "VaultStorage"], path: "Tests/WriteProbe"),
    .testTarget(
      name: "VaultStorageTests",
      dependencies: ["ChildPrograms", "PlanDocuments", "Planning", "VaultStorage", "TestSupport", "write-probe"]),
    .testTarget(name: "ChildProgramsTests", dependencies: ["ChildPrograms"]),
    .testTarget(name: "CalendarsTests", dependencies: ["Calendars", "PlanDocuments", "Planning", "TestSupport"]),
    .testTarget(
      name: "ModelBackendsTests",
      dependencies: ["ChildPrograms", "ModelBackends", "PlanDocuments", "Planning", "PlanOutput", "TestSupport"],
      exclude: ["Server"]),
    .testTarget(
      name: "BundledFilesTests", dependencies: ["BundledFiles", "Calendars", "EmbedFilesTool", "PlanDocuments", "Planning"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["mm", "ChildPrograms", "CommandLineTool", "PlanDocuments", "Planning", "PlanOutput"],
      exclude: ["Transcripts", "Terminal", "Calendars/clients.py", "Calendars/feeds.py", "Calendars/protected_hours.py"]),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
