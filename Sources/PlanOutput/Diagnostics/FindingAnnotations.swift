package import PlanDocuments
import TextStyling

/// Findings as annotations of GitHub Actions: `::error file=…,line=…,col=…,title=…::message`.
package enum FindingAnnotations {
  package static func report(_ findings: [Finding], sources: [VaultPath: SourceText]) -> String {
    var positions = sources.mapValues { PositionCursor($0) }
    return findings.map { line($0, &positions) + "\n" }.joined()
  }

  private static func line(_ finding: Finding, _ positions: inout [VaultPath: PositionCursor]) -> String {
    let level =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .hint: "notice"
      }
    var properties = ["file=" + escaped(finding.place.path.description, inProperty: true)]
    let path = finding.place.path
    if let start = positions[path]?.position(of: Int(finding.place.span.start)),
      let end = positions[path]?.position(of: Int(finding.place.span.end))
    {
      properties += ["line=\(start.line)", "col=\(start.column)"]
      // A span over several lines may have no columns there.
      if end.line == start.line, end.column > start.column { properties += ["endColumn=\(end.column)"] }
    }
    properties.append("title=" + escaped(finding.check, inProperty: true))
    return "::\(level) " + properties.joined(separator: ",") + "::" + escaped(finding.message, inProperty: false)
  }

  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var escaped = ""
    for scalar in StyledText.visible(text).unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case ":" where inProperty: escaped += "%3A"
      case "," where inProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
