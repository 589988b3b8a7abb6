package import PlanDocuments

extension Plan {
  /// The text that stands in the files for a milestone's field; nil where there is none.
  package func writtenValue(of field: FieldName, milestone index: Int) -> String? {
    let milestone = milestones[index]
    let document = documents[milestone.document]
    switch milestone.origin {
    case .item(let item):
      return document.items[item].fields.first { document.fields[$0].name == field }
        .map { document.text.string(document.fields[$0].value) }
    case .file:
      return document.frontMatter.flatMap {
        Plan.writtenValue(of: FieldTable[field].key.map(\.description) ?? "", in: $0)
      }
    }
  }

  /// The text that stands in a goal's front matter; nil where there is none.
  ///
  /// Lists have their entries joined by `, `.
  package func writtenValue(of key: String, goal: Int) -> String? {
    documents[goals[goal].document].frontMatter.flatMap { Plan.writtenValue(of: key, in: $0) }
  }

  /// The entries that stand in a list (or as its one value) of a goal's front matter.
  package func writtenEntries(of key: String, goal: Int) -> [String] {
    documents[goals[goal].document].frontMatter.map { Plan.writtenEntries(of: key, in: $0) } ?? []
  }

  /// The entries that stand in a list (or as its one value) of `mm.md`.
  package func writtenSettings(of key: String) -> [String] {
    settings.document.frontMatter.map { Plan.writtenEntries(of: key, in: $0) } ?? []
  }

  static func writtenValue(of key: String, in frontMatter: FrontMatter) -> String? {
    switch frontMatter[key]?.value {
    case .scalar(let scalar): scalar.text
    case .list(let scalars): scalars.map(\.text).joined(separator: ", ")
    case .empty, .other, nil: nil
    }
  }

  static func writtenEntries(of key: String, in frontMatter: FrontMatter) -> [String] {
    switch frontMatter[key]?.value {
    case .scalar(let scalar): [scalar.text]
    case .list(let scalars): scalars.map(\.text)
    case .empty, .other, nil: []
    }
  }
}
