import ModelBackends
import PlanOutput
import TextStyling

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The language models that the person has set up: a file for each in `$XDG_CONFIG_HOME/mm/models`.
struct PersonalModels {
  /// The folder as it is named to the person.
  let folder: String
  /// By name; those that cannot be read say why.
  private(set) var models: [(name: String, setup: Result<ModelSetup, ModelSetup.Problem>)] = []

  init(_ surroundings: Surroundings) {
    let path = (surroundings.configurationFolder ?? "") + "/models"
    folder = path
    guard surroundings.configurationFolder != nil, let opened = opendir(path) else { return }
    defer { closedir(opened) }
    var names: [String] = []
    while let entry = readdir(opened) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if file.hasSuffix(".yaml"), PersonalModels.isName(file.dropLast(5)) { names.append(String(file.dropLast(5))) }
    }
    for name in names.sorted() {
      let file = path + "/" + name + ".yaml"
      do throws(ModelSetup.Problem) {
        models.append((name, .success(try ModelSetup(name: name, file: file, bytes: PersonalModels.bytes(at: file)))))
      } catch {
        models.append((name, .failure(error)))
      }
    }
  }

  /// The model of that name, or of the only one that begins so.
  func setup(named name: String) throws(Failure) -> ModelSetup {
    let begun = models.filter { $0.name.hasPrefix(name) }
    guard let found = models.first(where: { $0.name == name }) ?? (begun.count == 1 ? begun.first : nil) else {
      let suggestion = Failure.suggestion(for: name, in: models.map(\.name))
      let known: StyledText =
        models.isEmpty ? " None is set up; mm draft --with says how." : " mm draft --with lists those that are set up."
      throw Failure(.wrongUse, "There is no model “\(name)”.\(suggestion)\(known)")
    }
    switch found.setup {
    case .success(let setup): return setup
    case .failure(let problem): throw Failure(.wrongUse, "\(folder)/\(found.name).yaml: \(StyledText(problem.words)).")
    }
  }

  /// Letters, digits, `.`, `_` and `-`.
  private static func isName(_ name: Substring) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return false }
    return name.utf8.allSatisfy { byte in
      byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || (0x30...0x39).contains(byte) || "._-".utf8.contains(byte)
    }
  }

  private static func bytes(at path: String) -> [UInt8] {
    TextFile.bytes(at: path, most: 64 * 1024) ?? []
  }
}

/// Small files outside of vaults.
enum TextFile {
  /// All bytes of a file, or of standard input (`-`); nil where it cannot be read or holds more than `most`.
  static func bytes(at path: String, most: Int) -> [UInt8]? {
    let file = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = piece.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count == 0 { return result }
      if count < 0, errno != EINTR { return nil }
      result += piece.prefix(max(0, count))
      if result.count > most { return nil }
    }
  }
}
