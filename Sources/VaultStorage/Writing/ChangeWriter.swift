internal import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Writes a set of replacements as one step: all or nothing, and never over a text that nobody has read.
///
/// Holds the vault's lock as long as it lives.
struct ChangeWriter {
  private let root: VaultRoot
  private let store: UndoStore
  private let lock: OpenFile

  /// Waits for the lock and tidies up after a writer that was killed.
  init(_ vault: Vault) throws(VaultError) {
    do throws(SystemError) {
      root = try VaultRoot(at: vault.root)
    } catch {
      throw .unreadable(path: vault.root, reason: error.reason)
    }
    do throws(SystemError) {
      let state = try StateFolder(at: vault.stateFolder, for: root.realPath)
      guard let lock = try state.lock() else { throw SystemError(EBUSY) }
      self.lock = lock
      store = UndoStore(folder: state.undoFolder)
      try tidy()
    } catch {
      let reason =
        error.code == EBUSY
        ? "another mm is writing to this vault and did not finish"
        : "the lock and the undo copy cannot be written to \(vault.stateFolder): \(error.reason)"
      throw .refused(path: VaultPath(bytes: []), reason: reason)
    }
  }

  var undoStore: UndoStore { store }

  /// The file's text as it is now; nil if there is none.
  func text(of path: VaultPath) throws(VaultError) -> [UInt8]? {
    do {
      let location = try root.location(of: path)
      guard location.status != nil else { return nil }
      let file = try location.folder.file(location.name)
      return try file.bytes(size: try file.status().size)
    } catch ResolvingError.noFolder {
      return nil
    } catch {
      throw .refused(path: path, reason: SystemError.reason(of: error))
    }
  }

  /// - Parameters:
  ///   - now: seconds since 1970.
  ///   - gap: called for each file between the last look at it and the step that changes it.
  func write(
    _ replacements: [Replacement], title: String, kind: OperationRecord.Kind, at now: Int,
    gap: (VaultPath) -> Void
  ) throws(VaultError) {
    var record = OperationRecord(
      title: title, kind: kind, stem: String(UInt64.random(in: 0 ... .max), radix: 36), replacements: replacements,
      madeFolders: [])
    var files: [PreparedFile] = []
    for (index, replacement) in replacements.enumerated() {
      files.append(try PreparedFile(replacement, temporary: record.temporaryName(index), in: root))
    }
    try refuseTwoNamesOfOneFile(files)
    record.madeFolders = foldersToMake(for: files)

    let entry: UndoStore.Entry
    do throws(SystemError) {
      try store.prune(at: now)
      entry = try store.keep(record, at: now)
    } catch {
      throw .refused(path: VaultPath(bytes: []), reason: "the undo copy cannot be written: \(error.reason)")
    }
    var step = Step(files: files)
    do {
      try step.run(in: root, gap: gap)
    } catch {
      // The undo store still has to know what could not be put back, and the names of hidden files that are left.
      if case .incomplete = error { throw error }
      if step.isTidy { try? store.forget(entry) }
      throw error
    }
  }

  /// Removes the folders that an operation made, the innermost first, as far as they are empty.
  func removeFolders(of record: OperationRecord) {
    for folder in record.madeFolders.reversed() {
      guard let location = try? root.location(of: folder), location.status?.kind == .folder else { continue }
      try? location.folder.removeFolder(location.name)
    }
  }

  private func refuseTwoNamesOfOneFile(_ files: [PreparedFile]) throws(VaultError) {
    var seen: Set<VaultPath> = []
    var identities: Set<FileStatus.Identity> = []
    for file in files {
      let isNew = seen.insert(file.location.path).inserted
      let isOther = file.location.status.map { identities.insert($0.identity).inserted } ?? true
      if !isNew || !isOther { throw .refused(path: file.path, reason: "the change names the file twice") }
    }
  }

  private func foldersToMake(for files: [PreparedFile]) -> [VaultPath] {
    var folders: Set<VaultPath> = []
    for file in files where file.way == .create {
      var folder = file.path.folder
      while !folder.bytes.isEmpty {
        let status = try? root.location(of: folder).status
        if status != nil { break }
        folders.insert(folder)
        folder = folder.folder
      }
    }
    return folders.sorted()
  }

  /// Removes the hidden files that the last operation left when it was killed: they hold its old or its new text.
  private func tidy() throws(SystemError) {
    guard let record = try store.newest() else { return }
    for (index, replacement) in record.replacements.enumerated() {
      guard let folder = try? root.location(of: replacement.path).folder else { continue }
      let temporary = record.temporaryName(index)
      for name in [temporary, OperationRecord.spareName(of: temporary)] {
        guard let file = try? folder.file(name), let status = try? file.status() else { continue }
        guard status.kind == .file, let text = try? file.bytes(size: status.size) else { continue }
        let isOurs = text == replacement.before || replacement.after?.starts(with: text) ?? false
        if isOurs { try? folder.removeFile(name) }
      }
    }
  }
}

/// The files of one change while they are written, with what is to be taken back if one fails.
private struct Step {
  var files: [PreparedFile]
  private var madeFolders: [MadeFolder] = []
  /// The indices of the files that have their new text, in the order in which they got it.
  private var written: [Int] = []
  /// After a failure: no hidden file is left.
  private(set) var isTidy = true

  init(files: [PreparedFile]) {
    self.files = files
  }

  mutating func run(in root: VaultRoot, gap: (VaultPath) -> Void) throws(VaultError) {
    var current = VaultPath(bytes: [])
    do {
      for index in files.indices {
        current = files[index].path
        try makeFolders(for: index, in: root)
        try files[index].writeTemporary()
      }
      // What is written in place is the hardest to take back, so it comes last.
      let order =
        files.indices.filter { files[$0].way != .inPlace } + files.indices.filter { files[$0].way == .inPlace }
      for index in order {
        current = files[index].path
        try files[index].write(gap: gap)
        written.append(index)
      }
      try syncFolders()
      for index in files.indices {
        current = files[index].path
        try files[index].verifyReplacedText()
      }
    } catch {
      try takeBack(because: error)
      switch error {
      case let error as VaultError: throw error
      default: throw .refused(path: current, reason: SystemError.reason(of: error))
      }
    }
    for file in files { file.finish() }
  }

  private mutating func makeFolders(for index: Int, in root: VaultRoot) throws {
    guard files[index].way == .create, files[index].location.name.isEmpty else { return }
    var made: [MadeFolder] = []
    defer { madeFolders += made }
    files[index].location = try root.location(of: files[index].path) { made.append($0) }
  }

  private func syncFolders() throws {
    var synced: Set<FileStatus.Identity> = []
    for folder in files.filter({ $0.way != .inPlace }).map(\.location.folder) + madeFolders.map(\.folder) {
      if synced.insert(try folder.status().identity).inserted { try folder.sync() }
    }
  }

  /// Puts every old text back.
  ///
  /// Goes on after a file that cannot be put back, and throws for the first of them.
  private mutating func takeBack(because failure: any Error) throws(VaultError) {
    var worst: VaultError?
    for index in written.reversed() {
      do {
        if !(try files[index].takeBack(because: failure)) { isTidy = false }
      } catch let error as VaultError {
        worst = worst ?? error
      } catch {
        worst = worst ?? .incomplete(path: files[index].path, reason: SystemError.reason(of: error))
      }
    }
    for index in files.indices
    where !written.contains(index) && files[index].way != .remove && files[index].way != .inPlace {
      if !files[index].dropTemporary() { isTidy = false }
    }
    for made in madeFolders.reversed() { try? made.folder.removeFolder(made.name) }
    if let worst { throw worst }
  }
}
