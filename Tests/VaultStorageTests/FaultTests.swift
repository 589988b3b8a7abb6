import Dispatch
import Foundation
import Testing

@testable import VaultStorage

/// Every system call of the one write fails in turn, as SQLite does it: once and for ever, and by a kill.
///
/// Afterwards each file has its old or its new text, and `undo` leads back. `MM_ALL_FAULTS=1` runs all of them, some
/// minutes; without it some seconds' worth, spread over all calls.
@Suite(.serialized) struct FaultTests {
  private static let old = "An old line\r\nand an old end, which is long enough to show a cut"
  private static let paths = ["a.md", "b.md", "link.md", "new/made.md"]
  private static let isComplete = ProcessInfo.processInfo.environment["MM_ALL_FAULTS"] == "1"

  /// A plain file, one with two names, one behind a link; a fourth is made by the change.
  private static func vault() throws -> TemporaryVault {
    let vault = try TemporaryVault(["a.md": old, "b.md": old, "real.md": old], isOnDisk: false)
    try FileManager.default.linkItem(at: vault.url("b.md"), to: vault.url("b2.md"))
    try FileManager.default.createSymbolicLink(atPath: vault.url("link.md").path, withDestinationPath: "real.md")
    chmod(vault.url("a.md").path, 0o640)
    return vault
  }

  private static let new = old.replacingOccurrences(of: "old", with: "newer")

  /// What is wrong with the vault, if every file may be as before or as after.
  private static func damage(in vault: TemporaryVault, mayBeNew: Bool, mayBeOld: Bool, mayBeCut: Bool) -> [String] {
    var damage: [String] = []
    for path in ["a.md", "b.md", "real.md"] {
      let text = vault.text(of: path)
      let isCut = mayBeCut && path == "b.md"
      let isRight = mayBeOld && text == old || mayBeNew && text == new || isCut
      if !isRight { damage.append("\(path) is \(text ?? "gone")") }
    }
    let made = vault.text(of: "new/made.md")
    if !(mayBeOld && made == nil || mayBeNew && made == "newer\n") { damage.append("made.md is \(made ?? "gone")") }
    if (try? vault.status(of: "a.md").mode) != 0o640 { damage.append("a.md has another mode") }
    if (try? vault.status(of: "b.md").names) != 2 { damage.append("b.md has lost its second name") }
    if (try? vault.status(of: "link.md").kind) != .link { damage.append("link.md is no link") }
    return damage
  }

  private static func damage(after run: ProbeRun, in vault: TemporaryVault, whenDone isNew: Bool) -> [String] {
    switch run.code {
    case 0: damage(in: vault, mayBeNew: isNew, mayBeOld: !isNew, mayBeCut: false)
    case 1, 3, 4: damage(in: vault, mayBeNew: !isNew, mayBeOld: isNew, mayBeCut: false)
    case 5: damage(in: vault, mayBeNew: true, mayBeOld: true, mayBeCut: true)
    case nil: damage(in: vault, mayBeNew: true, mayBeOld: true, mayBeCut: true)
    default: ["exit code \(run.code ?? -1): \(run.output)"]
    }
  }

  /// Undo without faults must lead back to the old texts, whatever happened before, and leave nothing of ours behind.
  private static func damageAfterUndo(in vault: TemporaryVault) throws -> [String] {
    let undo = try ProbeRun(["undo"], in: vault)
    var found = damage(in: vault, mayBeNew: false, mayBeOld: true, mayBeCut: false)
    if ![0, 1].contains(undo.code) { found.append("undo says \(undo.output)") }
    return found
  }

  private static let faults: [ProbeRun.Fault] =
    [.kill]
    + ["EIO", "ENOSPC", "EACCES", "EINTR"].flatMap { [.error($0, forEver: false), .error($0, forEver: true)] }

