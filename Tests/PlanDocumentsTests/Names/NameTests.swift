import PlanDocuments
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    ("First 20,000 words drafted", "first-20-000-words-drafted"),
    ("  Überblick: Märkte & Preise! ", "überblick-märkte-preise"),
    ("第一部分", "第一部分"), ("...", ""), ("a--b__c", "a-b-c"), ("Re\u{301}sume\u{301}", "re\u{301}sume\u{301}"),
    (String(repeating: "x", count: 80), String(repeating: "x", count: 64)),
    (String(repeating: "x", count: 63) + " y", String(repeating: "x", count: 63)),
  ])
  func aTitleGivesAnID(title: String, id: String) {
    #expect(Identifier.slug(of: title) == id)
  }

  @Test func aNumberedIDStaysWithinTheLongest() {
    let base = String(repeating: "x", count: 64)
    #expect(Identifier.numbered("research", 2) == "research-2")
    #expect(Identifier.numbered(base, 12).count == 64)
    #expect(Identifier.numbered(base, 12).hasSuffix("x-12"))
  }

  @Test func anIDIsLettersDigitsAndThreeSigns() throws {
    for good in ["part-1", "_x", "0777", "No", "Größe.v2"] { #expect(try Identifier.reading(good.valueBytes) == good) }
    for bad in ["", "-x", "a/b", "a b", "../x", String(repeating: "x", count: 65)] {
      #expect(throws: BadValue.self) { try Identifier.reading(bad.valueBytes) }
    }
  }

  @Test(
    arguments: [
      ("research", nil, "research"), ("book/part-1", "book", "part-1"),
      ("[[Landing page|the page]]", nil, "Landing page"),
      ("[[Newsletter/Landing page]]", "Newsletter", "Landing page"), ("[[Book#^part-1]]", "Book", "part-1"),
      ("[[#^part-1]]", nil, "part-1"), ("[Pricing](../consulting/pri%20cing.md)", "consulting", "pri cing"),
      ("pricing.md", nil, "pricing"), ("[[Book#Heading]]", nil, "Book"),
      ("[Prices [draft]](<a b.md> \"x\")", nil, "a b"),
    ] as [(String, String?, String)])
  func aReferenceIsTakenApart(text: String, container: String?, name: String) {
    let reference = Reference(reading: text.valueBytes)
    #expect(reference.container == container)
    #expect(reference.name == name)
    #expect(reference.isLink == text.hasPrefix("["))
  }

  @Test func aListOfReferencesIsPartedByCommasOutsideOfLinks() {
    let bytes = Array("x a , [[b, c|d]],e/f,".utf8)
    let list = Reference.list(in: bytes[2...])
    #expect(list.map(\.reference.text) == ["a", "b, c", "e/f"])
    #expect(list.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["a", "[[b, c|d]]", "e/f"])
  }

  @Test(arguments: [
    "https://x.org", "[x](https://x.org)", "[x](mailto:a@b)", "[[a]] and [[b]]", "[a](b) (c)", "[[]]", "text",
  ])
  func whatIsNoLinkToANoteIsNone(text: String) {
    #expect(NoteLink(reading: text.valueBytes) == nil)
  }
}
