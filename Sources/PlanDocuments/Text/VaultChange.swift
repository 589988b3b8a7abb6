/// One replacement in a file: the bytes of `span` become `new`.
///
/// An empty span inserts.
package struct TextEdit: Hashable, Sendable {
  package var span: ByteSpan
  package var new: [UInt8]

  package init(span: ByteSpan, new: [UInt8]) {
    self.span = span
    self.new = new
  }

  package init(span: ByteSpan, new: String) {
    self.init(span: span, new: Array(new.utf8))
  }
}

/// What to do to one file: edits to the exact bytes it was made from, or a new file.
package struct FileChange: Hashable, Sendable {
  package let path: VaultPath
  /// The bytes that the edits were made from; nil creates the file.
  package let base: [UInt8]?
  /// Sorted by span, not overlapping.
  package let edits: [TextEdit]

  /// An edit of a file that was read.
  ///
  /// Edits may come in any order; edits that overlap are a bug of ours.
  package init(of text: SourceText, edits: [TextEdit]) {
    self.init(path: text.path, base: text.bytes, edits: edits)
  }

  /// A new file.
  package init(creating path: VaultPath, bytes: [UInt8]) {
    self.init(path: path, base: nil, edits: [TextEdit(span: ByteSpan(0, 0), new: bytes)])
  }

  private init(path: VaultPath, base: [UInt8]?, edits: [TextEdit]) {
    self.path = path
    self.base = base
    self.edits = edits.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    for (one, next) in zip(self.edits, self.edits.dropFirst()) {
      precondition(one.span.end <= next.span.start, "two edits of one file overlap")
    }
  }

  /// The whole file after the change.
  package var result: [UInt8] {
    let base = base ?? []
    var result: [UInt8] = []
    result.reserveCapacity(base.count + edits.reduce(0) { $0 + $1.new.count })
    var done = 0
    for edit in edits {
      result += base[done..<Int(edit.span.start)]
      result += edit.new
      done = Int(edit.span.end)
    }
    return result + base[done...]
  }

  /// Nothing would be different afterwards.
  package var isWithoutEffect: Bool { base.map { $0 == result } ?? false }
}

/// A set of changes to files that is applied as one step and undone as one step.
package struct VaultChange: Hashable, Sendable {
  /// What it does, for the undo list: "Complete book/part-1".
  package var title: String
  package var files: [FileChange]

  package init(title: String, files: [FileChange]) {
    self.title = title
    self.files = files
  }
}
