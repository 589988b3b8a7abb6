internal import CSystemCalls

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Runs a program without a shell and waits for it: its streams are drained while it runs, and it has a time limit.
///
/// Synchronous, so that nothing depends on threads that tasks share.
package struct ChildProcess {
  package struct Answer: Sendable {
    /// The exit code; -1 if a signal ended it.
    package let code: Int32
    package let output: [UInt8]
    package let errors: [UInt8]
  }

  package enum Failure: Error, Hashable, Sendable {
    /// The system's number for why, and its words.
    case notStarted(code: Int32, reason: String)
    case tookTooLong
    /// It said nothing for as long as it may be silent.
    case fellSilent
    case saidTooMuch
    /// The person pressed Ctrl-C, or the machine asked `mm` to end.
    case interrupted
  }

  /// How long and how much a program may go on.
  package struct Limits: Hashable, Sendable {
    /// From start to end.
    package var milliseconds: Int
    /// Without a byte of output; nil is as long as all of it may last.
    package var silentMilliseconds: Int?
    /// Of each stream; in bytes.
    package var bytes = 512 * 1_048_576
    /// Ctrl-C ends the program and is thrown, instead of ending this one too.
    package var catchesInterrupts = false

    package init(seconds: Int) {
      milliseconds = seconds * 1_000
    }
  }

  private let process: pid_t
  private var streams: [Int32]
  private let limits: Limits
  private let started: Int
  private var heard: Int

  /// Runs the program at `path` to its end.
  ///
  /// - Parameters:
  ///   - environment: `NAME=value`, all of it.
  ///   - folder: where it runs; nil is where this program runs.
  ///   - secondInput: what it can read from its descriptor 3.
  ///   - listener: hears the output piece by piece; what it hears is not in the answer. It may end the program by throwing.
  package static func run(
    _ path: String, arguments: [String], environment: [String], folder: String? = nil, input: [UInt8],
    secondInput: [UInt8]? = nil, limits: Limits,
    listener: ((ArraySlice<UInt8>) throws(Failure) -> Void)? = nil
  ) throws(Failure) -> Answer {
    // A program that ends before it has read its input must not end this one.
    signal(SIGPIPE, SIG_IGN)
    if limits.catchesInterrupts { mm_catch_interrupts() }
    defer { if limits.catchesInterrupts { mm_release_interrupts() } }
    var child = try ChildProcess(
      path, arguments, environment, folder, limits, streamCount: secondInput == nil ? 3 : 4)
    do throws(Failure) {
      let (output, errors) = try child.exchange([0: input, 3: secondInput ?? []], listener)
      child.close()
      return Answer(code: try child.exitCode(), output: output, errors: errors)
    } catch {
      child.close()
      child.end()
      throw error
    }
  }

  private init(
    _ path: String, _ arguments: [String], _ environment: [String], _ folder: String?, _ limits: Limits,
    streamCount: Int
  ) throws(Failure) {
    var texts = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { (texts + variables).forEach { free($0) } }
    var streams = [Int32](repeating: -1, count: streamCount)
    let process = mm_start(path, &texts, &variables, folder, Int32(streamCount), &streams)
    guard process > 0 else { throw .notStarted(code: -process, reason: String(cString: strerror(-process))) }
    self.process = process
    self.streams = streams
    self.limits = limits
    started = MonotonicClock.milliseconds
    heard = started
  }

  /// Writes the inputs, by their descriptors, and reads both streams until the program closes them.
  private mutating func exchange(
    _ inputs: [Int: [UInt8]], _ listener: ((ArraySlice<UInt8>) throws(Failure) -> Void)?
  ) throws(Failure) -> (output: [UInt8], errors: [UInt8]) {
    var answers: [[UInt8]] = [[], [], []]
    var counts = [0, 0, 0, 0]
    var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
    for index in streams.indices where inputs[index]?.isEmpty == true { close(index) }
    while streams[1] >= 0 || streams[2] >= 0 {
      var waits = streams.indices.map {
        pollfd(fd: streams[$0], events: Int16(inputs[$0] == nil ? POLLIN : POLLOUT), revents: 0)
      }
      if poll(&waits, nfds_t(waits.count), Int32(try millisecondsToWait())) <= 0 { continue }
      for index in streams.indices where streams[index] >= 0 && waits[index].revents != 0 {
        if let input = inputs[index] {
          let count = input[counts[index]...].withUnsafeBytes { write(streams[index], $0.baseAddress, $0.count) }
          if count > 0 { counts[index] += count }
          // A program that does not read its input to the end has its reasons.
          if counts[index] == input.count || count < 0 && errno != EAGAIN && errno != EINTR { close(index) }
        } else {
          let count = read(streams[index], &buffer, buffer.count)
          if count > 0 {
            heard = MonotonicClock.milliseconds
            counts[index] += count
            if counts[index] > limits.bytes { throw .saidTooMuch }
            if index == 1, let listener { try listener(buffer[..<count]) } else { answers[index] += buffer[..<count] }
            if count < buffer.count { throttleWakeups() }
          } else if count == 0 || errno != EAGAIN && errno != EINTR {
            close(index)
          }
        }
      }
    }
    return (answers[1], answers[2])
  }

  /// Lets a program that writes line by line go on in peace: to be woken for each line costs both more than the line.
  ///
  /// Only where its output has room for what it writes meanwhile.
  private func throttleWakeups() {
    #if os(Linux)
      usleep(200)
    #endif
  }

  /// How long to wait for the next sign of life; throws when it has lasted too long.
  private func millisecondsToWait() throws(Failure) -> Int {
    let now = MonotonicClock.milliseconds
    var left = started + limits.milliseconds - now
    if left <= 0 { throw .tookTooLong }
    if let silent = limits.silentMilliseconds {
      left = min(left, heard + silent - now)
      if left <= 0 { throw .fellSilent }
    }
    guard limits.catchesInterrupts else { return left }
    if mm_was_interrupted() != 0 { throw .interrupted }
    // A signal between the question above and the wait below is seen a moment later.
    return min(left, 200)
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
      _ = try millisecondsToWait()
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
}
