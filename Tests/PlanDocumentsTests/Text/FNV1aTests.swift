import PlanDocuments
import Testing

@Suite struct FNV1aTests {
  // From the test vectors of the draft by its authors.
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
      ("chongo was here!\n", 0x4681_0940_EFF5_F915),
    ] as [(String, UInt64)])
  func theNumberIsThatOfItsAuthors(text: String, number: UInt64) {
    #expect(FNV1a(text.utf8).value == number)
    var pieces = FNV1a()
    for byte in text.utf8 { pieces.add(byte) }
    #expect(pieces.value == number)
  }
}
