package import Forecasting
import PlanDocuments
import PlanModel
package import Recalibration

extension PlanHistory {
  private static let mostNamed = 4

  /// One small proposal: the completion dates that git knows, for all milestones whose boxes were ticked by hand; nil
  /// where none lacks its date, or git saw none of the ticks.
  package var completionDates: Choice? {
    var writes: [PlannedWrite] = []
    var named: [Sentence] = []
    for (index, milestone) in plan.milestones.enumerated()
    where milestone.done == nil && plan.goals[milestone.goal].status == .active && plan.isTicked(milestone: index) {
      guard let seen = done(milestone: index), seen.isExact else { continue }
      writes.append(
        PlannedWrite(
          subject: .milestone(plan.name(of: index)), key: "done", action: .set(old: nil, new: seen.day.description)))
      named.append("\(title: milestone.title) \(seen.day)")
    }
    if writes.isEmpty { return nil }
    var list = named[0]
    for name in named.dropFirst().prefix(Self.mostNamed - 1) { list = list + ", " + name }
    let more = named.count - Self.mostNamed
    if more > 0 { list = list + " and \(more) more" }
    let what: Sentence = writes.count == 1 ? "the completion date" : "the completion dates"
    return Choice(
      number: 0, slug: "dates", sentence: "Write \(what) that git knows: \(list).", writes: writes)
  }
}

extension Plan {
  /// Its own box carries the tick: it is not complete by its amount, nor by a date.
  fileprivate func isTicked(milestone index: Int) -> Bool {
    let milestone = milestones[index]
    switch milestone.origin {
    case .item(let item): return documents[milestone.document].items[item].state == .done
    case .file(let link?): return documents[goals[milestone.goal].document].items[link].state == .done
    case .file(nil): return false
    }
  }
}
