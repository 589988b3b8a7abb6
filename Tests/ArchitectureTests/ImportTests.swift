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
    "CommandLineTool": core.union([
      "BundledFiles", "Calendars", "ChildPrograms", "ModelBackends", "VaultStorage", "ArgumentParser", "Dispatch",
      "Glibc", "Darwin", "Musl",
    ]),
    "mm": ["CommandLineTool"],
  ]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: allowed.keys.sorted())
  func aModuleImportsOnlyWhatLiesBelowIt(module: String) throws {
    let folder = Self.root.appending(path: "Sources/\(module)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
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
}
