/// Brings the words of a command line into the order that the parser wants.
///
/// The options that all commands share may stand before the command (`mm --today +3w review`), and a day like `-2d` is
/// a value, not an option.
enum ArgumentOrder {
  static func arranged(_ arguments: [String]) -> [String] {
    var shared: [String] = []
    var rest: [String] = []
    var values: [String] = []
    var hasSeenCommand = false
    var index = 0
    while index < arguments.count {
      let word = arguments[index]
      index += 1
      if word == "--" {
        values += arguments[index...]
        break
      }
      if let takesValue = SharedOptions.names[word] {
        if takesValue, index < arguments.count {
          shared.append("\(word)=\(arguments[index])")
          index += 1
        } else {
          shared.append(word)
        }
      } else if SharedOptions.names.contains(where: { $0.value && word.hasPrefix($0.key + "=") }) {
        shared.append(word)
      } else if hasSeenCommand, isNegativeAmount(word) {
        values.append(word)
      } else if word == "--with", index == arguments.count || arguments[index].hasPrefix("-") {
        // Alone it asks what is set up.
        rest.append("--with=?")
      } else {
        hasSeenCommand = hasSeenCommand || !word.hasPrefix("-")
        rest.append(word)
      }
    }
    return rest + shared + (values.isEmpty ? [] : ["--"] + values)
  }

  /// The word that stands where a command stands; nil when there is none.
  static func command(in arguments: [String]) -> String? {
    arguments.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
  }

  private static func isNegativeAmount(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.count > 1 && bytes[0] == UInt8(ascii: "-")
      && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[1])
  }
}
