import ChildPrograms
import Foundation
import Testing

@testable import VaultStorage

/// One run of `write-probe` in a process of its own, as it is or with system calls that fail.
struct ProbeRun {
  /// A system call of a run that went well: the `number`-th of that name since the program began.
  struct Call: Hashable {
    let name: String
    let number: Int
  }

  enum Fault: Hashable, CustomStringConvertible {
    case error(String, forEver: Bool)
    case kill

    /// What strace is told.
    func injection(at call: Call) -> String {
      switch self {
      case .error(let name, let forEver): "inject=\(call.name):error=\(name):when=\(call.number)\(forEver ? "+" : "")"
      case .kill: "inject=\(call.name):signal=KILL:when=\(call.number)"
      }
    }

    var description: String {
      switch self {
      case .error(let name, let forEver): name + (forEver ? " for ever" : "")
      case .kill: "kill"
      }
    }
  }

  /// The program's exit code; nil if it was killed.
  let code: Int32?
  let output: String

  static let program: String = {
    let products = ProcessInfo.processInfo.environment["MM_PRODUCTS"].map { URL(filePath: $0) }
    let here = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let built = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: ".build/debug")
    let candidates = [products, here, built].compactMap { $0?.appending(path: "write-probe").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "write-probe"
  }()

  /// Where strace lies; nil if it does not work here.
  static let strace: String? = {
    let path = ["/usr/bin/strace", "/bin/strace"].first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let path, let run = try? run(path, ["-o", "/dev/null", "/bin/true"]), run.code == 0 else { return nil }
    return path
  }()

  init(_ arguments: [String], in vault: TemporaryVault) throws {
    self = try Self.run(Self.program, Self.inserting(vault, into: arguments))
  }

  init(_ arguments: [String], in vault: TemporaryVault, failing call: Call, with fault: Fault) throws {
    try self.init(arguments, in: vault, injecting: [fault.injection(at: call)])
  }

  init(_ arguments: [String], in vault: TemporaryVault, injecting injections: [String]) throws {
    let options = ["-f", "-qq", "-o", "/dev/null"] + injections.flatMap { ["-e", $0] }
    self = try Self.run(
      try #require(Self.strace), options + [Self.program] + Self.inserting(vault, into: arguments))
  }

  /// The system calls that a run makes after its start, in their order.
  static func calls(
    of arguments: [String], in vault: TemporaryVault, injecting injections: [String] = []
  ) throws -> [Call] {
    let trace = vault.folder.appending(path: "trace")
    let options = ["-f", "-qq", "-o", trace.path] + injections.flatMap { ["-e", $0] }
    _ = try run(try #require(strace), options + [program] + inserting(vault, into: arguments))
    var counts: [String: Int] = [:]
    var calls: [Call] = []
    var hasBegun = false
    for line in try String(contentsOf: trace, encoding: .utf8).split(separator: "\n") {
      guard let words = line.split(separator: " ", maxSplits: 1).last, words.contains("(") else { continue }
      let name = String(words.prefix { $0 != "(" }.trimmingCharacters(in: .whitespaces))
      guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { continue }
      counts[name, default: 0] += 1
      // Random numbers are asked for by the standard library, which does not take no for an answer.
      if hasBegun, !["exit_group", "getrandom"].contains(name) {
        calls.append(Call(name: name, number: counts[name] ?? 0))
      }
      hasBegun = hasBegun || words.contains("write-probe-begins")
    }
    return calls
  }

  private static func inserting(_ vault: TemporaryVault, into arguments: [String]) -> [String] {
    [arguments[0], vault.vault.root, vault.vault.stateFolder] + arguments.dropFirst()
  }

  private init(code: Int32?, output: String) {
    self.code = code
    self.output = output
  }

  static func run(_ program: String, _ arguments: [String]) throws -> ProbeRun {
    let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    let answer = try ChildProcess.run(
      program, arguments: arguments, environment: environment, input: [], limits: ChildProcess.Limits(seconds: 30))
    // strace ends itself by the signal that ended the program.
    return ProbeRun(
      code: answer.code < 0 ? nil : answer.code, output: String(decoding: answer.output + answer.errors, as: UTF8.self))
  }
}
