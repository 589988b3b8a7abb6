package import PlanDocuments
package import PlanModel

/// A vault in memory, from its files' texts, through the reader that the program uses.
package func snapshot(_ files: KeyValuePairs<String, String>) -> VaultSnapshot {
  snapshot(of: files.map { ($0.key, $0.value) })
}

package func snapshot(of files: [(path: String, text: String)]) -> VaultSnapshot {
  var reader = DocumentReader()
  var settings = PlanDocument(reading: SourceText(path: VaultPath("mm.md"), bytes: []))
  var documents: [PlanDocument] = []
  for (path, text) in files {
    let document = reader.document(from: SourceText(path: VaultPath(path), bytes: Array(text.utf8)))
    switch document.kind {
    case .settings: settings = document
    case .other where document.findings.isEmpty: continue
    default: documents.append(document)
    }
  }
  documents.sort { $0.text.path < $1.text.path }
  return VaultSnapshot(settings: settings, documents: documents)
}

package let august2 = Day(number: 20_667)

package func plan(_ files: KeyValuePairs<String, String>, today: Day = august2) -> Plan {
  Plan(reading: snapshot(files), today: today)
}

/// A plan as lines of text: what tests compare.
package func dump(_ plan: Plan) -> String {
  var lines: [String] = []
  for goal in plan.goals {
    lines.append("\(goal.id): \(goal.title)" + (goal.status == .active ? "" : " (\(goal.status))"))
    for index in goal.milestones {
      let milestone = plan.milestones[index]
      var line = "  \(milestone.state) \(milestone.id)"
      if let due = milestone.due { line += " due \(due)" }
      if let effort = milestone.effort { line += " \(effort.written)" }
      if let wait = milestone.wait { line += " wait \(wait.written)" }
      if let progress = milestone.progress { line += " at \(progress.written)" }
      if milestone.isFixed { line += " fixed" }
      if milestone.isOptional { line += " optional" }
      if let done = milestone.done { line += " done \(done)" }
      if !milestone.tasks.isEmpty {
        line +=
          " ["
          + plan.tasks[milestone.tasks].map { task in
            let mark = task.state == .done ? "x" : task.state == .cancelled ? "-" : "o"
            return (task.isLeaf ? mark : "(\(mark))") + (task.minutes.map { "\($0)" } ?? "")
          }.joined(separator: " ") + "]"
      }
      if !milestone.predecessors.isEmpty {
        line += " after " + milestone.predecessors.map(plan.name).joined(separator: ", ")
      }
      if let chain = milestone.blockedBy { line += " blocked by " + chain.map(plan.name).joined(separator: " < ") }
      lines.append(line)
    }
  }
  for loop in plan.loops { lines.append("loop " + loop.map(plan.name).joined(separator: " < ")) }
  for stray in plan.strays {
    lines.append("stray \(plan.documents[stray.document].text.path) \(stray.reason)")
  }
  for finding in plan.findings {
    let document = ([plan.settings.document] + plan.documents).first { $0.text.path == finding.place.path }
    let place = document?.text.position(of: Int(finding.place.span.start))
    lines.append("\(finding.place.path):\(place?.line ?? 0):\(place?.column ?? 0) \(finding.check): \(finding.message)")
  }
  return lines.joined(separator: "\n")
}

/// `2026-08-03` is a Monday.
package func day(_ text: String) -> Day {
  let numbers = text.split(separator: "-").compactMap { Int($0) }
  return Day(year: numbers[0], month: numbers[1], day: numbers[2]) ?? Day(number: 0)
}

/// The writes of a choice as a change to the files.
package func change(writing writes: [PlannedWrite], in plan: Plan) throws -> VaultChange {
  var makeWrites = MakeWrites(in: plan)
  try makeWrites.add(writes)
  return try makeWrites.change(titled: "")
}
