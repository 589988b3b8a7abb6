/// SplitMix64: every seed a good beginning, the same numbers on every machine.
struct Random {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// 0 to `limit` − 1.
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 33) % limit
  }
}

/// Prose of no meaning, with the accents and punctuation that real notes have.
enum Words {
  private static let words = """
    the a of and to in for with from after before until about three seven plan draft list letter call price house garden
    first second last early late short long plain quiet open ready whole half write read ask send check build paint learn
    measure compare collect sort choose agree show print test repair teacher neighbour client friend sister doctor café
    naïve Zürich station morning evening weekend Monday kitchen window table chapter budget contract invoice question
    answer reason doubt week month year hour page word line map road hill *surely* **never** `config` [notes](notes.md)
    """.split(whereSeparator: \.isWhitespace)
  /// The last four have Markdown in them, which front matter would read otherwise.
  private static let plainCount = words.count - 4
  private static let starts = ["Make", "Find", "Write", "Carry", "Prepare", "Finish"]

  static func plain(_ count: Int, _ random: inout Random) -> String {
    (0..<count).map { _ in words[random.below(plainCount)] }.joined(separator: " ")
  }

  static func plainSentence(_ count: Int, _ random: inout Random) -> String {
    starts[random.below(starts.count)] + " " + plain(count - 1, &random)
  }

  static func some(_ count: Int, _ random: inout Random) -> String {
    (0..<count).map { _ in words[random.below(words.count)] }.joined(separator: " ")
  }

  /// Begins with a capital word.
  static func sentence(_ count: Int, _ random: inout Random) -> String {
    starts[random.below(starts.count)] + " " + some(count - 1, &random)
  }
}
