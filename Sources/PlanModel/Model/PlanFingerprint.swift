package import PlanDocuments

extension Plan {
  /// A number for what the plan's files say and its day, the same on every machine (FNV-1a).
  package var fingerprint: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for document in [settings.document] + documents {
      for byte in document.text.path.bytes { add(byte) }
      for byte in document.text.bytes { add(byte) }
      add(0)
    }
    for byte in today.description.utf8 { add(byte) }
    return hash
  }
}
