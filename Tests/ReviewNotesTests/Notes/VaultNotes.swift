import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes

/// Review notes of vaults in memory, made by the parts that the program uses.
struct VaultNotes {
  var files: [String: String]
  var today: Day

  init(_ files: [String: String], today: String) {
    self.files = files
    self.today = Day(written: today) ?? Day(number: 0)
  }

  var snapshot: VaultSnapshot {
    var reader = DocumentReader()
    var settings = PlanDocument(reading: SourceText(path: VaultPath("mm.md"), bytes: []))
    var documents: [PlanDocument] = []
    for (path, text) in files {
      let document = reader.document(from: SourceText(path: VaultPath(path), bytes: Array(text.utf8)))
      switch document.kind {
      case .settings: settings = document
      case .other: continue
      default: documents.append(document)
      }
    }
    return VaultSnapshot(settings: settings, documents: documents.sorted { $0.text.path < $1.text.path })
  }

  func outlook(_ period: ReviewPeriod) -> ForecastedPlan {
    ForecastedPlan(Plan(reading: snapshot, today: today))
  }

  func facts(
    choices: Choices = Choices(), evidence: ReviewEvidence = ReviewEvidence(), coveredUntil: Day? = nil,
    previous: ReviewNote? = nil, current: ReviewNote? = nil
  ) -> ReviewFacts {
    let period = ReviewPeriod(today: today, coveredUntil: coveredUntil)
    return ReviewFacts(
      outlook(period), period: period, choices: choices, evidence: evidence, previous: previous, current: current,
      folder: VaultPath("reviews"))
  }
}
