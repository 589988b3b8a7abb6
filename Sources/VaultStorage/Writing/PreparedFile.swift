internal import PlanDocuments

/// One file of a change, looked at and found fit to be written.
struct PreparedFile: Sendable {
  enum WriteMethod: Hashable, Sendable {
    /// A finished copy takes the file's place in one step.
    case exchange
    /// The file has several names, or its owner or attributes cannot be copied: the bytes are written into it.
    case inPlace
    case create
    case remove
  }

  let replacement: Replacement
  var location: Location
  /// The file as it was read; nil for a new one.
  let original: OpenFile?
  let temporary: NameBytes
  var way: WriteMethod

  var path: VaultPath { replacement.path }

  /// Reads the file and refuses what must not or cannot be written.
  ///
  /// Opens nothing for writing.
  init(_ replacement: Replacement, temporary: NameBytes, in root: VaultRoot) throws(VaultError) {
    self.replacement = replacement
    self.temporary = temporary
    let path = replacement.path
    let parts = path.bytes.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self).lowercased() }
    if parts.contains(".git") { throw .refused(path: path, reason: "git's own files are not mm's to write") }
    if let reason = SyncTraces.reasonNotToTouch(path.nameBytes) { throw .refused(path: path, reason: reason) }
    do throws(ResolvingError) {
      location = try root.location(of: path)
    } catch {
      if replacement.before == nil, error == .noFolder {
        location = Location(folder: root.folder, name: [], path: path, status: nil)
        original = nil
        way = .create
        return
      }
      throw error == .noFolder ? .changedMeanwhile(path) : .refused(path: path, reason: error.reason)
    }

    guard let before = replacement.before else {
      if location.status != nil { throw .refused(path: path, reason: "a file of that name is there already") }
      original = nil
      way = .create
      return
    }
    guard let status = location.status else { throw .changedMeanwhile(path) }
    guard status.kind == .file else { throw .refused(path: path, reason: "it is no ordinary file") }
    if status.mode & 0o200 == 0 { throw .refused(path: path, reason: "it is read-only") }
    if !location.folder.mayWrite(location.name) { throw .refused(path: path, reason: "no permission to write to it") }
    let file: OpenFile
    let bytes: [UInt8]
    do throws(SystemError) {
      file = try location.folder.file(location.name)
      bytes = try file.bytes(size: status.size)
    } catch {
      throw .refused(path: path, reason: error.reason)
    }
    if bytes != before { throw .changedMeanwhile(path) }
    original = file
    if PlanDocument(reading: SourceText(path: path, bytes: before), extent: .everyNote).conflict != nil {
      throw .refused(path: path, reason: "it holds the conflict markers of a merge; settle them in an editor first")
    }
    way = replacement.after == nil ? .remove : status.names > 1 ? .inPlace : .exchange
  }
}
