import Foundation
import Testing

@testable import VaultStorage

@Suite struct FindTests {
  private func find(_ option: String? = nil, _ environment: String? = nil, from folder: String) throws -> String {
    try Vault.find(option: option, environment: environment, from: folder, stateFolder: "/nowhere").root
  }

  @Test func theNearestFolderUpwardsIsTheVaultUnlessOneIsNamed() throws {
    let outer = try TemporaryVault(["notes/deep/er/x.md": "", "inner/mm.md": "", "inner/goals/x.md": ""])
    let other = try TemporaryVault()
    let root = outer.root.path
    #expect(try find(from: root) == root)
    #expect(try find(from: root + "/notes/deep/er") == root)
    #expect(try find(from: root + "/inner/goals") == root + "/inner")
    #expect(try find(other.root.path, root, from: root + "/inner") == other.root.path)
    #expect(try find(nil, other.root.path + "/", from: root) == other.root.path)
    #expect(try find(nil, "", from: root) == root)
  }

  @Test func aFolderWithoutSettingsIsNoVault() throws {
    let vault = try TemporaryVault(["sub/x.md": "", "trap/mm.md/x.md": ""])
    #expect(throws: VaultError.noVault(from: vault.folder.path)) { try find(from: vault.folder.path) }
    #expect(throws: VaultError.notAVault(folder: vault.root.path + "/sub", namedBy: "--vault")) {
      try find(vault.root.path + "/sub", vault.root.path, from: vault.root.path)
    }
    #expect(throws: VaultError.notAVault(folder: "/not/there", namedBy: "$MM_VAULT")) {
      try find(nil, "/not/there", from: vault.root.path)
    }
    #expect(throws: VaultError.notAVault(folder: vault.root.path + "/trap", namedBy: "--vault")) {
      try find(vault.root.path + "/trap", from: vault.root.path)
    }
  }
}
