import ArgumentParser
import CPlainLoop

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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

  func sample() throws -> mm_figures {
    var output = [CChar](repeating: 0, count: 4096)
    var figures = mm_figures()
    let words = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    let status = output.withUnsafeMutableBufferPointer { buffer in
      mm_run(words + [nil], Int32(cores), measuresItself ? buffer.baseAddress : nil, buffer.count, &figures)
    }
    // 1 says that `check` has found something.
    guard status == 0 || (status == 1 && !measuresItself) else {
      throw ValidationError("\(program) \(arguments.joined(separator: " ")) ended with \(status).")
    }
    guard measuresItself else { return figures }
    let line = String(decoding: output.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let numbers = line.split(separator: " ")
    guard numbers.count > 2, let clock = UInt64(numbers[0]), let processor = UInt64(numbers[1]),
      let peak = Int(numbers[2])
    else { throw ValidationError("\(title) printed no figures.") }
    return mm_figures(nanoseconds: clock, processor_nanoseconds: processor, peak_kilobytes: peak)
  }
}
