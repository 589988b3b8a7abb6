internal import CSystemCalls

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Time for limits and waits: from some moment on, never backwards.
package enum MonotonicClock {
  package static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }

  /// Waits; Ctrl-C ends the wait and is thrown.
  package static func wait(milliseconds: Int) throws(ChildProcess.Failure) {
    mm_catch_interrupts()
    defer { mm_release_interrupts() }
    let end = Self.milliseconds + milliseconds
    while true {
      let left = end - Self.milliseconds
      if left <= 0 { return }
      if mm_was_interrupted() != 0 { throw .interrupted }
      usleep(UInt32(min(left, 100)) * 1_000)
    }
  }
}
