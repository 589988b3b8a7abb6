package import JSONText
package import TextStyling

/// What `mm` promises about people's files, as `mm explain safety` shows it and the documents say it.
package enum SafetyPromises {
  package static let name = "safety"

  package static let all = [
    "Commands that only read write nothing: not to the notes, not to their times, not to `.git`.",
    "A change touches the bytes that it names and no others, and `mm` checks that before it writes.",
    "`mm` never replaces a version of a file that it has not read.",
    "Every change of the last 30 days can be undone, from a copy that is kept outside the vault.",
    "Where `mm` is not sure it changes nothing, and says why.",
    "`mm` never renames a note and deletes none; only `mm undo` removes a file that `mm` made and nobody has touched since.",
    "Doing it twice is doing it once.",
    "Nothing in a vault can make `mm` run a program or reach outside the vault.",
  ]

  private static let notPromised =
    "Not promised: a power cut in the few milliseconds around a change may leave the old version, never a mixture; except in a "
    + "file with several hard links, which is written in place. Its old bytes are in the undo store."

  package static func text(width: Int) -> StyledText {
    let width = min(width, 100)
    let promises = all.enumerated().map { index, promise in
      "\(index + 1)  " + StyledText(promise).wrapped(width - 3).indented(3) + "\n" as StyledText
    }
    return promises.joined(by: "") + "\n" + StyledText(notPromised).wrapped(width) + "\n"
  }

  package static let version = 1

  package static var json: JSONValue {
    [
      "schema": "mm.explain.safety", "version": .integer(version), "promises": .array(all.map(JSONValue.string)),
      "not_promised": .string(notPromised),
    ]
  }
}
