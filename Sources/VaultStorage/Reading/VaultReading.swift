internal import Dispatch
package import PlanDocuments

extension Vault {
  /// Reads every plan file of the vault as it stands now, on all processors.
  ///
  /// The result is the same on every run. Ordinary notes are left out; what could not be read, or should not be, is listed
  /// in `skipped`.
  package func snapshot() throws(VaultError) -> VaultSnapshot {
    let root = try openRoot()
    guard let settings = try text(of: VaultPath(Self.settingsName), in: root) else {
      throw .notAVault(folder: self.root, namedBy: "the path")
    }
    let document = PlanDocument(reading: settings)
    let walk: VaultWalk
    do throws(SystemError) {
      walk = try VaultWalk(root, rules: VaultRules(document))
    } catch {
      throw .unreadable(path: self.root, reason: error.reason)
    }
    var snapshot = VaultSnapshot(settings: document, documents: [], skipped: walk.skipped)
    snapshot.documents.reserveCapacity(walk.notes.count)
    for outcome in NoteReader(root: root, notes: walk.notes).outcomes() {
      switch outcome {
      case .document(let document): snapshot.documents.append(document)
      case .skipped(let path, let reason): snapshot.skipped.append((path, reason))
      case .nothing: break
      }
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
  enum Outcome: Sendable {
    case document(PlanDocument)
    case skipped(VaultPath, reason: String)
    /// An ordinary note, or one that went away meanwhile.
    case nothing
  }

  let root: VaultRoot
  let notes: [VaultWalk.Note]

  /// So many notes are read in one go, by one reader.
  private static let step = 16

  /// One for each note, in their order.
  func outcomes() -> [Outcome] {
    let steps = (notes.count + Self.step - 1) / Self.step
    // Each step writes its own place, and all are done before the array is read.
    let places = UnsafeMutableBufferPointer<[Outcome]>.allocate(capacity: steps)
    places.initialize(repeating: [])
    defer {
      places.deinitialize()
      places.deallocate()
    }
    nonisolated(unsafe) let shared = places
    if steps < 2 {
      for index in 0..<steps { shared[index] = outcomes(ofStep: index) }
    } else {
      DispatchQueue.concurrentPerform(iterations: steps) { shared[$0] = outcomes(ofStep: $0) }
    }
    return places.flatMap { $0 }
  }

  private func outcomes(ofStep step: Int) -> [Outcome] {
    var reader = DocumentReader()
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(Self.step)
    for note in notes[(step * Self.step)..<min((step + 1) * Self.step, notes.count)] {
      do throws(ReadingError) {
        let document = reader.document(from: try root.text(of: note.path, mayBeLinked: note.isLinked))
        let isWanted =
          switch document.kind {
          case .goal, .milestone: !note.isPlaybook
          case .playbook: note.isPlaybook
          case .settings, .other: false
          }
        outcomes.append(isWanted ? .document(document) : .nothing)
      } catch {
        switch error {
        case .missing: outcomes.append(.nothing)
        case .unfit(let reason): outcomes.append(.skipped(note.path, reason: reason))
        }
      }
    }
    return outcomes
  }
}
