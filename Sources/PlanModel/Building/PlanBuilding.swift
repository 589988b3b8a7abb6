package import PlanDocuments

extension Plan {
  /// The plan that a vault's files make.
  ///
  /// Never fails: what cannot be read or found is left out and stands in `findings`, `strays`, `loops` or as an unknown
  /// reference. Linear in the size of the vault.
  package init(reading snapshot: VaultSnapshot, today: Day) {
    var settings = FieldReader(snapshot.settings)
    self.init(Settings(reading: &settings), documents: snapshot.documents, today: today)
    busy = snapshot.busy
    pace = snapshot.pace
    minutesThisWeek = snapshot.minutesThisWeek
    let unread = snapshot.documents.filter { $0.kind == .other }
    findings = snapshot.settings.findings + settings.findings + unread.flatMap(\.findings) + findings
  }

  /// The plan that these files make under settings that have been read.
  package init(_ settings: Settings, documents files: [PlanDocument], today: Day) {
    self.init(
      today: today, settings: settings, documents: files.filter { $0.kind == .goal || $0.kind == .milestone })
    for index in documents.indices { findings += documents[index].findings }

    readGoals()
    let goalNames = GoalNames(goals.map { (documents[$0.document].text.path, $0.id) })
    let homes = MilestoneHomes(in: documents, goals: goals, names: goalNames)
    strays += homes.strays.map { StrayDocument(document: $0, reason: .noGoal) }
    let itemCount = documents.reduce(0) { $0 + $1.items.count }
    tasks.reserveCapacity(itemCount)
    milestones.reserveCapacity(documents.reduce(0) { $0 + $1.outermostCount })
    var names = MilestoneNames(goals: goalNames, capacity: milestones.capacity)
    for goal in goals.indices {
      readMilestones(of: goal, files: homes.files[goal])
      names.giveIDs(to: &milestones, in: goals[goal].milestones, of: goal, documents: documents)
    }
    repeatedIDs = names.repeated
    names.resolveReferences(in: &self)
    DependencyGraph(of: self).link(&self)
  }

  /// Reads the goals in the order of their files; a file whose `goal:` only names another goal is a stray.
  private mutating func readGoals() {
    let candidates = documents.indices.filter { documents[$0].kind == .goal }
    let names = GoalNames(
      candidates.map { index in
        let document = documents[index]
        let written = document.frontMatter?["id"]?.scalars.first?.text
        return (document.text.path, written ?? Identifier.slug(of: GoalNames.name(of: document.text.path)))
      })
    var goalOfCandidate = [Int?](repeating: nil, count: candidates.count)
    var isStray = [Bool](repeating: false, count: candidates.count)
    var named: [(document: Int, candidate: Int)] = []
    for (candidate, document) in candidates.enumerated() {
      var reader = FieldReader(documents[document])
      let reference = reader.text("goal").map { Reference(reading: $0.valueBytes) }
      let others = reference.map { names.goals(named: $0).filter { $0 != candidate && !isStray[$0] } } ?? []
      if let other = others.first {
        isStray[candidate] = true
        named.append((document, other))
        continue
      }
      goalOfCandidate[candidate] = goals.count
      goals.append(Goal(reading: &reader, document: document))
      findings += reader.findings
    }
    for (document, candidate) in named {
      if let goal = goalOfCandidate[candidate] {
        strays.append(StrayDocument(document: document, reason: .namesGoal(goal)))
      }
    }
    goals.giveIDs(documents: documents)
  }

  /// Reads the milestones of a goal: those in its list, a linked file in the place of its link, and then the files that no
  /// link names.
  private mutating func readMilestones(of goal: Int, files: [Int]) {
    let first = milestones.count
    let list = goals[goal].document
    var reader = FieldReader(documents[list])
    let links = files.isEmpty ? [:] : MilestoneLinks.items(in: documents[list], to: files, documents: documents)
    let outermost = documents[list].items.indices.filter {
      documents[list].items[$0].isInPlan && documents[list].items[$0].depth == 0
    }
    for item in outermost {
      if let file = links[item] {
        readFile(file, goal: goal, link: item)
      } else {
        readItem(item, &reader, of: list, goal: goal)
      }
    }
    findings += reader.findings
    let linked = Set(links.values)
    for file in files where !linked.contains(file) { readFile(file, goal: goal, link: nil) }
    goals[goal].milestones = first..<milestones.count
  }

  private mutating func readItem(_ item: Int, _ reader: inout FieldReader, of document: Int, goal: Int) {
    reader.begin(item: item)
    let index = milestones.count
    milestones.append(
      Milestone(
        goal: goal, document: document, origin: .item(item), id: "", hasWrittenID: false,
        title: reader.document.title(of: item)))
    milestones[index].readFields(&reader)
    milestones[index].settle(box: reader.document.items[item].state, isDropped: false)
    let start = tasks.count
    reader.readTasks(below: item, into: &tasks)
    milestones[index].tasks = start..<tasks.count
  }

  private mutating func readFile(_ document: Int, goal: Int, link: Int?) {
    var reader = FieldReader(documents[document])
    let title = reader.text("milestone") ?? documents[document].text.path.noteName
    var milestone = Milestone(
      goal: goal, document: document, origin: .file(link: link), id: "", hasWrittenID: false, title: title)
    milestone.readFields(&reader)
    let status = reader.value("status") { bytes throws(BadValue) in try Milestone.isDropped(reading: bytes) }
    milestone.settle(
      box: link.map { documents[goals[goal].document].items[$0].state } ?? .open, isDropped: status ?? false)
    let start = tasks.count
    reader.readTasks(below: nil, into: &tasks)
    milestone.tasks = start..<tasks.count
    findings += reader.findings
    milestones.append(milestone)
  }
}

extension PlanDocument {
  /// How many milestones it can give at most: its outermost items, or itself.
  fileprivate var outermostCount: Int {
    kind == .milestone ? 1 : items.reduce(0) { $0 + ($1.depth == 0 ? 1 : 0) }
  }
}
