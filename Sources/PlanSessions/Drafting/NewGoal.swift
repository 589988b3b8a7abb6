package import Drafting
package import PlanDocuments
package import PlanModel

/// What a person says about a goal, in their own words and not read yet.
package struct GoalDescription: Sendable {
  package var success: String?
  package var origin: [String] = []
  package var deadline: String?
  package var time: [String] = []
  package var constraints: [String] = []
  package var obstacles: [String] = []
  package var buffer: String?

  package init() {}

  /// What was said, put on top of what is known; a value that cannot be read is refused.
  package func anchor(over known: GoalAnchor, today: Day) throws(SessionError) -> GoalAnchor {
    var anchor = known
    anchor.success = success ?? anchor.success
    if !origin.isEmpty { anchor.origin = origin }
    if let deadline {
      do throws(BadValue) {
        anchor.deadline = try AnchorQuestion.end(deadline, today: today)
      } catch {
        throw .value(.unreadableEnd(deadline, problem: error))
      }
      anchor.deadlineWords = Day(written: deadline) == nil ? deadline : nil
    }
    if !time.isEmpty {
      anchor.time = []
      for words in time { anchor.time += try Self.hours(words, today) }
    }
    if !constraints.isEmpty { anchor.constraints = constraints }
    if !obstacles.isEmpty { anchor.obstacles = obstacles }
    if let buffer {
      do throws(BadValue) {
        anchor.buffer = try Wait.days(reading: Array(buffer.utf8)[...])
      } catch {
        throw .value(.unreadableBuffer(buffer, problem: error))
      }
    }
    return anchor
  }

  /// The entries of `time:` that a person's words mean.
  private static func hours(_ words: String, _ today: Day) throws(SessionError) -> [String] {
    do throws(BadValue) {
      let phrase = AnchorQuestion.hours(words, today: today)
      switch try Hours(reading: Array(phrase.utf8)[...]) {
      case .none: return ["none"]
      case .entries(let entries): return entries.map(\.written)
      }
    } catch {
      throw .value(.unreadableHours(words, problem: error))
    }
  }
}

/// Where a new goal is written.
package enum NewGoalFile {
  /// In the folder where most goals are, `goals` in a new vault; named after `id`, or the playbook, or the goal's first words.
  package static func path(for goal: String, id: String?, playbook: Playbook?, in plan: Plan)
    throws(SessionError) -> VaultPath
  {
    let folder = folder(in: plan)
    let taken = Set(plan.goals.map(\.id) + plan.documents.map(\.text.path.noteName))
    if let id {
      let slug = Identifier.slug(of: id)
      guard slug == id else { throw .unfitID(id, slug: slug) }
      guard !taken.contains(id) else { throw .takenID(id) }
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
