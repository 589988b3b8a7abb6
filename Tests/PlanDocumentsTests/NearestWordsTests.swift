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

  @Test func theOnlyNearestOneIsCertain() {
    let names = ["research", "outline", "part-1", "part-2"]
    #expect(NearestWords.only(to: "reserach", in: names) == "research")
    #expect(NearestWords.only(to: "part-3", in: names) == nil)
    #expect(NearestWords.only(to: "part-11", in: ["part-1", "part-22"]) == "part-1")
    #expect(NearestWords.only(to: "banana", in: names) == nil)
  }
}
