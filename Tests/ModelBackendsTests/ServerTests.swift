import ChildPrograms
import Foundation
import JSONText
import PlanOutput
import Testing

@testable import ModelBackends

/// Both dialects against a real server, through the real curl.
@Suite struct ServerTests {
  private let server: TestServer

  init() throws { server = try TestServer.shared.get() }

  static let request = ModelRequest(
    rules: "Plan.", question: "How? “é”\n\u{1b}[2J", schemaName: "plan", schema: DraftPrompt.schema)

  @Test(arguments: DialectName.allCases, ["good", "whole", "slow", "waits", "waits-seconds", "recovers", "stumbles"])
  func anAnswerComesWhole(dialect: DialectName, behaviour: String) throws {
    var heard = ""
    let answer = try server.model(behaviour, dialect).answer(to: Self.request) { heard += $0 }
    let value = try JSONReader.value(of: Array(answer.text.utf8))
    #expect(value["milestones"]?.array?.count == 3)
    #expect(heard == answer.text)
    #expect(answer.model == "served")
    #expect(answer.inputTokens == 12)
    #expect(answer.outputTokens == 34)
  }

  private static let failures: [(String, ModelFailure)] = [
    ("unauthorized", .keyRefused("this key is not known")), ("missing", .notFound("no such model")),
    ("quota", .outOfCredit("you have no credit left")), ("overloaded", .overloaded("overloaded")),
    ("busy", .tooManyRequests(seconds: 3_600, "too many requests")), ("cut-off", .cutOff), ("empty", .empty),
    ("failing", .serverFailed(status: 500, "something broke")),
    ("html", .notUnderstood("<html>Welcome to the café</html>")), ("moved", .requestRefused(status: 302, "")),
    ("breaks", .brokenOff("")), ("endless", .saidTooMuch),
  ]

  @Test(arguments: DialectName.allCases, failures)
  func whatIsNoAnswerIsAClearError(dialect: DialectName, expected: (behaviour: String, failure: ModelFailure)) throws {
    let model = try server.model(expected.behaviour, dialect) { $0.mostBytes = 300_000 }
    #expect(throws: expected.failure) { try model.answer(to: Self.request) }
    let words = expected.failure.words(model.setup)
    #expect(words.last == "." && !words.contains(".."))
    #expect(!words.contains(TestServer.key))
  }

  @Test(arguments: DialectName.allCases)
  func aModelMayDecline(dialect: DialectName) throws {
    let words = dialect == .openai ? "I would rather not." : ""
    #expect(throws: ModelFailure.declined(words)) { try server.model("declined", dialect).answer(to: Self.request) }
  }

