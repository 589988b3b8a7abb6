import BundledFiles
import Testing

@testable import Drafting

/// The lists of `templates/words/`, as a person edits them.
@Suite struct WordListsTests {
  @Test func everyListHasWordsAndEveryHeadingNamesAList() {
    for name in WordLists.Name.allCases { #expect(!WordLists.bundled[name].isEmpty, "\(name.rawValue)") }
    #expect(WordLists.bundled.unknown == [])
    #expect(WordLists.bundled.kindNames.count == 10)
    #expect(WordLists.bundled.figures.count == WordLists.bundled[.numbers].count)
  }

  @Test func everyWordIsOneAsTextsAreTakenApart() {
    for file in BundledFile.words {
      #expect(!BundledFile.templates.contains { $0.path == file.path })
      #expect(file.text.utf8.allSatisfy { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\t") })
    }
    for name in WordLists.Name.allCases {
      for word in WordLists.bundled[name] {
        #expect(word == word.lowercased() && word.first?.isWhitespace == false, "\(name.rawValue): \(word)")
        #expect(!word.contains("  "), "\(name.rawValue): \(word)")
      }
    }
  }

  @Test func bulletsAreReadAndAllElseIsForPeople() {
    let lists = WordLists([
      """
      # Title
      - not in a list

      ## same

      Some words, and more.

      - draft, write,
        written
      - buy

      ## (planet)
      - mars, venus

      ## no such list
      - word
      """
    ])
    #expect(lists.sameGroups == [["draft", "write", "written"], ["buy"]])
    #expect(lists[.same] == ["draft", "write", "written", "buy"])
    #expect(lists.kinds(of: "mars", stem: "mar") == ["(planet)"])
    #expect(lists.words(of: "(planet) (country)") == ["(planet)", "country"])
    #expect(lists.unknown == ["no such list"])
    #expect(lists.isCommon("august") && !lists.isCommon("word"))
  }
}
