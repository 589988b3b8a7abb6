import Foundation
import Testing

/// The walls between the modules. SwiftPM lets a target import what it does not declare, so the imports are read here.
@Suite struct ImportTests {
  static let allowed: [String: Set<String>] = [
    "PlanDocuments": ["CMark", "CYAML", "CArena", "Dispatch"],
    "Planning": ["PlanDocuments", "Dispatch"],
    "PlanOutput": ["PlanDocuments", "Planning"],
    "EmbedFilesTool": ["Glibc", "Darwin", "Musl"],
    "BundledFiles": ["PlanDocuments"],
    "ChildPrograms": ["CSystemCalls", "Glibc", "Darwin", "Musl"],
    "Calendars": ["PlanDocuments", "Planning"],
    "VaultStorage": ["ChildPrograms", "PlanDocuments", "CSystemCalls", "Dispatch", "Glibc", "Darwin", "Musl"],
    "ModelBackends": ["ChildPrograms", "PlanDocuments", "Planning", "PlanOutput", "Glibc", "Darwin", "Musl"],
    "CommandLineTool": [
      "BundledFiles", "Calendars", "ChildPrograms", "ModelBackends", "PlanDocuments", "Planning", "PlanOutput",
      "VaultStorage",
      "ArgumentParser", "Dispatch", "Glibc", "Darwin", "Musl",
    ],
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
