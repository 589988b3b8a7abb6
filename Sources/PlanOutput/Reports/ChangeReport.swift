package import JSONText
package import PlanDocuments
package import TextStyling

/// A change as a diff.
package struct ChangeReport: Sendable {
  private let title: String
  private let diffs: [(path: VaultPath, isNew: Bool, diff: UnifiedDiff)]

  package init(_ change: VaultChange) {
    title = change.title
    diffs = change.files.filter { !$0.isWithoutEffect }.map { file in
      (file.path, file.base == nil, UnifiedDiff(of: file))
    }
  }

  /// - Parameter files: texts before and after; a text that is not there counts as empty.
  package init(title: String, files: [(path: VaultPath, before: [UInt8]?, after: [UInt8]?)]) {
    self.title = title
    diffs = files.map { file in
      (file.path, file.before == nil, UnifiedDiff(path: file.path, before: file.before, after: file.after ?? []))
    }
  }

  /// Nothing would be different.
  package var isEmpty: Bool { diffs.isEmpty }

  package var text: StyledText {
    diffs.flatMap { $0.diff.lines }.map { line in
      StyledText(withTabs: line.text, ChangeReport.role(of: line.kind)) + "\n"
    }.joined(by: "")
  }

  private static func role(of kind: UnifiedDiff.Kind) -> StyledText.Role {
    switch kind {
    case .file: .strong
    case .hunk, .noNewline: .quiet
    case .context: .plain
    case .removed: .removed
    case .added: .added
    }
  }

  package static let version = 1

  /// - Parameter isWritten: it stands in the files now.
  package func json(isWritten: Bool) -> JSONValue {
    [
      "schema": "mm.change", "version": .integer(ChangeReport.version), "title": .string(title),
      "written": .bool(isWritten),
      "files": .array(
        diffs.map { file in
          [
            "path": .string(file.path.description), "created": .bool(file.isNew),
            "diff": .string(String(decoding: file.diff.bytes, as: UTF8.self)),
          ]
        }),
    ]
  }
}
