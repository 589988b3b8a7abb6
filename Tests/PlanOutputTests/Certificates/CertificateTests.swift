import Forecasting
import Foundation
import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import Scheduling
import TestSupport
import Testing

/// Whatever the export calls proved, a program that shares no code with `mm` counts again and finds it so.
@Suite struct CertificateTests {
  private static func export(_ plan: Plan) throws -> [String: Any] {
    let text = PlanExport.json(ForecastedPlan(plan)).text
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Each with one thing changed, and what.
  private static func tampered(_ proof: [String: Any]) -> [(how: String, proof: [String: Any])] {
    func later(_ text: Any?, by days: Int) -> Any {
      let parts = (text as? String ?? "").split(separator: "-").compactMap { Int($0) }
      return Day(year: parts[0], month: parts[1], day: parts[2]).map { "\($0 + days)" } ?? ""
    }
    func changed(_ key: String, _ value: Any) -> [String: Any] { proof.merging([key: value]) { $1 } }
    let work = proof["work"] as? [[String: Any]] ?? []
    let held = proof["held"] as? [[String: Any]] ?? []
    let minutes = proof["free_minutes"] as? Int ?? 0
    var found = [("the end a day later", changed("not_before", later(proof["not_before"], by: 1)))]
    for index in work.indices {
      for (key, value) in [
        ("minutes", (work[index]["minutes"] as? Int ?? 0) - 60 as Any), ("from", later(work[index]["from"], by: 1)),
      ] {
        var other = work
        other[index][key] = value
        found.append(("\(key) of item \(index)", changed("work", other)))
      }
    }
    for index in held.indices {
      var other = held
      other.remove(at: index)
      found.append(("end \(index) not held", changed("held", other)))
    }
    return found + [("a minute more is free", changed("free_minutes", minutes + 1))]
  }

  @Test(arguments: SmallVault.Kind.allCases)
  func everyProofIsAcceptedAndNoneThatWasChanged(kind: SmallVault.Kind) throws {
    var counts = (late: 0, proofs: 0, tampered: 0)
    for seed in 0..<(seedCount ?? 15) {
      let vault = SmallVault(kind: kind, seed: seed, wholeWeeks: seed % 3 > 0)
      let export = try Self.export(vault.plan)
      let checker = CertificateChecker(export)
      if export["worst_late_days"] as? Int ?? 0 > 0 { counts.late += 1 }
      for (end, proof) in checker.proofs {
        counts.proofs += 1
        let objection = checker.objection(to: proof, of: end)
        #expect(objection == nil, "\(kind) \(seed), \(end)")
        for (how, changed) in Self.tampered(proof) {
          counts.tampered += 1
          #expect(checker.objection(to: changed, of: end) != nil, "\(kind) \(seed), \(end): \(how)")
        }
      }
    }
    if seedCount != nil { print("\(kind): \(counts)") }
    #expect(counts.proofs * 2 > counts.late, "\(kind): \(counts)")
  }
}
