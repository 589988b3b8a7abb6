extension Unicode.Scalar {
  /// Could move the cursor, colour, hide or reorder text on a terminal: controls, line separators, bidirectional and other format characters.
  ///
  /// The joiners that emoji and scripts need (U+200C, U+200D) and variation selectors are harmless.
  package var isTerminalHazard: Bool {
    switch value {
    case 0x09, 0x0A, 0x200C, 0x200D: return false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: return true
    case ..<0x0300: return value == 0xAD
    default: return properties.generalCategory == .format
    }
  }
}
