#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Finds programs of the machine.
package enum ProgramSearch {
  /// The program that a name or a path means; nil where there is none.
  ///
  /// - Parameters:
  ///   - name: a name to look up, or an absolute path.
  ///   - path: the folders to look in, as `PATH` has them. Relative ones are passed over: they would look into the vault.
  package static func program(_ name: String, path: String?) -> String? {
    if name.contains("/") { return name.hasPrefix("/") && access(name, X_OK) == 0 ? name : nil }
    let folders = (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
  }
}
