import Foundation
import Testing

/// The walls between the modules.
///
/// SwiftPM lets a target import what it does not declare, so the imports are read here.
@Suite struct ImportTests {
  static let core: Set<String> = [
    "Checks", "Drafting", "Forecasting", "JSONText", "PlanDocuments", "PlanModel", "PlanOutput", "Recalibration",
    "ReviewNotes", "Scheduling", "TextStyling",
  ]

  static let allowed: [String: Set<String>] = [
    "PlanDocuments": ["CMark", "CYAML", "CArena", "Dispatch"],
    "PlanModel": ["PlanDocuments"],
    "Scheduling": ["PlanDocuments", "PlanModel"],
    "Forecasting": ["PlanDocuments", "PlanModel", "Scheduling", "Dispatch"],
    "Recalibration": ["Forecasting", "PlanDocuments", "PlanModel", "Scheduling"],
    "Checks": ["PlanDocuments", "PlanModel", "Scheduling", "Dispatch"],
    "Drafting": ["Checks", "Forecasting", "PlanDocuments", "PlanModel", "Recalibration", "Scheduling"],
    "TextStyling": ["PlanDocuments"],
    "JSONText": ["PlanDocuments"],
    "ReviewNotes": [
      "Drafting", "Forecasting", "PlanDocuments", "PlanModel", "Recalibration", "Scheduling", "TextStyling",
    ],
    "PlanOutput": [
      "Checks", "Drafting", "Forecasting", "JSONText", "PlanDocuments", "PlanModel", "Recalibration", "ReviewNotes",
      "Scheduling", "TextStyling",
    ],
    "EmbedFilesTool": ["Glibc", "Darwin", "Musl"],
    "BundledFiles": ["PlanDocuments"],
    "ChildPrograms": ["CSystemCalls", "Glibc", "Darwin", "Musl"],
    "Calendars": ["PlanDocuments", "PlanModel", "Scheduling"],
    "VaultStorage": ["ChildPrograms", "PlanDocuments", "CSystemCalls", "Dispatch", "Glibc", "Darwin", "Musl"],
    "ModelBackends": core.union(["ChildPrograms", "Glibc", "Darwin", "Musl"]),
    "PlanSessions": core.union([
      "BundledFiles", "Calendars", "ChildPrograms", "ModelBackends", "VaultStorage", "Glibc", "Darwin", "Musl",
    ]),
    "CommandLineTool": core.union([
      "BundledFiles", "ChildPrograms", "ModelBackends", "PlanSessions", "VaultStorage", "ArgumentParser", "Dispatch",
      "Glibc", "Darwin", "Musl",
    ]),
    "mm": ["CommandLineTool"],
  ]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: allowed.keys.sorted())
  func aModuleImportsOnlyWhatLiesBelowIt(module: String) throws {
    for file in try Self.sources(of: module) {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), keyword <= 2, words.count > keyword + 1 else { continue }
        guard
          words[..<keyword].allSatisfy({ ["package", "public", "internal", "private", "@preconcurrency"].contains($0) })
        else { continue }
        let imported = String(words[keyword + 1].prefix { $0 != "." })
        #expect(
          Self.allowed[module, default: []].contains(imported),
          "\(file.lastPathComponent) of \(module) imports \(imported)")
      }
    }
  }

  /// A language server has no terminal, and an agent server talks over standard output: what a use case needs of the
  /// process is an argument, and what it says is a value.
  @Test func useCasesKnowNoProcess() throws {
    let words = try Regex(#"\b(getenv|CommandLine|environ|isatty|stdin|stdout|stderr|exit|print|readLine)\b"#)
    let files = try Self.sources(of: "PlanSessions")
    #expect(!files.isEmpty)
    for file in files {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let code = line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex)
        #expect(code.firstMatch(of: words) == nil, "\(file.lastPathComponent): \(line)")
      }
    }
  }

  private static func sources(of module: String) throws -> [URL] {
    let folder = root.appending(path: "Sources/\(module)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try #require(files).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }
}
