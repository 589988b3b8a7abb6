internal import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension Vault {
  /// Makes the folder for a new vault, with the folders above it where they are missing.
  ///
  /// Nothing is written into it. Refused where a vault is already.
  ///
  /// - Parameter path: absolute.
  package static func makeFolder(at path: String, stateFolder: String) throws(VaultError) -> Vault {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, 0o777) == 0 || errno == EEXIST || errno == EISDIR else {
        throw .unreadable(path: made, reason: String(cString: strerror(errno)))
      }
    }
    guard let real = realpath(made.isEmpty ? "/" : made, nil) else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { free(real) }
    let vault = Vault(at: String(cString: real), stateFolder: stateFolder)
    var raw = stat()
    guard stat(vault.root, &raw) == 0, raw.st_mode & S_IFMT == S_IFDIR else {
      throw .unreadable(path: path, reason: "it is a file, not a folder")
    }
    if lstat(vault.root + "/" + settingsName, &raw) == 0 {
      throw .refused(path: VaultPath(settingsName), reason: "\(vault.root) is a vault already")
    }
    return vault
  }
}
