package import PlanDocuments

extension Vault {
  /// Reads every plan file of the vault as it stands now, on all processors.
  ///
  /// The result is the same on every run. Ordinary notes are left out; what could not be read, or should not be, is listed
  /// in `skipped`.
  ///
  /// - Parameter texts: these count in place of the files, such as those of an editor that are not saved; a file may be new.
  package func snapshot(laidOver texts: [VaultPath: [UInt8]] = [:]) throws(VaultError) -> VaultSnapshot {
    let root = try openRoot()
    var settings = try text(of: VaultPath(Self.settingsName), in: root)
    if let bytes = texts[VaultPath(Self.settingsName)] {
      settings = SourceText(path: VaultPath(Self.settingsName), bytes: bytes)
    }
    guard let settings else {
      throw .notAVault(folder: self.root, namedBy: "the path")
    }
    let document = PlanDocument(reading: settings)
    var walk: VaultWalk
    do throws(SystemError) {
      walk = try VaultWalk(root, rules: VaultRules(document))
      if !texts.isEmpty { walk.add(newNotes: Array(texts.keys)) }
    } catch {
      throw .unreadable(path: self.root, reason: error.reason)
    }
    var snapshot = VaultSnapshot(settings: document, documents: [], skipped: walk.skipped)
    snapshot.documents.reserveCapacity(walk.notes.count)
    for notes in NoteReader(root: root, notes: walk.notes, texts: texts).all() {
      snapshot.documents += notes.documents
      snapshot.skipped += notes.skipped
    }
    snapshot.skipped.sort { $0.path < $1.path }
    return snapshot
  }

  /// One note's text, whatever its kind: a review, a playbook, a note that is to be edited; nil if it is not there.
  package func text(of path: VaultPath) throws(VaultError) -> SourceText? {
    try text(of: path, in: try openRoot())
  }

  /// The notes that lie directly in a folder, in the order of their names; none if there is no such folder.
  package func notes(in folder: VaultPath) throws(VaultError) -> [VaultPath] {
    let root = try openRoot()
    do {
      let place = folder.bytes.isEmpty ? nil : try root.location(of: folder)
      if let place, place.status == nil { return [] }
      let entries = try place.map { try $0.folder.folder($0.name).entries() } ?? root.folder.entries()
      return entries.map(\.name)
        .filter { $0.first != UInt8(ascii: ".") && $0.suffix(3).elementsEqual(".md".utf8) }
        .map(folder.appending(bytes:))
        .filter { SyncTraces.reasonNotToTouch($0.nameBytes) == nil }
        .sorted()
    } catch ResolvingError.noFolder {
      return []
    } catch {
      throw .unreadable(path: folder.description, reason: SystemError.reason(of: error))
    }
  }

  private func openRoot() throws(VaultError) -> VaultRoot {
    do throws(SystemError) {
      return try VaultRoot(at: root)
    } catch {
      throw .unreadable(path: root, reason: error.reason)
    }
  }

  private func text(of path: VaultPath, in root: VaultRoot) throws(VaultError) -> SourceText? {
    do throws(ReadingError) {
      return try root.text(of: path, mayBeLinked: true)
    } catch {
      switch error {
      case .missing: return nil
      case .unfit(let reason): throw .unreadable(path: path.description, reason: reason)
      }
    }
  }
}

/// Reads many notes on all processors.
private struct NoteReader: Sendable {
  /// What a stretch of notes gave, in their order; ordinary notes, and those that went away meanwhile, give nothing.
  struct Outcome: Sendable {
    var documents: [PlanDocument] = []
    var skipped: [(path: VaultPath, reason: String)] = []
  }

  let root: VaultRoot
  let notes: [VaultWalk.Note]
  /// Texts that count in place of the files.
  let texts: [VaultPath: [UInt8]]

  /// All notes in their order, by stretches.
  func all() -> [Outcome] { ParallelSteps.results(of: notes.count, outcome) }

  private func outcome(of range: Range<Int>) -> Outcome {
    var reader = DocumentReader()
    var outcome = Outcome()
    outcome.documents.reserveCapacity(range.count)
    for note in notes[range] {
      do throws(ReadingError) {
        let document = reader.document(from: try text(of: note))
        let isWanted =
          switch document.kind {
          case .goal, .milestone: !note.isPlaybook
          case .playbook: note.isPlaybook
          case .settings: false
          // Nothing of it is read, and the person is told why.
          case .other: !document.findings.isEmpty && !note.isPlaybook
          }
        if isWanted { outcome.documents.append(document) }
      } catch {
        if case .unfit(let reason) = error { outcome.skipped.append((note.path, reason)) }
      }
    }
    return outcome
  }

  private func text(of note: VaultWalk.Note) throws(ReadingError) -> SourceText {
    if let bytes = texts[note.path] { return SourceText(path: note.path, bytes: bytes) }
    return try root.text(of: note.path, mayBeLinked: note.isLinked)
  }
}
