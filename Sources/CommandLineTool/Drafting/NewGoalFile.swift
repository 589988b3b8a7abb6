import Drafting
import PlanDocuments
import PlanModel
import PlanOutput
import TextStyling

/// Where a new goal is written.
enum NewGoalFile {
  /// In the folder where most goals lie, `goals` in a new vault; named after `id`, or the playbook, or the goal's first words.
  static func path(for goal: String, id: String?, playbook: Playbook?, in plan: Plan) throws(Failure) -> VaultPath {
    let folder = folder(in: plan)
    let taken = Set(plan.goals.map(\.id) + plan.documents.map(\.text.path.noteName))
    if let id {
      let slug = Identifier.slug(of: id)
      guard slug == id else {
        throw Failure(.wrongUse, "“\(id)” is no id. Write it like \(slug.isEmpty ? "book" : slug).")
      }
      guard !taken.contains(id) else {
        throw Failure(.wrongUse, "There is a goal “\(id)” already. mm draft \(id) drafts on it.")
      }
      return folder.appending(id + ".md")
    }
    var base = short(goal)
    if let playbook, !playbook.isGeneral { base = playbook.name }
    if base.isEmpty { base = "goal" }
    var number = 1
    while taken.contains(Identifier.numbered(base, number)) { number += 1 }
    return folder.appending(Identifier.numbered(base, number) + ".md")
  }

  private static func folder(in plan: Plan) -> VaultPath {
    var counts: [VaultPath: Int] = [:]
    for goal in plan.goals {
      let path = plan.documents[goal.document].text.path
      // A goal that has a folder to itself says nothing about where the next one goes.
      guard !["goal", "index", "README"].contains(path.noteName) else { continue }
      counts[path.folder, default: 0] += 1
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most?.key ?? VaultPath("goals")
  }

  /// The first words of a goal that fit into thirty letters.
  private static func short(_ goal: String) -> String {
    var slug = ""
    for word in goal.split(separator: " ") {
      let part = Identifier.slug(of: String(word)).filter { $0.isASCII }
      if part.isEmpty { continue }
      if slug.count + part.count > 30 { break }
      slug += (slug.isEmpty ? "" : "-") + part
    }
    return Identifier.slug(of: slug)
  }
}
