internal import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The steps that write one file. A step that throws has left the file as it was, unless it throws `incomplete`.
extension PreparedFile {
  /// Writes the new text into a hidden file beside the old one, down to the disk.
  ///
  /// What cannot be given the old file's owner and attributes, or has no place for a second file, is left to be written
  /// in place.
  mutating func writeTemporary() throws(SystemError) {
    guard let after = replacement.after, way == .exchange || way == .create else { return }
    guard let copy = try newTemporary() else {
      way = .inPlace
      return
    }
    try copy.write(after[...], at: 0)
    try copy.sync()
  }

  /// An empty hidden file with the attributes of the old one; nil if it cannot be had.
  private func newTemporary() throws(SystemError) -> OpenFile? {
    // A new file gets what the person's umask leaves; a copy is closed to others until it has the old file's mode.
    guard way == .exchange, let original else { return try location.folder.newFile(temporary, mode: 0o666) }
    let copy: OpenFile
    do throws(SystemError) {
      copy = try location.folder.newFile(temporary, mode: 0o600)
    } catch {
      if error.code == EACCES || error.code == EPERM { return nil }
      throw error
    }
    do throws(SystemError) {
      try copy.takeAttributes(of: original, status: try original.status())
      return copy
    } catch {
      try? location.folder.removeFile(temporary)
      return nil
    }
  }

  /// Puts the new text in the file's place.
  ///
  /// `gap` is called between the last look and the step itself.
  func write(gap: (VaultPath) -> Void) throws {
    switch way {
    case .exchange: try writeByExchange(gap: gap)
    case .inPlace: try writeInPlace(from: replacement.before ?? [], to: replacement.after ?? [])
    case .create: try create(gap: gap)
    case .remove: try remove(gap: gap)
    }
  }

  private func writeByExchange(gap: (VaultPath) -> Void) throws {
    guard let before = replacement.before, let original else { return }
    let status = try original.status()
    guard let now = try location.folder.status(of: location.name), now == status, try bytes(of: location.name) == before
    else { throw VaultError.changedMeanwhile(path) }
    gap(path)
    try swapWithTemporary()
    do {
      // Somebody may have written after the last look: then what came out is theirs.
      if try bytes(of: temporary) != before { throw VaultError.changedMeanwhile(path) }
    } catch {
      try takeBack(because: error)
      throw error
    }
  }

  /// The new text begins where the two differ first; a shorter file is cut last.
  private func writeInPlace(from old: [UInt8], to new: [UInt8]) throws {
    let file = try location.folder.file(location.name, forWriting: true)
    let status = try file.status()
    let identity = try original?.status().identity
    guard status.identity == identity, try file.bytes(size: status.size) == old else {
      throw VaultError.changedMeanwhile(path)
    }
    func put(_ text: [UInt8], from start: Int, over length: Int) throws {
      try file.write(text[min(start, text.count)...], at: start)
      if text.count < length { try file.truncate(to: text.count) }
      try file.sync()
    }
    let start = zip(old, new).prefix { $0 == $1 }.count
    do {
      try put(new, from: start, over: old.count)
    } catch {
      do {
        try put(old, from: start, over: max(old.count, new.count))
      } catch {
        throw VaultError.incomplete(path: path, reason: SystemError.reason(of: error))
      }
      throw error
    }
  }

  private func create(gap: (VaultPath) -> Void) throws {
    gap(path)
    do {
      try location.folder.renameNew(temporary, to: location.name)
    } catch  where error.isUnsupported {
      try location.folder.link(temporary, as: location.name)
      try? location.folder.removeFile(temporary)
    } catch  where error.code == EEXIST {
      throw VaultError.changedMeanwhile(path)
    }
  }

  private func remove(gap: (VaultPath) -> Void) throws {
    gap(path)
    try moveAway()
    do {
      if try bytes(of: temporary) != replacement.before { throw VaultError.changedMeanwhile(path) }
    } catch {
      try takeBack(because: error)
      throw error
    }
  }

  /// What came out is still what was read: nobody wrote through an old handle meanwhile.
  func verifyReplacedText() throws {
    switch way {
    case .exchange, .remove:
      if try bytes(of: temporary) != replacement.before { throw VaultError.changedMeanwhile(path) }
    case .create, .inPlace: break
    }
  }

  /// Puts the old text back after `write`, because of a failure somewhere.
  ///
  /// - Returns: whether no hidden file is left.
  @discardableResult
  func takeBack(because failure: any Error) throws -> Bool {
    do {
      switch way {
      case .exchange: try swapWithTemporary()
      case .inPlace: try writeInPlace(from: replacement.after ?? [], to: replacement.before ?? [])
      case .create: try moveAway()
      case .remove: try location.folder.renameNew(temporary, to: location.name)
      }
    } catch {
      throw VaultError.incomplete(path: path, reason: SystemError.reason(of: failure))
    }
    return way == .exchange || way == .create ? dropTemporary() : true
  }

  /// Removes the temporary file that holds our own text.
  ///
  /// If somebody wrote into that meanwhile, it gets a name that they can see.
  ///
  /// - Returns: whether the hidden name is free.
  func dropTemporary() -> Bool {
    do {
      let text = try bytes(of: temporary)
      if replacement.after?.starts(with: text) ?? false {
        try location.folder.removeFile(temporary)
        return true
      }
      let number = temporary.dropFirst(".mm-".utf8.count).dropLast(".tmp".utf8.count)
      let name = path.noteName + " (conflicted copy " + String(decoding: number, as: UTF8.self) + ").md"
      try location.folder.renameNew(temporary, to: Array(name.utf8))
      return true
    } catch {
      return error.code == ENOENT
    }
  }

  /// Removes the old text after the change has been made.
  ///
  /// If that fails, the hidden file stays until the next change.
  func finish() {
    if way == .exchange || way == .remove { try? location.folder.removeFile(temporary) }
  }

  private func bytes(of name: NameBytes) throws(SystemError) -> [UInt8] {
    let file = try location.folder.file(name)
    return try file.bytes(size: try file.status().size)
  }

  /// Swaps the file with the temporary one: in one step, or on disks that cannot by a third name, so that no text is ever
  /// without one.
  private func swapWithTemporary() throws(SystemError) {
    let folder = location.folder
    do throws(SystemError) {
      try folder.exchange(temporary, location.name)
    } catch  where error.isUnsupported {
      let spare = OperationRecord.spareName(of: temporary)
      try folder.link(location.name, as: spare)
      do throws(SystemError) {
        try folder.rename(temporary, over: location.name)
      } catch {
        try? folder.removeFile(spare)
        throw error
      }
      try folder.rename(spare, over: temporary)
    }
  }

  /// Gives the file the temporary name, which nobody has.
  private func moveAway() throws(SystemError) {
    do throws(SystemError) {
      try location.folder.renameNew(location.name, to: temporary)
    } catch  where error.isUnsupported {
      try location.folder.rename(location.name, over: temporary)
    }
  }
}

extension SystemError {
  /// The disk does not know how to do this, as some network and memory-stick file systems.
  fileprivate var isUnsupported: Bool { code == ENOSYS || code == EINVAL || code == ENOTSUP }

  /// What to tell about a failure inside of the write.
  static func reason(of error: any Error) -> String {
    switch error {
    case let error as SystemError: error.reason
    case let error as ResolvingError: error.reason
    case VaultError.changedMeanwhile(let path): "\(path) was changed by someone else meanwhile"
    case VaultError.refused(_, let reason), VaultError.incomplete(_, let reason): reason
    default: "\(error)"
    }
  }
}
