import ChildPrograms
import Foundation
import ModelBackends

/// The server of `Server/model_server.py`, started once; it ends with the tests, whose end of its input it sees.
struct TestServer {
  static let key = "test-key-4711"
  static let shared = Result { try TestServer() }

  let address: String
  private let input: Pipe

  struct NotStarted: Error {}

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Server")

  private init() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B", Self.folder.appending(path: "model_server.py").path]
    input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line: [UInt8] = []
    while line.last != 10, let byte = try output.fileHandleForReading.read(upToCount: 1)?.first { line.append(byte) }
    guard let port = Int(String(decoding: line.dropLast(), as: UTF8.self)) else { throw NotStarted() }
    address = "http://127.0.0.1:\(port)"
  }

  /// A model of that server, which behaves as its name says.
  ///
  /// The test's own name behind a point keeps its counts apart from those of others.
  func model(
    _ behaviour: String, _ dialect: DialectName = .openai, key: String? = TestServer.key,
    change: (inout ModelSetup) -> Void = { _ in }
  ) throws -> LanguageModel {
    let base = try WebAddress(address + "/v1")
    var setup = ModelSetup(
      name: "mine", file: "mine.yaml", way: .server(dialect, base, key == nil ? .none : .variable("TEST_KEY")),
      model: behaviour + "." + UUID().uuidString)
    change(&setup)
    var environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    environment["TEST_KEY"] = key
    return LanguageModel(setup, environment: environment)
  }
}
