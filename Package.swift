// swift-tools-version: 6.2
import PackageDescription

// Debian keeps the headers and libraries in /usr, so no pkg-config is needed there; Homebrew needs its -I and -L.
#if os(Linux)
  func packageConfig(_ name: String) -> String? { nil }
#else
  func packageConfig(_ name: String) -> String? { name }
#endif

// The pure modules: values in, values out.
let core: [Target.Dependency] = [
  "Checks", "Drafting", "Forecasting", "JSONText", "PlanDocuments", "PlanModel", "PlanOutput", "Recalibration",
  "ReviewNotes", "Scheduling", "TextStyling",
]

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

    // Documents -> the plan: goals, milestones, free hours, work that is left, changes.
    .target(name: "PlanModel", dependencies: ["PlanDocuments"]),

    // The plan on the free hours: schedule, latest days, conflicts, work blocks.
    .target(name: "Scheduling", dependencies: ["PlanDocuments", "PlanModel"]),

    // The past from git and notes, and from it chances.
    .target(name: "Forecasting", dependencies: ["PlanDocuments", "PlanModel", "Scheduling"]),

    // Choices when dates no longer hold.
    .target(name: "Recalibration", dependencies: ["Forecasting", "PlanDocuments", "PlanModel", "Scheduling"]),

    // What does not add up: one file a check.
    .target(name: "Checks", dependencies: ["PlanDocuments", "PlanModel", "Scheduling"]),

    // From a wish to milestones.
    .target(
      name: "Drafting",
      dependencies: ["Checks", "Forecasting", "PlanDocuments", "PlanModel", "Recalibration", "Scheduling"]),

    // Words, tables and colours for people; JSON for programs.
    .target(name: "TextStyling", dependencies: ["PlanDocuments"]),
    .target(name: "JSONText", dependencies: ["PlanDocuments"]),

    // The weekly note: read, written, its ticks applied.
    .target(
      name: "ReviewNotes",
      dependencies: [
        "Drafting", "Forecasting", "PlanDocuments", "PlanModel", "Recalibration", "Scheduling", "TextStyling",
      ]),

    // Reports and exports.
    .target(
      name: "PlanOutput",
      dependencies: [
        "Checks", "Drafting", "Forecasting", "JSONText", "PlanDocuments", "PlanModel", "Recalibration", "ReviewNotes",
        "Scheduling", "TextStyling",
      ]),

    // The sample vault and the playbooks, inside the program.
    .executableTarget(name: "EmbedFilesTool"),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["EmbedFilesTool"]),
    .target(name: "BundledFiles", dependencies: ["PlanDocuments"], plugins: ["EmbedFiles"]),

    // Programs of the machine, run without a shell and with limits; the web through curl.
    .target(name: "ChildPrograms", dependencies: ["CSystemCalls"]),

    // The disk and git: find, read, lock, write, undo, history.
    .target(name: "VaultStorage", dependencies: ["ChildPrograms", "PlanDocuments", "CSystemCalls"]),

    // Calendars -> the times that appointments take; the plan -> events.
    .target(name: "Calendars", dependencies: ["PlanDocuments", "PlanModel", "Scheduling"]),

    // Language models: what they are told and asked, what they answer, the programs and servers that run them.
    .target(name: "ModelBackends", dependencies: core + ["ChildPrograms"]),

    // The use cases, without a terminal: what every front calls.
    .target(
      name: "PlanSessions",
      dependencies: core + ["BundledFiles", "Calendars", "ChildPrograms", "ModelBackends", "VaultStorage"]),

    // The terminal.
    .target(
      name: "CommandLineTool",
      dependencies: core + [
        "BundledFiles", "ChildPrograms", "ModelBackends", "PlanSessions", "VaultStorage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "mm", dependencies: ["CommandLineTool"]),

    // Speed, schedule quality, forecast quality.
    .target(
      name: "CPlainLoop", dependencies: ["CMark", "CYAML"], path: "Benchmarks/CPlainLoop",
      linkerSettings: [.linkedLibrary("cmark"), .linkedLibrary("yaml")]),
    .executableTarget(
      name: "mm-bench",
      dependencies: core + [
        "CPlainLoop", "Calendars", "ChildPrograms", "TestSupport", "VaultStorage",
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/mm-bench"),

    .target(
      name: "TestSupport", dependencies: ["Forecasting", "PlanDocuments", "PlanModel", "Scheduling"],
      path: "Tests/TestSupport"),
    .testTarget(name: "PlanDocumentsTests", dependencies: ["CMark", "PlanDocuments", "TestSupport"]),
    .testTarget(name: "PlanModelTests", dependencies: ["PlanDocuments", "PlanModel", "Scheduling", "TestSupport"]),
    .testTarget(name: "SchedulingTests", dependencies: ["PlanDocuments", "PlanModel", "Scheduling", "TestSupport"]),
    .testTarget(
      name: "ForecastingTests",
      dependencies: ["Forecasting", "PlanDocuments", "PlanModel", "Scheduling", "TestSupport"]),
    .testTarget(
      name: "RecalibrationTests",
      dependencies: [
        "Checks", "Forecasting", "PlanDocuments", "PlanModel", "Recalibration", "Scheduling", "TestSupport",
      ]),
    .testTarget(
      name: "ChecksTests", dependencies: ["Checks", "PlanDocuments", "PlanModel", "Scheduling", "TestSupport"]),
    .testTarget(
      name: "DraftingTests",
      dependencies: [
        "BundledFiles", "Checks", "Drafting", "Forecasting", "PlanDocuments", "PlanModel", "Recalibration",
        "Scheduling", "TestSupport",
      ],
      exclude: [
        "ends-in-words.txt", "hours-in-words.txt", "ordinary-and-odd-goals.txt", "sloppy-goals.txt",
        "starting-points.txt",
      ]),
    .testTarget(name: "TextStylingTests", dependencies: ["PlanDocuments", "TextStyling"]),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText", "PlanDocuments", "TestSupport"]),
    .testTarget(
      name: "ReviewNotesTests",
      dependencies: [
        "Drafting", "Forecasting", "PlanDocuments", "PlanModel", "Recalibration", "ReviewNotes", "Scheduling",
        "TestSupport", "TextStyling",
      ], exclude: ["Notes/Golden"]),
    .testTarget(
      name: "PlanOutputTests",
      dependencies: [
        "Checks", "Forecasting", "JSONText", "PlanDocuments", "PlanModel", "PlanOutput", "Scheduling", "TestSupport",
        "TextStyling",
      ], exclude: ["Claims/claims.md"]),
    .executableTarget(name: "write-probe", dependencies: ["PlanDocuments", "VaultStorage"], path: "Tests/WriteProbe"),
    .testTarget(
      name: "VaultStorageTests",
      dependencies: core + ["ChildPrograms", "VaultStorage", "TestSupport", "write-probe"]),
    .testTarget(name: "ChildProgramsTests", dependencies: ["ChildPrograms"]),
    .testTarget(
      name: "CalendarsTests", dependencies: core + ["Calendars", "TestSupport"], exclude: ["Oracle"]),
    .testTarget(
      name: "ModelBackendsTests",
      dependencies: core + ["ChildPrograms", "ModelBackends", "TestSupport"],
      exclude: ["Server", "answers"]),
    .testTarget(
      name: "BundledFilesTests", dependencies: core + ["BundledFiles", "Calendars", "EmbedFilesTool"]),
    .testTarget(name: "PlanSessionsTests", dependencies: core + ["PlanSessions", "TestSupport", "VaultStorage"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: core + ["mm", "ChildPrograms", "CommandLineTool"],
      exclude: [
        "Transcripts", "Terminal", "Calendars/clients.py", "Calendars/feeds.py", "Calendars/protected_hours.py",
      ]),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)

// Modules that put words and files together. Little of a run is spent in them, and optimising them is a third of a build.
let unoptimised: Set = [
  "Calendars", "CommandLineTool", "Drafting", "ModelBackends", "PlanSessions", "TextStyling",
]

// Modules that plan, simulate and search. The tests run them so often that a debug build optimises them too.
let optimisedForTests: Set = ["Forecasting", "PlanDocuments", "PlanModel", "Recalibration", "Scheduling"]

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  if unoptimised.contains(target.name) {
    target.swiftSettings?.append(.unsafeFlags(["-Onone"], .when(configuration: .release)))
  }
  if optimisedForTests.contains(target.name) {
    target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
  }
}
