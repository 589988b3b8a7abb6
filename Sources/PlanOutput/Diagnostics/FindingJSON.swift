package import JSONText
package import PlanDocuments

/// Findings for programs.
///
/// Lines and columns count from 1, columns in Unicode scalars; an end is the first place behind.
package enum FindingJSON {
  package static let version = 1

  /// - Parameter skipped: files that were not read, and why.
  package static func report(
    _ findings: [Finding], sources: [VaultPath: SourceText], skipped: [(path: VaultPath, reason: String)] = []
  ) -> JSONValue {
    var positions = sources.mapValues { PositionCursor($0) }
    return [
      "schema": "mm.findings", "version": .integer(version),
      "findings": .array(findings.map { finding in json(finding, sources, &positions) }),
      "skipped": .array(skipped.map { ["path": .string($0.path.description), "reason": .string($0.reason)] }),
    ]
  }

  private static func json(
    _ finding: Finding, _ sources: [VaultPath: SourceText], _ positions: inout [VaultPath: PositionCursor]
  ) -> JSONValue {
    let path = finding.place.path
    let place = members(
      of: finding.place, positions[path]?.position(of: Int(finding.place.span.start)),
      positions[path]?.position(of: Int(finding.place.span.end)))
    let head: [JSONValue.Member] = [
      .init("check", .string(finding.check)), .init("severity", .string(finding.severity.word)),
    ]
    let related: [JSONValue] = finding.related.map { note, place in
      let (start, end) = (Int(place.span.start), Int(place.span.end))
      return .object(
        members(of: place, sources[place.path]?.position(of: start), sources[place.path]?.position(of: end)) + [
          .init("note", .string(note))
        ])
    }
    return .object(
      head + place + [
        .init("message", .string(finding.message)), .init("related", .array(related)),
        .init("fix", finding.fix.map(edits) ?? .null),
      ])
  }

  private static func members(
    of place: Place, _ start: (line: Int, column: Int)?, _ end: (line: Int, column: Int)?
  ) -> [JSONValue.Member] {
    [
      .init("path", .string(place.path.description)), .init("line", JSONValue(start?.line)),
      .init("column", JSONValue(start?.column)), .init("end_line", JSONValue(end?.line)),
      .init("end_column", JSONValue(end?.column)),
    ]
  }

  /// Replacements of byte ranges, in the order of the file.
  private static func edits(_ change: FileChange) -> JSONValue {
    let edits: [JSONValue] = change.edits.map { edit in
      [
        "start_byte": .integer(Int(edit.span.start)), "end_byte": .integer(Int(edit.span.end)),
        "new": .string(String(decoding: edit.new, as: UTF8.self)),
      ]
    }
    return ["path": .string(change.path.description), "edits": .array(edits)]
  }
}
