import PlanOutput

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The person's pager (`MM_PAGER`, `PAGER`, else `less`), for what is longer than the screen.
struct Pager: Sendable {
  private let command: String
  private let variables: [String: String]
  private let rows: Int
  private let columns: Int

  /// nil where there is none to use: standard input or output is no terminal, or the person wants none (`cat` or empty).
  init?(_ surroundings: Surroundings) {
    guard surroundings.standardInputIsTerminal, surroundings.standardOutputIsTerminal,
      let size = surroundings.terminalSize, size.rows > 0, surroundings["TERM"] != "dumb"
    else { return nil }
    command = surroundings.variables["MM_PAGER"] ?? surroundings.variables["PAGER"] ?? "less"
    guard !command.isEmpty, command != "cat" else { return nil }
    rows = size.rows
    columns = max(1, size.columns)
    variables = surroundings.variables.merging(["LESS": "FRX", "LV": "-c"]) { own, _ in own }
  }

  func isNeeded(for text: StyledText) -> Bool {
    text.lines.reduce(0) { $0 + max(1, ($1.width + columns - 1) / columns) } >= rows
  }

  /// Shows `text` and waits until the person has left the pager; false where it could not be started.
  func show(_ text: String) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    // The program ignores SIGPIPE; the pager must not inherit that.
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var process = pid_t()
    let words = ["/bin/sh", "-c", command]
    let started = withStrings(words) { arguments in
      withStrings(variables.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environment)
      }
    }
    close(ends[0])
    guard started == 0 else {
      close(ends[1])
      return false
    }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { break }
    }
    close(ends[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    // The shell says 126 or 127 where there is no such program.
    let exitCode = (status >> 8) & 0xFF
    return exitCode != 126 && exitCode != 127
  }

  private func withStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var copies = strings.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeMutableBufferPointer { buffer in
      // The array holds at least the closing nil, so it has a base address.
      guard let base = buffer.baseAddress else { preconditionFailure("an empty list of C strings") }
      return body(base)
    }
  }
}
