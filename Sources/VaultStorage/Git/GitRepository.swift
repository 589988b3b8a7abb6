internal import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The git repository that a vault lies in: the vault's root is its top folder, or a folder below it.
package struct GitRepository: Sendable {
  /// Its top folder on the machine.
  package let root: String
  /// The oldest commits that are here are not the oldest that there are.
  package let isShallow: Bool

  let git: GitProgram
  private let isTrusted: Bool
  /// The vault's root on the machine, without links.
  let vaultRoot: String
  /// git's own folder: `.git`, or elsewhere for a second working tree.
  let gitFolder: String

  /// The vault's path below the top folder: empty, or with a slash at its end.
  var prefix: String { String(vaultRoot.dropFirst(root.count).drop { $0 == "/" }) + (vaultRoot == root ? "" : "/") }

  /// The repository of a vault; nil if it is in none.
  ///
  /// - Parameter isTrusted: the person's own configuration says that this repository's configuration may run programs.
  package static func find(
    around vault: Vault, with git: GitProgram, isTrusted: Bool = false
  ) throws(GitError) -> GitRepository? {
    guard let real = realPath(of: vault.root), liesBelowARepository(real) else { return nil }
    let answer = try git.answer(
      to: ["rev-parse", "--is-shallow-repository", "--show-toplevel", "--absolute-git-dir"], in: real)
    if answer.code != 0 {
      if answer.errors.contains("not a git repository") { return nil }
      throw .failed(command: "rev-parse", message: answer.errors)
    }
    let lines = String(decoding: answer.output, as: UTF8.self).split(separator: "\n").map(String.init)
    // A repository may say that its files lie elsewhere; then it is not this folder's.
    guard lines.count == 3, let top = realPath(of: lines[1]),
      real == top || real.hasPrefix(top == "/" ? "/" : top + "/")
    else { return nil }
    return GitRepository(
      root: top, isShallow: lines[0] == "true", git: git, isTrusted: isTrusted, vaultRoot: real, gitFolder: lines[2])
  }

  /// Why its working files are neither looked at nor committed; nil where nothing in its own configuration makes git run
  /// a program, or the person trusts it.
  ///
  /// What was committed can be read all the same.
  package func reasonForDistrust() throws(GitError) -> String? {
    isTrusted ? nil : try GitTrust.reasonForDistrust(of: vaultRoot, with: git)
  }

  /// Makes the vault's root a repository.
  package static func make(in vault: Vault, with git: GitProgram) throws(GitError) -> GitRepository {
    // Without a template nothing is copied in, no hooks either.
    _ = try git.output(of: ["init", "--quiet", "--template="], in: vault.root)
    guard let made = try find(around: vault, with: git) else {
      throw .failed(command: "init", message: "\(vault.root) is no repository afterwards")
    }
    return made
  }

  /// The path that git knows a note by: below the vault, without links.
  func realPath(of path: VaultPath) -> VaultPath {
    guard let root = try? VaultRoot(at: vaultRoot), let end = try? root.location(of: path) else { return path }
    return end.path
  }

  /// Asks the disk before git is started: most folders without git are told apart by this.
  private static func liesBelowARepository(_ folder: String) -> Bool {
    var parts = folder.split(separator: "/")
    while true {
      var raw = stat()
      if lstat("/" + parts.joined(separator: "/") + "/.git", &raw) == 0 { return true }
      if parts.popLast() == nil { return false }
    }
  }

  private static func realPath(of path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
