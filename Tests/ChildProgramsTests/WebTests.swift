import Testing

@testable import ChildPrograms

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://api.example.org/v1", "api.example.org", false), ("http://localhost:11434/v1", "localhost", true),
    ("http://127.0.0.1:8080", "127.0.0.1", true), ("http://[::1]:1234/v1", "[::1]", true),
    ("https://API.Example.org", "api.example.org", false), ("http://127.9.0.1/", "127.9.0.1", true),
  ])
  func anAddressHasItsHost(text: String, host: String, isLocal: Bool) throws {
    let address = try WebAddress(text)
    #expect(address.host == host)
    #expect(address.isLocal == isLocal)
  }

  @Test(arguments: [
    "http://example.org", "http://127.0.0.1.example.org", "http://localhost.example.org", "http://127.0.0",
    "http://127.0.0.1000", "http://10.0.0.1", "http://[::2]",
  ])
  func withoutEncryptionNothingGoesToAnotherMachine(text: String) {
    #expect(throws: WebAddress.Refusal.needsEncryption) { try WebAddress(text) }
  }

  @Test(arguments: [
    "", "file:///etc/passwd", "ftp://example.org", "https://", "https://user:key@example.org",
    "http://localhost@example.org",
    "https://example.org/a b", "https://example.org\n", "https://exa\"mple.org", "https://example.org:99999",
    "https://é.org",
    "-o/etc/passwd", "https:\\\\example.org", "http://[::1]x/",
  ])
  func whatIsNoAddressIsRefused(text: String) {
    #expect(throws: WebAddress.Refusal.isNoAddress) { try WebAddress(text) }
  }
}

@Suite struct WebAnswerTests {
  private static let text =
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 429 Too Many\r\nRetry-After:  7\r\nX: a:b\r\n\r\n\r\nbody\n\n"

  @Test func anAnswerIsTheSameInPiecesOfAnySize() throws {
    let bytes = Array(Self.text.utf8)
    for size in 1...bytes.count {
      var reader = WebAnswerReader()
      var body: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        let part = reader.body(in: bytes[start..<min(start + size, bytes.count)])
        body += try #require(part)
      }
      #expect(reader.head?.status == 429)
      #expect(reader.head?["retry-after"] == "7")
      #expect(reader.head?["x"] == "a:b")
      #expect(String(decoding: body, as: UTF8.self) == "\r\nbody\n\n")
    }
  }

  @Test func whatIsNoAnswerIsNonsense() {
    var reader = WebAnswerReader()
    let greeting = reader.body(in: Array("SSH-2.0\r\n\r\n".utf8)[...])
    #expect(greeting == nil)
    var endless = WebAnswerReader()
    let flood = endless.body(in: [UInt8](repeating: 65, count: 1 << 20)[...])
    #expect(flood == nil)
  }

  @Test func nothingInARequestCanEndItsLine() throws {
    let request = WebRequest(
      try WebAddress("https://example.org/v1"), headers: [.init("x-api-key", "a\"\nurl = \"http://evil.example")],
      body: "{\"a\":\"\\n\"}\noutput = \"/etc/passwd\"")
    let lines = Curl.configuration(of: request, seconds: 5).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("url") } == ["url = \"https://example.org/v1\""])
    #expect(!lines.contains { $0.hasPrefix("output") })
    #expect(lines.last == #"data-binary = "@/dev/fd/3""#)
  }
}
