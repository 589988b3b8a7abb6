/// A number made of bytes, the same in every run and on every machine (FNV-1a with 64 bits; Fowler, Noll and Vo 1991).
///
/// It tells texts apart that nobody makes alike on purpose.
package struct FNV1a: Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// The number of `bytes` alone.
  package init(_ bytes: some Sequence<UInt8>) {
    add(bytes)
  }

  package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
