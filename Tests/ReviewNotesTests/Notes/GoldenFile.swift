import Foundation
import Testing

/// A file that output is held against; `MM_RECORD=1` writes down what came out.
enum GoldenFile {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static func expect(_ text: String, in name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let url = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["MM_RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    let recorded = try String(contentsOf: url, encoding: .utf8)
    #expect(text == recorded, "\(name) reads differently now", sourceLocation: sourceLocation)
  }
}
