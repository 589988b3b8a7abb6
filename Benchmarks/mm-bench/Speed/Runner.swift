import ArgumentParser
import CPlainLoop

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The time and memory of one run.
struct Sample {
  var nanoseconds: UInt64
  var peakKilobytes: Int
}

/// A program that is run again and again, on some of the processors.
struct Runner {
  var title: String
  var cores: Int
  var program: String
  var arguments: [String]
  /// The program prints its own figures, so that its start is not part of them.
  var measuresItself = false

  static func ourselves(_ contender: Contender, cores: Int, _ arguments: [String]) -> Runner {
    Runner(
      title: contender.title, cores: cores, program: CommandLine.arguments[0], arguments: arguments,
      measuresItself: true)
  }

  func sample() throws -> Sample {
    var output = [CChar](repeating: 0, count: 4096)
    var nanoseconds: UInt64 = 0
    var peak = 0
    let words = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    let status = output.withUnsafeMutableBufferPointer { buffer in
      mm_run(words + [nil], Int32(cores), measuresItself ? buffer.baseAddress : nil, buffer.count, &nanoseconds, &peak)
    }
    // 1 says that `check` has found something.
    guard status == 0 || (status == 1 && !measuresItself) else {
      throw ValidationError("\(program) \(arguments.joined(separator: " ")) ended with \(status).")
    }
    guard measuresItself else { return Sample(nanoseconds: nanoseconds, peakKilobytes: peak) }
    let line = String(decoding: output.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let figures = line.split(separator: " ")
    guard figures.count > 1, let own = UInt64(figures[0]), let memory = Int(figures[1]) else {
      throw ValidationError("\(title) printed no figures.")
    }
    return Sample(nanoseconds: own, peakKilobytes: memory)
  }
}
