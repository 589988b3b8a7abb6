import JSONText
import ModelBackends
import PlanSessions
import TextStyling

/// Which language models are set up, and how to set one up.
struct ModelListing {
  let models: PersonalModels

  var text: StyledText {
    var text: StyledText = ""
    if models.models.isEmpty {
      text +=
        "No language model is set up. Nothing needs one: drafts come from playbooks, and no plan leaves this machine.\n"
    } else {
      var table = TextTable([.init(), .init(), .init()])
      for (name, setup) in models.models {
        switch setup {
        case .success(let setup):
          table.add([StyledText(name, .strong), StyledText(way(setup)), StyledText(place(setup))])
        case .failure(let problem): table.add([StyledText(name, .strong), StyledText(problem.words, .attention), ""])
        }
      }
      text += table.text(width: 100, indent: 0)
    }
    text += "\nTo set one up, write a file with its name into \(StyledText(models.folder, .place)):\n"
    for (file, lines) in Self.examples {
      text += "\n  \(StyledText(file, .place))\n"
      for line in lines { text += "    \(StyledText(line))\n" }
    }
    return text
      + "\nThen: mm draft GOAL --with NAME. Without any of this, mm draft GOAL --prompt prints the question for any chat window,\nand mm draft GOAL --from FILE reads the answer.\n"
  }

  private static let examples: [(file: String, lines: [String])] = [
    ("llm.yaml", ["command: llm -m MODEL --no-log"]),
    ("local.yaml", ["speaks: openai", "url: http://localhost:11434/v1", "model: MODEL"]),
    ("openai.yaml", ["speaks: openai", "model: MODEL", "key: OPENAI_API_KEY"]),
    ("claude.yaml", ["speaks: anthropic", "model: MODEL", "key-command: pass show anthropic"]),
  ]

  private func way(_ setup: ModelSetup) -> String {
    switch setup.way {
    case .command(let words): words.joined(separator: " ")
    case .server: setup.model ?? ""
    }
  }

  private func place(_ setup: ModelSetup) -> String {
    switch setup.way {
    case .command: "a program"
    case .server: setup.isLocal ? "\(setup.host), this machine" : setup.host
    }
  }

  var json: JSONValue {
    let list: [JSONValue] = models.models.map { name, setup in
      switch setup {
      case .success(let setup): ["name": .string(name), "way": .string(way(setup)), "at": .string(place(setup))]
      case .failure(let problem): ["name": .string(name), "problem": .string(problem.words)]
      }
    }
    return ["schema": "mm.models", "version": 1, "folder": .string(models.folder), "models": .array(list)]
  }
}
