package import PlanDocuments

/// One thing that `mm check` looks for.
package protocol Check: Sendable {
  static var card: CheckCard { get }

  init()

  /// What it finds, in any order.
  func findings(in facts: CheckFacts) -> [Finding]
}

/// What a check is, for the person who meets it, and the examples that are its tests.
package struct CheckCard: Sendable {
  /// Such as `MM201`.
  ///
  /// By hundred: 1 writing, 2 references, 3 dates and hours, 4 progress, 5 the goal as a whole. Never given twice.
  package var code: String
  package var name: String
  package var severity: Severity
  /// What it finds, in a sentence.
  package var finds: String
  /// Why it matters.
  package var matters: String
  /// What to do.
  package var cure: String
  package var examples: [CheckExample]

  package init(
    code: String, name: String, severity: Severity, finds: String, matters: String, cure: String,
    examples: [CheckExample]
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.finds = finds
    self.matters = matters
    self.cure = cure
    self.examples = examples
  }

  /// One finding of this check.
  func finding(
    at place: Place, _ message: String, related: [(note: String, place: Place)] = [], fix: FileChange? = nil
  ) -> Finding {
    Finding(check: name, severity: severity, place: place, message: message, related: related, fix: fix)
  }
}

extension Check {
  var card: CheckCard { Self.card }
}
