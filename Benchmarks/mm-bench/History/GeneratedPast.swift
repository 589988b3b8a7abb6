import ChildPrograms
import PlanDocuments
import SystemPackage

/// A generated vault with the commits of somebody who ticks a box or two a day.
struct GeneratedPast {
  let goals: Int
  let commits: Int
  let firstDay: Day
  private let vault: GeneratedVault

  init(goals: Int, commits: Int, today: Day) {
    self.goals = goals
    self.commits = commits
    firstDay = today - (commits - 1) / 2
    vault = GeneratedVault(goals: goals, seed: 1, today: firstDay)
  }

  private func path(_ goal: Int) -> String { "goals/" + vault.fileName(goal) }

  /// Makes a repository of it in an empty folder, with the last commit's files beside it.
  func make(in folder: String, git: Git) throws {
    var files = (0..<goals).map { Array(vault.goal($0).utf8) }
    var random = Random(seed: 7)
    var stream: [UInt8] = []
    commit(
      0, ["mm.md": Array(vault.settings.utf8)].merging(files.indices.map { (path($0), files[$0]) }) { $1 }, &stream)
    for number in 1..<commits {
      let goal = random.below(goals)
      Self.tickOne(of: &files[goal])
      commit(number, [path(goal): files[goal]], &stream)
    }
    _ = try git.output(of: ["init", "--quiet", "--template=", "--initial-branch=main"], in: folder)
    _ = try git.output(of: ["fast-import", "--quiet"], in: folder, input: stream)
    let root = FilePath(folder)
    try Disk.makeFolder(root.appending("goals"))
    try Disk.write(vault.settings, to: root.appending("mm.md"))
    for goal in files.indices {
      try Disk.write(String(decoding: files[goal], as: UTF8.self), to: root.appending(path(goal)))
    }
  }

  /// Two commits a day, in the format of `git fast-import`.
  private func commit(_ number: Int, _ files: [String: [UInt8]], _ stream: inout [UInt8]) {
    let seconds = (firstDay + number / 2 - Day(number: 0)) * 86_400 + 43_200 + number % 2 * 3_600
    let message = "commit \(number)"
    stream += Array("commit refs/heads/main\ncommitter A B <a@example.org> \(seconds) +0000\n".utf8)
    stream += Array("data \(message.utf8.count)\n\(message)\n".utf8)
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      stream += Array("M 100644 inline \(path)\ndata \(bytes.count)\n".utf8) + bytes + [10]
    }
  }

  private static func tickOne(of text: inout [UInt8]) {
    let box = Array("- [ ]".utf8)
    guard let place = text.indices.dropLast(box.count).first(where: { text[$0..<$0 + box.count].elementsEqual(box) })
    else { return }
    text[place + 3] = UInt8(ascii: "x")
  }
}

/// git as it is, without any of our options.
struct Git {
  let path: String
  let environment: [String]

  func output(of arguments: [String], in folder: String, input: [UInt8] = []) throws -> [UInt8] {
    let answer = try ChildProcess.run(
      path, arguments: ["-C", folder] + arguments, environment: environment, input: input,
      limits: ChildProcess.Limits(seconds: 60))
    return answer.output
  }
}
