import PlanDocuments
import PlanOutput
import VaultStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Session {
  /// Opens the note in the person's editor (`MM_EDITOR`, `VISUAL`, `EDITOR`) and waits until it is left; without one, waits for Enter.
  ///
  /// False where the person wants no more: the input ended, or the editor failed.
  func waitForTicks(in note: VaultPath) throws -> Bool {
    let editor = surroundings["MM_EDITOR"] ?? surroundings["VISUAL"] ?? surroundings["EDITOR"]
    let path = try vault().root + "/" + note.description
    guard let editor else {
      streams.ask("\nTick in the note, save it, and press Enter here. (Ctrl-D leaves it for later.) ")
      return readLine() != nil
    }
    streams.ask("\nPress Enter to open it in \(editor), or Ctrl-D to leave it for later. ")
    guard readLine() != nil else { return false }
    // The editor may be several words; the path is handed over beside them, not between them.
    let words = ["/bin/sh", "-c", editor + " \"$@\"", "sh", path]
    guard ChildProgram.run(words, environment: surroundings.variables) == 0 else {
      streams.tell("mm: \(editor) ended with an error. The note stays as it is; mm review goes on from there.")
      return false
    }
    return true
  }
}
