internal import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why a note has no text.
enum ReadingError: Error, Hashable, Sendable {
  case missing
  case unfit(reason: String)

  init(_ error: SystemError) {
    self = error.code == ENOENT ? .missing : .unfit(reason: error.reason)
  }
}

extension VaultRoot {
  /// Larger files are no notes; in bytes.
  private static let largestNote = 16 * 1_048_576

  /// Reads one note.
  ///
  /// - Parameter mayBeLinked: links on the way are followed as long as they stay below the root; else there must be none.
  func text(of path: VaultPath, mayBeLinked: Bool) throws(ReadingError) -> SourceText {
    let file = mayBeLinked ? try linkedFile(at: path) : try file(at: path)
    let status: FileStatus
    let bytes: [UInt8]
    do throws(SystemError) {
      status = try file.status()
      bytes = status.kind == .file && status.size <= Self.largestNote ? try file.bytes(size: status.size) : []
    } catch {
      throw ReadingError(error)
    }
    if status.kind != .file { throw .unfit(reason: "it is no ordinary file") }
    if max(status.size, bytes.count) > Self.largestNote { throw .unfit(reason: "it is larger than 16 MB") }
    return SourceText(path: path, bytes: bytes)
  }

  /// In one step where the system can promise that no part is a link, else part by part.
  private func file(at path: VaultPath) throws(ReadingError) -> OpenFile {
    do throws(SystemError) {
      return try folder.fileWithoutLinks(path.bytes)
    } catch {
      if error.code == ENOENT { throw .missing }
      return try linkedFile(at: path)
    }
  }

  private func linkedFile(at path: VaultPath) throws(ReadingError) -> OpenFile {
    let end: Location
    do throws(ResolvingError) {
      end = try location(of: path)
    } catch {
      throw error == .noFolder ? .missing : .unfit(reason: error.reason)
    }
    if let kind = end.status?.kind, kind != .file { throw .unfit(reason: "it is no ordinary file") }
    do throws(SystemError) {
      return try end.folder.file(end.name)
    } catch {
      throw ReadingError(error)
    }
  }
}
