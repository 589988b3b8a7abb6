internal import CSystemCalls

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Runs a program without a shell and waits for it: its streams are drained while it runs, and it has a time limit.
///
/// Synchronous, so that nothing depends on threads that tasks share.
struct ChildProcess {
  struct Answer: Sendable {
    /// The exit code; -1 if a signal ended it.
    let code: Int32
    let output: [UInt8]
    let errors: [UInt8]
  }

  enum Failure: Error, Hashable {
    case notStarted(SystemError)
    case tookTooLong
    case saidTooMuch
  }

  /// More than this is not an answer that anybody expects; in bytes.
  private static let largestAnswer = 512 * 1_048_576

  private let process: pid_t
  private var streams: [Int32]
  private let deadline: Int

  /// - Parameter environment: `NAME=value`, all of it.
  static func run(
    _ path: String, arguments: [String], environment: [String], input: [UInt8], seconds: Int
  ) throws(Failure) -> Answer {
    var child = try ChildProcess(path, arguments: arguments, environment: environment, seconds: seconds)
    do throws(Failure) {
      let (output, errors) = try child.exchange(input)
      child.close()
      return Answer(code: try child.exitCode(), output: output, errors: errors)
    } catch {
      child.close()
      child.end()
      throw error
    }
  }

  private init(_ path: String, arguments: [String], environment: [String], seconds: Int) throws(Failure) {
    var texts = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { (texts + variables).forEach { free($0) } }
    var streams: [Int32] = [-1, -1, -1]
    let process = mm_start(path, &texts, &variables, &streams)
    guard process > 0 else { throw .notStarted(SystemError(-process)) }
    self.process = process
    self.streams = streams
    deadline = Self.milliseconds + seconds * 1_000
  }

  /// Writes the input and reads both streams until the program closes them.
  private mutating func exchange(_ input: [UInt8]) throws(Failure) -> (output: [UInt8], errors: [UInt8]) {
    var answers: [[UInt8]] = [[], [], []]
    var written = 0
    var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
    if input.isEmpty { close(0) }
    while streams[1] >= 0 || streams[2] >= 0 {
      var waits = streams.indices.map { pollfd(fd: streams[$0], events: Int16($0 == 0 ? POLLOUT : POLLIN), revents: 0) }
      let left = deadline - Self.milliseconds
      if left <= 0 { throw .tookTooLong }
      if poll(&waits, nfds_t(waits.count), Int32(left)) <= 0 { continue }
      for index in streams.indices where streams[index] >= 0 && waits[index].revents != 0 {
        if index == 0 {
          let count = input[written...].withUnsafeBytes { write(streams[0], $0.baseAddress, $0.count) }
          if count > 0 { written += count }
          // A program that does not read its input to the end has its reasons.
          if written == input.count || count < 0 && errno != EAGAIN && errno != EINTR { close(0) }
        } else {
          let count = read(streams[index], &buffer, buffer.count)
          if count > 0 {
            answers[index] += buffer[..<count]
            if answers[index].count > Self.largestAnswer { throw .saidTooMuch }
          } else if count == 0 || errno != EAGAIN && errno != EINTR {
            close(index)
          }
        }
      }
    }
    return (answers[1], answers[2])
  }

  private mutating func close(_ index: Int) {
    if streams[index] >= 0 { _ = Self.closeDescriptor(streams[index]) }
    streams[index] = -1
  }

  private mutating func close() {
    for index in streams.indices { close(index) }
  }

  private static func closeDescriptor(_ descriptor: Int32) -> Int32 {
    #if canImport(Darwin)
      Darwin.close(descriptor)
    #else
      Glibc.close(descriptor)
    #endif
  }

  private func exitCode() throws(Failure) -> Int32 {
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process || ended < 0 && errno != EINTR { break }
      if Self.milliseconds > deadline { throw .tookTooLong }
      // It has closed its streams, so this is a matter of microseconds.
      usleep(200)
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : -1
  }

  /// Ends the program and what it has started.
  private func end() {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// From some moment on, never backwards.
  private static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}
