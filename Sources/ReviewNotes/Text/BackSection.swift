import PlanDocuments
import TextStyling

/// Looking back from the ends: what must be true a week, a month, three months before.
enum BackSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let distances = EndBackwards.Step.Distance.allCases.filter { distance in
      facts.endsBackwards.contains { end in end.steps.contains { $0.distance == distance } }
    }
    guard !distances.isEmpty else { return [] }
    var table = NoteTable([("from the end of", .left)] + distances.map { ($0.words, .left) })
    table.rows = facts.endsBackwards.map { end in
      ["\(words.link(end.goal)), \(words.day(end.end))"]
        + distances.map { distance in
          end.steps.first { $0.distance == distance }.map { cell($0, words) } ?? ""
        }
    }
    return ["## Looking back from the ends", ""] + table.lines
  }

  private static func cell(_ step: EndBackwards.Step, _ words: NoteWords) -> String {
    var parts = step.complete.map {
      "\(MarkdownText.escaped(ShortTitle.text($0.title, limit: 40))) (\(words.day($0.must)))"
    }
    if let underWay = step.underWay {
      parts.append("\(MarkdownText.escaped(ShortTitle.text(underWay, limit: 40))) under way")
    }
    return parts.joined(separator: "; ")
  }
}

extension EndBackwards.Step.Distance {
  fileprivate var words: String {
    switch self {
    case .oneWeek: "one week before"
    case .oneMonth: "one month before"
    case .threeMonths: "three months before"
    }
  }
}
