/// Whether a repository's own configuration could make git run a program.
enum GitTrust {
  /// Filters are the ones that no option turns off.
  ///
  /// The others are turned off, but whoever writes them into a repository that they hand over means no good.
  static func reasonForDistrust(of folder: String, with git: GitProgram) throws(GitError) -> String? {
    let listing = try git.output(of: ["config", "--list", "-z", "--show-scope", "--no-includes"], in: folder)
    let words = listing.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    for (scope, entry) in zip(words, words.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 }).map(\.element)
    where scope == "local" || scope == "worktree" {
      let parts = entry.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(parts[0])
      if mayRunAProgram(key, value: parts.count > 1 ? String(parts[1]) : "true") {
        return "the repository's own configuration sets `\(key)`, which can make git run a program"
      }
    }
    return nil
  }

  /// Keys come with section and name in lower case; what stands between the first and the last dot is free text.
  private static func mayRunAProgram(_ key: String, value: String) -> Bool {
    let section = key.prefix { $0 != "." }
    let name = key.split(separator: ".").last ?? ""
    switch section {
    case "include", "includeif": return true
    case "filter": return ["clean", "smudge", "process"].contains(name) && !value.isEmpty
    case "core":
      return name == "fsmonitor" && !["true", "false", "yes", "no", "on", "off", "1", "0", ""].contains(value)
    default: return false
    }
  }
}
