package enum Severity: UInt8, Hashable, Comparable, Sendable {
  case hint, warning, error

  package static func < (one: Severity, other: Severity) -> Bool { one.rawValue < other.rawValue }
}

/// A place in a file of the vault.
package struct Place: Hashable, Sendable {
  package var path: VaultPath
  package var span: ByteSpan

  package init(path: VaultPath, span: ByteSpan) {
    self.path = path
    self.span = span
  }
}

/// Something in the person's files that does not add up.
package struct Finding: Hashable, Sendable {
  /// The name of the check that found it: `unknown-dependency`.
  package var check: String
  package var severity: Severity
  package var place: Place
  /// One or two sentences: what is so, in the person's words, and what to do.
  package var message: String
  /// Other places that belong to it, each with a word on why.
  package var related: [(note: String, place: Place)] {
    get { relatedNotes.indices.map { (relatedNotes[$0], relatedPlaces[$0]) } }
    set {
      relatedNotes = newValue.map(\.note)
      relatedPlaces = newValue.map(\.place)
    }
  }
  /// A change that cures it, where there is one.
  package var fix: FileChange?

  private var relatedNotes: [String] = []
  private var relatedPlaces: [Place] = []

  package init(
    check: String, severity: Severity, place: Place, message: String,
    related: [(note: String, place: Place)] = [], fix: FileChange? = nil
  ) {
    self.check = check
    self.severity = severity
    self.place = place
    self.message = message
    self.fix = fix
    self.related = related
  }
}
