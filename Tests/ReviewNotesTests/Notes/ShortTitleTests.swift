import Testing
import TextStyling

@Suite struct ShortTitleTests {
  @Test(arguments: [
    ("Part 1 drafted, 20,000 words", "Part 1 drafted, 20,000 words"),
    ("Domain 2, universal design, notes and cards done", "Domain 2, universal design"),
    ("Working relation with product, data and SRE leads", "Working relation with product"),
    ("Clients have approved the case studies", "Clients have approved the case…"),
    ("Donaudampfschifffahrtsgesellschaftskapitän", "Donaudampfschifffahrtsgesellsch…"),
    ("A, b and then a very long list of all the other things", "A, b and then a very long list…"),
  ])
  func aLongTitleIsCutWhereItReadsBest(title: String, short: String) {
    #expect(ShortTitle.text(title, limit: 32) == short)
    #expect(ShortTitle.text(title, limit: 32).count <= 32)
  }
}