  /// All pairs of a call and a fault, or a part of them in which every call is killed once or fails once.
  private static func cases(of calls: [ProbeRun.Call]) -> [(call: ProbeRun.Call, fault: ProbeRun.Fault)] {
    if isComplete { return calls.flatMap { call in faults.map { (call, $0) } } }
    let telling = [
      "pwrite64", "fsync", "renameat2", "renameat", "unlinkat", "mkdirat", "fchmod", "ftruncate", "linkat",
    ]
    return calls.enumerated().flatMap { index, call in
      let rotating = faults[1 + index % (faults.count - 1)]
      if telling.contains(call.name) { return [(call, .kill), (call, rotating)] }
      return index % 3 == 0 ? [(call, rotating)] : []
    }
  }

  private static func inParallel<Case>(
    _ cases: [Case], _ check: @escaping (Case) throws -> [String], name: (Case) -> String
  ) -> [String] {
    nonisolated(unsafe) let shared = cases
    nonisolated(unsafe) let check = check
    let places = UnsafeMutableBufferPointer<[String]>.allocate(capacity: cases.count)
    places.initialize(repeating: [])
    nonisolated(unsafe) let results = places
    DispatchQueue.concurrentPerform(iterations: cases.count) { index in
      do { results[index] = try check(shared[index]) } catch { results[index] = ["\(error)"] }
    }
    defer { places.deallocate() }
    return zip(cases, places).flatMap { one, found in found.map { name(one) + ": " + $0 } }
  }

