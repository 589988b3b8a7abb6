#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A folder of plans with a file `mm.md` at its root: the only way to the disk for the rest of the program.
package struct Vault: Sendable {
  /// The root, as an absolute path without a slash at its end.
  package let root: String
  /// The folder `mm` in `$XDG_STATE_HOME`, else in `~/.local/state`: it holds the lock and the undo store.
  ///
  /// Made when first needed.
  package let stateFolder: String

  package init(at root: String, stateFolder: String) {
    self.root = root
    self.stateFolder = stateFolder
  }

  /// The vault that a command is about.
  ///
  /// - Parameters:
  ///   - option: what `--vault` says.
  ///   - environment: what `$MM_VAULT` says; empty is as good as nothing.
  ///   - folder: where relative paths begin, and the search upwards when neither names one; absolute.
  package static func find(
    option: String?, environment: String?, from folder: String, stateFolder: String
  ) throws(VaultError) -> Vault {
    let named: (folder: String, by: String)? =
      if let option {
        (option, "--vault")
      } else if let environment, !environment.isEmpty {
        (environment, "$MM_VAULT")
      } else {
        nil
      }
    if let named {
      let absolute = named.folder.hasPrefix("/") ? named.folder : folder + "/" + named.folder
      guard let path = realPath(of: absolute), holdsSettings(path) else {
        throw .notAVault(folder: named.folder, namedBy: named.by)
      }
      return Vault(at: path, stateFolder: stateFolder)
    }
    guard let start = realPath(of: folder) else { throw .noVault(from: folder) }
    var parts = start.split(separator: "/")
    while true {
      let path = "/" + parts.joined(separator: "/")
      if holdsSettings(path) { return Vault(at: path, stateFolder: stateFolder) }
      if parts.popLast() == nil { throw .noVault(from: start) }
    }
  }

  static let settingsName = "mm.md"

  private static func holdsSettings(_ folder: String) -> Bool {
    var raw = stat()
    return lstat(folder + "/" + settingsName, &raw) == 0 && raw.st_mode & S_IFMT != S_IFDIR
  }

  /// The path without links, absolute; nil if nothing is there.
  private static func realPath(of path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
