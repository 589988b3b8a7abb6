import PlanDocuments

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The person's own settings, `$XDG_CONFIG_HOME/mm/config.yaml`: never in a vault, since they may name what a vault may not.
struct PersonalConfiguration: Sendable {
  /// Every review is committed.
  var commits = false

  init(_ surroundings: Surroundings) {
    guard let folder = surroundings.configurationFolder, let bytes = Self.bytes(at: folder + "/config.yaml") else {
      return
    }
    // The settings' own reader reads YAML between the fences of a front matter.
    let text = Array("---\n".utf8) + bytes + Array("\n---\n".utf8)
    let document = PlanDocument(reading: SourceText(path: VaultPath("mm.md"), bytes: text))
    if case .scalar(let value) = document.frontMatter?["commit"]?.value { commits = value.text == "true" }
  }

  /// What stands in a small file; nil where there is none.
  private static func bytes(at path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    return count < 0 ? nil : Array(bytes.prefix(count))
  }
}
