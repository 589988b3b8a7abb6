import PlanDocuments
import VaultStorage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program that writes to a vault, for the tests that let it fail, kill it, or run it beside itself.
///
/// ```
/// write-probe change VAULT STATE PATH…         replaces `old` by `newer` in each file, or makes it
/// write-probe undo VAULT STATE                 takes the last change back
/// write-probe append VAULT STATE PATH LABEL N  adds N lines, one change each, again when somebody else was quicker
/// ```
/// Exit codes: 0 done, 1 nothing to take back, 3 refused, 4 changed meanwhile, 5 incomplete.
@main
struct WriteProbe {
  static func main() {
    // A write beyond the limit on a file's size is to be an error.
    signal(SIGXFSZ, SIG_IGN)
    let words = CommandLine.arguments
    let vault = Vault(at: words[2], stateFolder: words[3])
    // A system call that is easy to find: what comes after it is the write.
    _ = access("/write-probe-begins", F_OK)
    do throws(VaultError) {
      switch words[1] {
      case "change": try vault.apply(try change(of: words[4...], in: vault), at: 1_000)
      case "undo": exit(try vault.undo(at: 1_001) == nil ? 1 : 0)
      case "append": try append(Int(words[6]) ?? 0, label: words[5], to: VaultPath(words[4]), in: vault)
      default: exit(2)
      }
    } catch {
      print(error)
      switch error {
      case .changedMeanwhile: exit(4)
      case .incomplete: exit(5)
      default: exit(3)
      }
    }
  }

  private static func change(of paths: ArraySlice<String>, in vault: Vault) throws(VaultError) -> VaultChange {
    var files: [FileChange] = []
    for path in paths.map({ VaultPath($0) }) {
      guard let text = try vault.text(of: path) else {
        files.append(FileChange(creating: path, bytes: Array("newer\n".utf8)))
        continue
      }
      let places = text.bytes.indices.filter { text.bytes[$0...].starts(with: "old".utf8) }
      files.append(
        FileChange(of: text, edits: places.map { TextEdit(span: ByteSpan($0, $0 + 3), new: "newer") }))
    }
    return VaultChange(title: "Make newer", files: files)
  }

  private static func append(
    _ count: Int, label: String, to path: VaultPath, in vault: Vault
  ) throws(VaultError) {
    var number = 0
    while number < count {
      guard let text = try vault.text(of: path) else { return }
      let end = text.bytes.count
      let line = TextEdit(span: ByteSpan(end, end), new: "- [ ] \(label)-\(number)\n")
      do throws(VaultError) {
        try vault.apply(VaultChange(title: "Append", files: [FileChange(of: text, edits: [line])]), at: 1_000)
        number += 1
      } catch {
        guard case .changedMeanwhile = error else { throw error }
      }
    }
  }
}
