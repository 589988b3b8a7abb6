import Testing

@testable import ModelBackends

@Suite struct SetupTests {
  private func setup(_ text: String) throws -> ModelSetup {
    try ModelSetup(name: "mine", file: "~/mine.yaml", bytes: Array(text.utf8))
  }

  @Test func aProgramIsOneLine() throws {
    #expect(try setup("command: llm -m 'my model' --no-log").way == .command(["llm", "-m", "my model", "--no-log"]))
    #expect(try setup("command: [ollama, run, \"a b\"]\nseconds: 30").way == .command(["ollama", "run", "a b"]))
    #expect(try setup("command: cat").isStructured == false)
  }

  @Test func aServerNeedsItsDialectAndAModel() throws {
    let claude = try setup("speaks: anthropic\nmodel: some-model\n")
    #expect(claude.host == "api.anthropic.com")
    #expect(claude.isStructured && !claude.isLocal)
    guard case .server(.anthropic, _, .variable("ANTHROPIC_API_KEY")) = claude.way else { throw Wrong() }
    let local = try setup(
      "speaks: openai\nurl: http://localhost:11434/v1\nmodel: qwen\nstructured: no\nmax-tokens: 9000")
    guard case .server(.openai, _, .none) = local.way else { throw Wrong() }
    #expect(local.isLocal && !local.isStructured && local.mostTokens == 9_000)
    guard
      case .server(_, _, .command(["pass", "show", "key"])) = try setup(
        "speaks: openai\nmodel: m\nkey-command: pass show key"
      ).way
    else { throw Wrong() }
  }

  struct Wrong: Error {}

  @Test(arguments: [
    ("", "neither `command:` nor `speaks:`"), ("speaks: openai", "`model:` is missing"),
    ("speaks: klingon\nmodel: m", "neither openai nor anthropic"), ("comand: cat", "did you mean `command:`"),
    ("speaks: openai\nmodel: m\nurl: http://example.org/v1", "unencrypted"),
    ("speaks: openai\nmodel: m\nurl: example.org", "no web address"), ("command: \"'a\"", "names no program"),
    ("speaks: openai\nmodel: m\nseconds: soon", "no number"), ("command: cat\nurl: https://example.org", "both"),
    ("speaks: openai\nmodel: m\nkey: A\nkey-command: b", "both"), ("a: [", "no YAML"), ("command:", "names no program"),
    ("command: cat\nstructured: perhaps", "neither yes nor no"),
  ])
  func whatIsWrongIsSaid(text: String, words: String) {
    let problem = #expect(throws: ModelSetup.Problem.self) { try setup(text) }
    #expect(problem?.words.contains(words) == true, "\(problem?.words ?? "")")
  }

  @Test func aKeyInAFileIsNotReadAndNotRepeated() {
    let problem = #expect(throws: ModelSetup.Problem.self) { try setup("speaks: openai\nmodel: m\nkey: sk-abc123") }
    #expect(problem?.words.contains("environment variable") == true)
    #expect(problem?.words.contains("abc123") == false)
  }
}
