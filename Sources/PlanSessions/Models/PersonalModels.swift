package import ModelBackends
import PlanDocuments

/// The language models that the person has set up: a file for each in `$XDG_CONFIG_HOME/mm/models`.
package struct PersonalModels: Sendable {
  /// The folder as it is named to the person.
  package let folder: String
  /// By name; those that cannot be read say why.
  package private(set) var models: [(name: String, setup: Result<ModelSetup, ModelSetup.Problem>)] = []

  package init(_ machine: Machine) {
    let path = (machine.configurationFolder ?? "") + "/models"
    folder = path
    if machine.configurationFolder == nil { return }
    let names = MachineFile.names(in: path).filter { $0.hasSuffix(".yaml") && Self.isName($0.dropLast(5)) }
      .map { String($0.dropLast(5)) }
    for name in names.sorted() {
      let file = path + "/" + name + ".yaml"
      do throws(ModelSetup.Problem) {
        let bytes = MachineFile.bytes(at: file, most: 64 * 1024) ?? []
        models.append((name, .success(try ModelSetup(name: name, file: file, bytes: bytes))))
      } catch {
        models.append((name, .failure(error)))
      }
    }
  }

  /// The model of that name, or of the only one that begins so.
  func setup(named name: String) throws(SessionError) -> ModelSetup {
    let begun = models.filter { $0.name.hasPrefix(name) }
    guard let found = models.first(where: { $0.name == name }) ?? (begun.count == 1 ? begun.first : nil) else {
      throw .model(.unknown(name, near: NearestWords.to(name, in: models.map(\.name)), isAnySetUp: !models.isEmpty))
    }
    switch found.setup {
    case .success(let setup): return setup
    case .failure(let problem): throw .model(.unreadable(file: "\(folder)/\(found.name).yaml", problem: problem.words))
    }
  }

  /// Letters, digits, `.`, `_` and `-`.
  private static func isName(_ name: Substring) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return false }
    return name.utf8.allSatisfy { byte in
      byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || (0x30...0x39).contains(byte) || "._-".utf8.contains(byte)
    }
  }
}
