import PlanDocuments
import Testing

@Suite struct NearestWordsTests {
  @Test(arguments: [
    ("chek", ["check", "explain", "done"], ["check"]),
    ("part-12", ["part-1", "part-2", "cover"], ["part-1", "part-2"]),
    ("pulbished", ["published", "format"], ["published"]),
    ("recal", ["recalibrate", "review"], ["recalibrate"]),
    ("dne", ["done", "undo"], ["done"]),
    ("xyzzy", ["check", "done"], []),
    ("", ["check"], []),
  ])
  func aSlipIsForgivenAndAnotherWordIsNot(word: String, candidates: [String], nearest: [String]) {
    #expect(NearestWords.to(word, in: candidates) == nearest)
  }
}
