import ChildPrograms
import Testing

@testable import ModelBackends

@Suite struct EventStreamTests {
  @Test func eventsAreTheSameInPiecesOfAnySizeAndWithAnyLineEnds() {
    let text = "\u{feff}: hello\n\nevent: a\ndata: 1\ndata:2\nid: 7\n\ndata\n\n: x\ndata: é\n\ndata: lost"
    for end in ["\n", "\r\n", "\r"] {
      let bytes = Array(text.replacing("\n", with: end).utf8)
      for size in [1, 2, 3, 7, bytes.count] {
        var stream = EventStream()
        var events: [EventStream.Event] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
          events += stream.events(in: bytes[start..<min(start + size, bytes.count)])
        }
        #expect(events == [.init(name: "a", data: "1\n2"), .init(data: ""), .init(data: "é")])
      }
    }
  }

  @Test func bytesOfACharacterWaitForTheRest() {
    let text = "aé漢🏃z"
    for size in 1...5 {
      var assembly = TextAssembly()
      var heard = ""
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        heard += assembly.take(bytes[start..<min(start + size, bytes.count)])
        #expect(!heard.contains("\u{fffd}"))
      }
      heard += assembly.end()
      #expect(heard == text && assembly.text == text)
    }
  }
}

@Suite struct RetryTests {
  private func wait(_ headers: [String: String], _ failure: ModelFailure = .overloaded(""), retry: Int = 0) -> Int? {
    RetryRule().milliseconds(after: failure, WebAnswer.Head(status: 529, headers: headers), retry: retry)
  }

  @Test func theServersWordComesFirst() {
    #expect(wait(["retry-after": "7"]) == 7_000)
    #expect(wait(["retry-after": "7", "retry-after-ms": "250"]) == 250)
    #expect(
      wait(["retry-after": "Wed, 21 Oct 2026 07:28:30 GMT", "date": "Wed, 21 Oct 2026 07:28:00 GMT"]) == 30_000)
    #expect(wait(["retry-after": "3600"]) == nil)
    #expect(wait(["x-should-retry": "false"]) == nil)
    #expect(wait(["x-should-retry": "true"], .requestRefused(status: 400, "")) == 500)
  }

  @Test func withoutOneEachWaitIsLongerAndTheThirdTryIsTheLast() {
    #expect(wait([:]) == 500)
    #expect(wait([:], retry: 1) == 1_000)
    #expect(wait([:], retry: 2) == nil)
    #expect(wait(["retry-after": "soon"]) == 500)
  }

  @Test func whatWouldFailAgainIsNotTriedAgain() {
    for failure: ModelFailure in [.keyRefused(""), .notFound(""), .outOfCredit(""), .cutOff, .interrupted] {
      #expect(wait([:], failure) == nil)
    }
  }
}
