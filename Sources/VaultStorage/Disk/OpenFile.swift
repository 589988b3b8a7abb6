internal import CSystemCalls

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An open file; closed when nobody holds it any more.
final class OpenFile: Sendable {
  private let descriptor: Int32

  init(taking descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    _ = close(descriptor)
  }

  func status() throws(SystemError) -> FileStatus {
    var raw = stat()
    try SystemCall.run { fstat(descriptor, &raw) }
    return FileStatus(raw)
  }

  /// All of its bytes, from the beginning.
  ///
  /// `size` is what `status` said; the file may have grown or shrunk since.
  func bytes(size: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    // Room for one byte more than expected, so that a file that has grown is noticed by the same call.
    var bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      do throws(SystemError) {
        repeat {
          let space = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          let read = try SystemCall.run { pread(descriptor, space.baseAddress, space.count, off_t(count)) }
          if read == 0 { break }
          count += read
        } while count < size
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    while bytes.count > size {
      var chunk = [UInt8](repeating: 0, count: 64 * 1024)
      let read = try SystemCall.run {
        chunk.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count)) }
      }
      if read == 0 { break }
      bytes += chunk[..<read]
    }
    return bytes
  }

  /// Writes all of the bytes at an offset.
  func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemError) {
    var count = 0
    while count < bytes.count {
      let written = try SystemCall.run {
        bytes.withUnsafeBytes {
          pwrite(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count, off_t(offset + count))
        }
      }
      if written == 0 { throw SystemError(EIO) }
      count += written
    }
  }

  func truncate(to size: Int) throws(SystemError) {
    try SystemCall.run { ftruncate(descriptor, off_t(size)) }
  }

  func sync() throws(SystemError) {
    try SystemCall.runOwn { mm_sync(descriptor) }
  }

  /// Gives this file the owner, group, extended attributes, access lists and permissions of another.
  func takeAttributes(of other: OpenFile, status: FileStatus) throws(SystemError) {
    let own = try self.status()
    if own.owner != status.owner || own.group != status.group {
      try SystemCall.run { fchown(descriptor, status.owner, status.group) }
    }
    try SystemCall.runOwn { mm_copy_attributes(other.descriptor, descriptor) }
    // Last: changing the owner takes the set-id bits away, and an access list changes the group's bits.
    try SystemCall.run { fchmod(descriptor, status.mode) }
  }

  /// Takes the lock of this file for oneself if nobody has it; true if it was free.
  func tryLock() throws(SystemError) -> Bool {
    do throws(SystemError) {
      try SystemCall.run { flock(descriptor, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.code == EWOULDBLOCK { return false }
      throw error
    }
  }
}
