import Testing

@testable import Forecasting

@Suite struct ChanceScoreTests {
  @Test func theScoreIsBriers() throws {
    var score = ChanceScore()
    for (chance, came) in [(0.9, true), (0.8, false), (0.1, false), (0.3, true)] {
      score.add(chance, came: came, planned: true)
    }
    #expect(abs(score.brier - (0.01 + 0.64 + 0.01 + 0.49) / 4) < 1e-12)
    #expect(score.brierOfPlan == 0.5)
    #expect(try abs(#require(score.skill) - (1 - score.brier / 0.25)) < 1e-12)
    #expect(score.fifths.map(\.chances) == [1, 1, 0, 0, 2] && score.fifths[4].came == 1)
  }

  @Test func whereAllCameTrueThereIsNoSkillToMeasure() {
    var score = ChanceScore()
    score.add(1, came: true, planned: true)
    #expect(score.skill == nil && score.brier == 0)
  }
}