  @Test func aWrongKeyIsRefusedAndNoKeyIsSaid() throws {
    #expect(throws: ModelFailure.keyRefused("invalid key")) {
      try server.model("good", key: "another").answer(to: Self.request)
    }
    let model = try server.model("good")
    #expect(throws: ModelFailure.noKey(variable: "TEST_KEY")) {
      try LanguageModel(model.setup, environment: ["PATH": "/usr/bin:/bin"]).answer(to: Self.request)
    }
    #expect(throws: ModelFailure.badKey) { try server.model("good", key: "two words").answer(to: Self.request) }
    #expect(throws: ModelFailure.web(.noCurl)) {
      try LanguageModel(model.setup, environment: ["PATH": "/nowhere", "TEST_KEY": "k"]).answer(to: Self.request)
    }
  }

  @Test func aKeyMayComeFromAProgram() throws {
    func model(_ script: String) throws -> LanguageModel {
      try server.model("good") { setup in
        guard case .server(let dialect, let address, _) = setup.way else { return }
        setup.way = .server(dialect, address, .command(["sh", "-c", script]))
      }
    }
    #expect(try model("echo test-$(echo key-4711)").answer(to: Self.request).text.isEmpty == false)
    #expect(throws: ModelFailure.keyCommandFailed(words: "locked\n")) {
      try model("echo locked >&2; exit 1").answer(to: Self.request)
    }
  }

  @Test func aServerThatIsSilentOrAwayIsNotWaitedForForever() throws {
    var model = try server.model("silent") { $0.seconds = 1 }
    #expect(throws: ModelFailure.tookTooLong(seconds: 1)) { try model.answer(to: Self.request) }
    model = try server.model("good") { setup in
      if let address = try? WebAddress("http://127.0.0.1:1/v1") { setup.way = .server(.openai, address, .none) }
    }
    #expect(throws: ModelFailure.web(.notConnected)) { try model.answer(to: Self.request) }
  }

  @Test func waitsAreTold() throws {
    var told: [ModelProgress] = []
    _ = try server.model("recovers").answer(to: Self.request, progress: { told.append($0) })
    let waits = told.filter { if case .waiting(10, _) = $0 { true } else { false } }
    #expect(waits.count == 2)
    #expect(told.filter { $0 == .asking }.count == 3)
    #expect(told.contains { if case .hearing(let count) = $0 { count > 500 } else { false } })
  }

  @Test func aKeyIsInNoArgumentListAndNoEnvironment() throws {
    // Not the key of other tests: they rightly have theirs in the environment of a program.
    let key = "test-key-of-this-test-alone"
    var seen = ""
    _ = try server.model("slow", key: key).answer(to: Self.request) { _ in
      guard seen.isEmpty else { return }
      let answer = try? ChildProcess.run(
        "/bin/sh", arguments: ["-c", "ps axeww; cat /proc/*/cmdline /proc/*/environ 2>/dev/null"],
        environment: ["PATH=/usr/bin:/bin"], input: [], limits: ChildProcess.Limits(seconds: 5))
      seen = String(decoding: answer?.output ?? [], as: UTF8.self)
    }
    #expect(seen.contains("curl"))
    #expect(!seen.contains(key))
  }

  /// Left out where the clients are not installed: `scripts/prepare --for-tests` does it.
  @Test func requestsAreWhatTheOfficialClientsWouldSend() throws {
    let python = Self.repository.appending(path: ".build/test-python/bin/python").path
    guard FileManager.default.isExecutableFile(atPath: python) else {
      return print("left out: the Python packages openai and anthropic are not in .build/test-python")
    }
    for dialect in DialectName.allCases {
      _ = try server.model("good", dialect).answer(to: Self.request)
      _ = try server.model("good", dialect) { ($0.isStructured, $0.mostTokens) = (false, 5_000) }.answer(
        to: Self.request)
      for schema in Self.schemas {
        var request = Self.request
        request.schema = schema
        _ = try server.model("good", dialect).answer(to: request)
      }
      _ = try Conversation(with: server.model("repaired", dialect), hear: { _ in }, progress: { _ in })
        .ask(Self.request, for: "milestones") { _ in Conversation.Reading(1, problems: ["again"]) }
    }
    let script = TestServer.folder.appending(path: "check_requests.py").path
    let answer = try ChildProcess.run(
      python, arguments: ["-B", script, server.address], environment: ["PATH=/usr/bin:/bin"], input: [],
      limits: ChildProcess.Limits(seconds: 600))
    #expect(answer.code == 0)
    #expect(String(decoding: answer.output + answer.errors, as: UTF8.self) == "")
  }

  private static let schemas = [
    DraftPrompt.schema, DraftPrompt.redraftSchema, AnchorPrompt.schema, PartnerPrompt.schema, TasksPrompt.schema,
  ]

  /// As strict servers ask: every object names all its members as required and takes no others, and its types are plain.
  @Test func everySchemaIsInTheSubsetThatAllServersTake() {
    func check(_ schema: JSONValue, _ path: String) {
      let types = schema["type"]?.array?.compactMap(\.string) ?? [schema["type"]?.string].compactMap(\.self)
      #expect(!types.isEmpty && types.allSatisfy(Self.types.contains), "\(path)")
      if types.contains("object") {
        guard case .object(let members)? = schema["properties"] else {
          Issue.record("\(path) has no properties")
          return
        }
        #expect(schema["additionalProperties"]?.bool == false, "\(path)")
        #expect(schema["required"]?.array?.compactMap(\.string) == members.map(\.key), "\(path)")
        for member in members { check(member.value, path + "." + member.key) }
      }
      if types.contains("array") {
        guard let items = schema["items"] else {
          Issue.record("\(path) has no items")
          return
        }
        check(items, path + "[]")
      }
    }
    for (number, schema) in Self.schemas.enumerated() { check(schema, "schema \(number)") }
  }

  private static let types: Set<String> = ["object", "array", "string", "number", "integer", "boolean", "null"]

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
