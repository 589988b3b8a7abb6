import JSONText
import PlanDocuments
import PlanSessions
import TextStyling

/// What was begun, and what to do next.
struct NewVaultReport {
  var folder: String
  var root: String
  var isSample: Bool
  var history: NewVault.History
  var today: Day

  var text: StyledText {
    let place: StyledText = folder == "." ? "this folder" : "\(folder, .place)"
    let step: StyledText = folder == "." ? "" : "cd \(folder) && "
    if isSample {
      return "A sample is in \(place), with its dates laid around today.\n\(words)\n"
        + "See where it stands:       \(step)mm\n"
        + "Hold this week's review:   \(step)mm review\n"
    }
    let goal = NewVaultText.goal(today: today).split(separator: "\n", omittingEmptySubsequences: false)
    let example = goal.map { line in line.isEmpty ? "\n" : "     \(line)\n" as StyledText }.joined(by: "")
    return "A new vault is in \(place): mm.md holds its settings.\n\(words)\n"
      + "1. Open mm.md and make the hours true.\n"
      + "2. Write a goal in any editor, for example goals/book.md:\n\n\(example)"
      + "3. \(step)mm check says what is missing, mm schedule proposes dates, mm review holds the week's review.\n"
  }

  private var words: StyledText {
    switch history {
    case .made: "It is a git repository. Commit once a week: pace and forecasts are made from what was ticked when.\n"
    case .existing(let root):
      "It lies in the git repository \(root, .place). Commit once a week: pace and forecasts are made from what was ticked when.\n"
    case .none:
      """
      It is not under git. Then mm knows only the days that stand in the files (done:) and what a review note remembers;
      pace, forecasts and moved dates come out poorer. git init in the folder changes that at any time.

      """
    case .noProgram: "There is no git on this machine, so its history is not kept.\n"
    }
  }

  var json: JSONValue {
    let hasGit =
      switch history {
      case .made, .existing: true
      case .none, .noProgram: false
      }
    return [
      "schema": "mm.init", "version": 1, "vault": .string(root), "sample": .bool(isSample), "git": .bool(hasGit),
    ]
  }
}
