import PlanDocuments

/// The phrases of all playbooks by their first stems.
struct EvidenceIndex: Sendable {
  enum Kind: Sendable {
    /// It names the subject.
    case name
    case hint
    case against
  }

  struct Evidence: Sendable {
    var pattern: GoalPattern
    var playbook: Int
    /// Negative where it speaks against the playbook.
    var weight: Double
    var kind: Kind
    var text: String
  }

  /// Evidence where a goal has it.
  struct Piece: Sendable {
    var evidence: Evidence
    /// The indices of the goal's words, one at least.
    var places: [Int]
    /// With what the words in between take from it.
    var weight: Double

    var first: Int { places.first ?? 0 }
  }

  private var byStem: [String: [Evidence]] = [:]
  private var vocabulary: Set<String> = []
  /// The words of the vocabulary by their first letters and lengths.
  private var byShape: [Shape: [String]] = [:]

  private struct Shape: Hashable {
    var first: Character
    var count: Int
  }

  mutating func add(_ evidence: Evidence) {
    guard let first = evidence.pattern.stems.first else { return }
    byStem[first, default: []].append(evidence)
    learn(evidence.pattern.stems)
  }

  /// These are words; what is near to one of them may be a slip.
  mutating func learn(_ stems: some Sequence<String>) {
    for stem in stems where vocabulary.insert(stem).inserted {
      if let first = stem.first { byShape[Shape(first: first, count: stem.count), default: []].append(stem) }
    }
  }

  /// The evidence in a goal, by playbook.
  func found(in goal: GoalTerms) -> [Int: [Piece]] {
    var found: [Int: [Piece]] = [:]
    for (place, spellings) in goal.spellings.enumerated() {
      for evidence in spellings.flatMap({ byStem[$0] ?? [] }) {
        guard let (places, quality) = evidence.pattern.places(in: goal, from: place) else { continue }
        let weight = evidence.weight > 0 ? evidence.weight * quality : evidence.weight
        found[evidence.playbook, default: []].append(Piece(evidence: evidence, places: places, weight: weight))
      }
    }
    return found
  }

  /// The known word that a slip of the fingers made this of: one letter too many, too few, wrong or swapped, never the first.
  ///
  /// Itself where it is known, short, or near to more than one.
  func meant(_ stem: String) -> String {
    guard stem.count >= 6, !vocabulary.contains(stem), stem.allSatisfy(\.isLetter), let first = stem.first else {
      return stem
    }
    let letters = Array(stem.unicodeScalars)
    let shapes = (stem.count - 1...stem.count + 1).filter { $0 >= 5 }.map { Shape(first: first, count: $0) }
    let near = shapes.flatMap { byShape[$0] ?? [] }.filter {
      NearestWords.distance(letters, Array($0.unicodeScalars)) == 1
    }
    return near.count == 1 ? near.first ?? stem : stem
  }
}
