internal import ChildPrograms

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What can go wrong with git.
package enum GitError: Error, Hashable, Sendable {
  /// The repository's own configuration names programs, and the person has not said that they trust it.
  case untrusted(reason: String)
  /// A merge, a rebase or the like is under way.
  case busy(reason: String)
  case tookTooLong(command: String)
  /// git said no; `message` is what it said.
  case failed(command: String, message: String)
}

/// The git program of the machine, run so that nothing in a repository makes it run anything else.
package struct GitProgram: Sendable {
  private let path: String
  private let environment: [String: String]

  /// Looks git up once; nil if it is not installed.
  ///
  /// - Parameter environment: the process's; `PATH` says where to look, the person's own git configuration is found
  ///   through `HOME` and `XDG_CONFIG_HOME`.
  package init?(environment: [String: String]) {
    guard let path = ProgramSearch.program("git", path: environment["PATH"]) else { return nil }
    self.path = path
    self.environment = Self.hardened(environment)
  }

  /// Without what would point git at another repository (as in a hook), and with what keeps it to itself.
  private static func hardened(_ environment: [String: String]) -> [String: String] {
    var hardened = environment
    let pointers = [
      "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
      "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_CONFIG", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS",
      "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_TEMPLATE_DIR",
      "GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE",
    ]
    for name in pointers { hardened[name] = nil }
    hardened["LC_ALL"] = "C"
    hardened["LANGUAGE"] = nil
    hardened["GIT_OPTIONAL_LOCKS"] = "0"
    hardened["GIT_TERMINAL_PROMPT"] = "0"
    hardened["GIT_EDITOR"] = "false"
    hardened["GIT_PAGER"] = "cat"
    // Its answers are read whole: to hand each commit over by itself costs both a third more.
    hardened["GIT_FLUSH"] = "0"
    // No transport has this name, so a repository with missing objects fetches nothing from anywhere.
    hardened["GIT_ALLOW_PROTOCOL"] = "none"
    hardened["GIT_NO_LAZY_FETCH"] = "1"
    return hardened
  }

  /// Options that stand before the command.
  ///
  /// They win over the repository's own configuration.
  private static let hardening = [
    "--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.untrackedCache=false",
    "-c", "diff.external=", "-c", "commit.gpgSign=false", "-c", "tag.gpgSign=false", "-c", "log.showSignature=false",
    "-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "core.quotePath=false", "-c", "gc.auto=0",
    "-c", "maintenance.auto=false", "-c", "submodule.recurse=false", "-c", "advice.detachedHead=false",
    "-c", "protocol.allow=never",
  ]

  /// What a command said: its exit code and the bytes on both streams.
  struct Answer: Sendable {
    let code: Int32
    let output: [UInt8]
    let errors: String
  }

  /// Runs one command and waits for it; any exit code is an answer.
  ///
  /// - Parameters:
  ///   - folder: where it runs.
  ///   - input: for its standard input.
  ///   - extra: more of the environment.
  ///   - seconds: when it is ended.
  func answer(
    to arguments: [String], in folder: String, input: [UInt8] = [], extra: [String: String] = [:], seconds: Int = 60
  ) throws(GitError) -> Answer {
    let command = arguments.first { !$0.hasPrefix("-") } ?? ""
    do throws(ChildProcess.Failure) {
      let answer = try ChildProcess.run(
        path, arguments: Self.hardening + ["-C", folder] + arguments,
        environment: environment.merging(extra) { $1 }.map { "\($0)=\($1)" }, input: input,
        limits: ChildProcess.Limits(seconds: seconds))
      return Answer(code: answer.code, output: answer.output, errors: String(decoding: answer.errors, as: UTF8.self))
    } catch {
      switch error {
      case .tookTooLong, .fellSilent, .interrupted: throw .tookTooLong(command: command)
      case .saidTooMuch: throw .failed(command: command, message: "its answer is too long")
      case .notStarted(let code, _): throw .failed(command: command, message: SystemError(code).reason)
      }
    }
  }

  /// Runs one command; an exit code other than 0 is an error with what git said.
  func output(
    of arguments: [String], in folder: String, input: [UInt8] = [], extra: [String: String] = [:], seconds: Int = 60
  ) throws(GitError) -> [UInt8] {
    let answer = try answer(to: arguments, in: folder, input: input, extra: extra, seconds: seconds)
    if answer.code == 0 { return answer.output }
    let command = arguments.first { !$0.hasPrefix("-") } ?? ""
    throw .failed(command: command, message: Self.trimmed(answer.errors))
  }

  private static func trimmed(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    return lines.prefix(5).joined(separator: "\n")
  }
}
