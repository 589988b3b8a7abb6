import PlanDocuments
import PlanSessions
import TextStyling
import VaultStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Terminal {
  /// Opens the note in the person's editor (`MM_EDITOR`, `VISUAL`, `EDITOR`) and waits until it is left; without one, waits for Enter.
  ///
  /// False where the person wants no more: the input ended, or the editor failed.
  func waitForTicks(in note: VaultPath, of session: PlanSession) -> Bool {
    let path = session.vault.root + "/" + note.description
    guard let editor else {
      streams.ask("\nTick in the note, save it, and press Enter here. (Ctrl-D leaves it for later.) ")
      return readAnswer() != nil
    }
    streams.ask("\nPress Enter to open it in \(editor), or Ctrl-D to leave it for later. ")
    guard readAnswer() != nil else { return false }
    guard open(path, in: editor) else {
      streams.tell("mm: \(editor) ended with an error. The note stays as it is; mm review goes on from there.")
      return false
    }
    return true
  }

  private var editor: String? { surroundings["MM_EDITOR"] ?? surroundings["VISUAL"] ?? surroundings["EDITOR"] }

  /// The editor may be several words; the path is handed over beside them, not between them.
  private func open(_ path: String, in editor: String) -> Bool {
    let words = ["/bin/sh", "-c", editor + " \"$@\"", "sh", path]
    return ChildProgram.run(words, environment: surroundings.variables) == 0
  }

  /// Opens a text that is in no vault yet in the person's editor; nil where there is none, or it failed.
  func editedInEditor(_ bytes: [UInt8], named name: String, of session: PlanSession) -> [UInt8]? {
    guard let editor else {
      streams.tell("mm: No editor is named. Set MM_EDITOR, VISUAL or EDITOR.")
      return nil
    }
    let folder = session.vault.stateFolder + "/edit"
    guard let file = PrivateFile(bytes, named: name, in: folder) else {
      streams.tell("mm: \(folder) cannot be written, so nothing was opened.")
      return nil
    }
    defer { file.remove() }
    guard open(file.path, in: editor) else {
      streams.tell("mm: \(editor) ended with an error; your edits were not taken.")
      return nil
    }
    return file.bytes
  }
}

/// A file outside every vault that only its owner can read: a text on its way through an editor.
struct PrivateFile {
  let path: String

  /// nil where it cannot be written.
  init?(_ bytes: [UInt8], named name: String, in folder: String) {
    var parent = ""
    for part in folder.split(separator: "/") {
      parent += "/" + part
      if mkdir(parent, 0o700) != 0, errno != EEXIST { return nil }
    }
    path = "\(folder)/\(getpid())-\(name)"
    unlink(path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return nil }
    }
  }

  /// What is in it now; nil where it is gone.
  var bytes: [UInt8]? { MachineFile.bytes(at: path, most: 16 * 1024 * 1024) }

  func remove() { unlink(path) }
}
