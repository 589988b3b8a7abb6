import BundledFiles
import Foundation
import Testing

@testable import EmbedFilesTool

@Suite struct BundledFilesTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func files(in folder: String) throws -> [String: String] {
    let root = Self.root.appending(path: folder)
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let file = root.appending(path: path)
      guard !file.hasDirectoryPath, !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      if let bytes = try? Data(contentsOf: file) { files[path] = String(decoding: bytes, as: UTF8.self) }
    }
    return files
  }

  /// Where it fails although the folders are right, `Package.swift` must be touched: a new file is seen only then.
  @Test func theProgramHoldsTheFilesOfTheFolders() throws {
    for (folder, bundled) in [
      ("sample-vault", BundledFile.sampleVault),
      ("templates", BundledFile.templates + BundledFile.words + BundledFile.facts),
    ] {
      let held = Dictionary(bundled.map { ($0.path, $0.text) }) { one, _ in one }
      #expect(try held == Self.files(in: folder), "touch Package.swift and build again")
    }
    for bundled in [BundledFile.sampleVault, BundledFile.templates, BundledFile.words, BundledFile.facts] {
      #expect(bundled.map(\.path) == bundled.map(\.path).sorted())
    }
  }

  @Test(arguments: [
    "", "a", "a\n", "\n\n", "\"\"\"", "\"\"\"#", "\\(x) \\#(y) \\##(z)", "##\"\"\"##", "ä 📅\n\ttab",
  ])
  func aLiteralHasAsManyHashesAsItsTextNeeds(text: String) throws {
    let literal = try literal(of: Array(text.utf8)).get()
    let hashes = literal.prefix { $0 == "#" }
    #expect(literal == hashes + "\"\"\"\n" + text + "\n\"\"\"" + hashes)
    #expect(!text.contains("\"\"\"" + hashes) && !text.contains("\\" + hashes))
  }

  @Test(arguments: [[0x61, 0x00], [0x61, 0x0D, 0x0A], [0xFF]] as [[UInt8]])
  func whatALiteralCannotHoldIsRefused(bytes: [UInt8]) {
    #expect(throws: Refusal.self) { try literal(of: bytes).get() }
  }
}
