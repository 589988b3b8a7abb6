extension PlanDocument {
  /// The document that the reader makes of other bytes, where they differ from this one's in the marks of boxes alone;
  /// nil where in anything else.
  ///
  /// Most versions of a note in a history are so, and need not be read from the beginning.
  package func withOtherMarks(_ bytes: [UInt8]) -> PlanDocument? {
    guard let marks = otherMarks(in: bytes) else { return nil }
    var document = self
    document.text = SourceText(text, replacedBy: bytes)
    for (item, state) in marks { document.items[item].state = state }
    return document
  }

  /// The items whose marks are others in these bytes, and what they say there; nil where anything else is another.
  package func otherMarks(in bytes: [UInt8]) -> [(item: Int, state: BoxState)]? {
    // A finding may hold a change of the old text.
    guard bytes.count == text.bytes.count, findings.isEmpty, conflict == nil, kind == .goal || kind == .milestone else {
      return nil
    }
    var marks: [(item: Int, state: BoxState)] = []
    var next = 0
    for place in bytes.indices where bytes[place] != text.bytes[place] {
      while next < items.count, Int(items[next].mark) < place { next += 1 }
      guard next < items.count, Int(items[next].mark) == place, items[next].markLength == 1,
        Self.isMark(bytes[place]), Self.isMark(text.bytes[place])
      else { return nil }
      marks.append((next, Checkbox.state(ofMark: bytes[place], length: 1)))
    }
    return marks
  }

  /// The marks that mean the same to everything else on the line.
  private static func isMark(_ byte: UInt8) -> Bool { " xX-".utf8.contains(byte) }
}