  @Test(.enabled(if: ProbeRun.strace != nil, "strace is not here, so the faults of the write are not tried"))
  func whateverFailsTheTextIsTheOldOrTheNewAndUndoLeadsBack() throws {
    let change = ["change"] + Self.paths
    let calls = try ProbeRun.calls(of: change, in: Self.vault())
    try #require(calls.count > 100, "the write was not seen")
    let found = Self.inParallel(
      Self.cases(of: calls),
      { one in
        let vault = try Self.vault()
        let names = vault.names
        let run = try ProbeRun(change, in: vault, failing: one.call, with: one.fault)
        var found = Self.damage(after: run, in: vault, whenDone: true)
        found += try Self.damageAfterUndo(in: vault)
        if vault.names != names { found.append("left behind: \(vault.names.filter { !names.contains($0) })") }
        return found.map { "exit \(run.code ?? -1), \($0)" }
      }, name: { "\($0.fault) at \($0.call.name) \($0.call.number)" })
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test(.enabled(if: ProbeRun.strace != nil, "strace is not here, so the faults of undo are not tried"))
  func whateverFailsInUndoASecondUndoLeadsBack() throws {
    let first = try Self.vault()
    #expect(try ProbeRun(["change"] + Self.paths, in: first).code == 0)
    let calls = try ProbeRun.calls(of: ["undo"], in: first)
    try #require(calls.count > 100, "the write was not seen")
    // The way is the same as that of a change, so every second case is enough here.
    let cases = Self.cases(of: calls).enumerated().filter { Self.isComplete || $0.offset % 2 == 0 }.map(\.element)
    let found = Self.inParallel(
      cases,
      { one in
        let vault = try Self.vault()
        _ = try ProbeRun(["change"] + Self.paths, in: vault)
        let run = try ProbeRun(["undo"], in: vault, failing: one.call, with: one.fault)
        let found = Self.damage(after: run, in: vault, whenDone: false) + (try Self.damageAfterUndo(in: vault))
        return found.map { "exit \(run.code ?? -1), \($0)" }
      }, name: { "\($0.fault) at \($0.call.name) \($0.call.number)" })
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test(.enabled(if: ProbeRun.strace != nil, "strace is not here, so disks without an exchange are not tried"))
  func onDisksWithoutAnExchangeAKillLosesNothingEither() throws {
    let change = ["change"] + Self.paths
    let lacking = ["inject=renameat2:error=EINVAL"]
    let first = try Self.vault()
    let calls = try ProbeRun.calls(of: change, in: first, injecting: lacking).filter {
      ["linkat", "renameat", "unlinkat", "renameat2"].contains($0.name)
    }
    #expect(Self.damage(in: first, mayBeNew: true, mayBeOld: false, mayBeCut: false).isEmpty)
    #expect(try ProbeRun(["undo"], in: first, injecting: lacking).code == 0)
    #expect(Self.damage(in: first, mayBeNew: false, mayBeOld: true, mayBeCut: false).isEmpty)
    try #require(calls.filter { $0.name == "linkat" }.count == 3)
    for call in calls {
      let vault = try Self.vault()
      let names = vault.names
      let kill = ProbeRun.Fault.kill.injection(at: call)
      let run = try ProbeRun(change, in: vault, injecting: call.name == "renameat2" ? [kill] : lacking + [kill])
      #expect(Self.damage(after: run, in: vault, whenDone: true).isEmpty, "\(call)")
      #expect(try Self.damageAfterUndo(in: vault).isEmpty, "\(call)")
      #expect(vault.names == names, "\(call)")
    }
  }

  @Test(.enabled(if: ProbeRun.strace != nil, "strace is not here, so the order of the write is not seen"))
  func nothingTakesTheFilesPlaceBeforeItAndTheUndoCopyAreOnTheDisk() throws {
    let vault = try TemporaryVault(["a.md": Self.old])
    let names = try ProbeRun.calls(of: ["change", "a.md"], in: vault).map(\.name)
    let exchange = try #require(names.firstIndex(of: "renameat2"))
    // The undo copy, its folder, the new text; then the exchange, the vault's folder, and only then the old text goes.
    #expect(names[..<exchange].filter { $0 == "fsync" }.count == 3)
    #expect(names[..<exchange].lastIndex(of: "pwrite64").map { names[$0...exchange].contains("fsync") } == true)
    #expect(names[exchange...].filter { ["fsync", "unlinkat"].contains($0) } == ["fsync", "unlinkat"])
  }

  @Test(
    .enabled(
      if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/bin/mount"),
      "only root may make a small disk"))
  func aFullDiskLeavesEveryTextAsItWas() throws {
    let vault = try TemporaryVault()
    let disk = vault.url("disk")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: false)
    let mounted = try ProbeRun.run("/bin/mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", disk.path])
    // A container may forbid it even to root.
    guard mounted.code == 0 else { return }
    defer { _ = try? ProbeRun.run("/bin/umount", [disk.path]) }
    let long = String(repeating: "old ", count: 5_000)
    for path in ["disk/a.md", "disk/b.md", "disk/c.md"] { try vault.write(long, to: path) }
    try FileManager.default.linkItem(at: disk.appending(path: "b.md"), to: disk.appending(path: "b2.md"))
    // Until two pages are left.
    try vault.write([UInt8](repeating: 0, count: 128 * 1_024 - 3 * 20_480 - 2 * 4_096), to: "disk/filler")
    let names = vault.names
    for paths in [["disk/a.md"], ["disk/b.md"], ["disk/c.md", "disk/b.md"], ["disk/made.md", "disk/b.md"]] {
      let run = try ProbeRun(["change"] + paths, in: vault)
      #expect(run.code == 3 && run.output.contains("the disk is full"), "\(paths): \(run.output)")
      for path in ["disk/a.md", "disk/b.md", "disk/b2.md", "disk/c.md"] { #expect(vault.text(of: path) == long) }
      #expect(vault.names == names)
    }
    #expect(try vault.vault.undo(at: 1) == nil)
    try FileManager.default.removeItem(at: disk.appending(path: "filler"))
    #expect(try ProbeRun(["change", "disk/a.md", "disk/b.md"], in: vault).code == 0)
    #expect(vault.text(of: "disk/b2.md") == long.replacingOccurrences(of: "old", with: "newer"))
  }

  /// Where the folder takes no new file, the text is written in place.
  @Test(.enabled(if: ProbeRun.strace != nil, "strace is not here, so a closed folder is not tried"))
  func aFolderThatTakesNoNewFilesIsWrittenInPlace() throws {
    let calls = try ProbeRun.calls(of: ["change", "a.md"], in: Self.vault())
    var places: [Int32?] = []
    for call in calls where call.name.hasPrefix("openat") {
      let vault = try Self.vault()
      let identity = try vault.status(of: "a.md").identity
      let run = try ProbeRun(["change", "a.md"], in: vault, failing: call, with: .error("EACCES", forEver: false))
      let isInPlace = try vault.status(of: "a.md").identity == identity
      if run.code == 0, vault.text(of: "a.md") == Self.new, isInPlace { places.append(run.code) }
    }
    #expect(!places.isEmpty)
  }
}
