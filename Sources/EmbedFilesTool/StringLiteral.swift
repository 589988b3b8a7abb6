struct Refusal: Error {
  var reason: String
}

/// A multi-line string literal that says exactly `bytes`, with as many `#` as its content needs.
///
/// Refused is what a literal cannot hold: NUL, carriage returns (the compiler reads CR LF as LF), and what is not UTF-8.
func literal(of bytes: [UInt8]) -> Result<String, Refusal> {
  guard !bytes.contains(0) else { return .failure(Refusal(reason: "holds a NUL")) }
  guard !bytes.contains(UInt8(ascii: "\r")) else { return .failure(Refusal(reason: "holds a carriage return")) }
  guard let text = String(validating: bytes, as: UTF8.self) else { return .failure(Refusal(reason: "is not UTF-8")) }
  var longest = 0
  var run = 0
  for byte in bytes {
    run = byte == UInt8(ascii: "#") ? run + 1 : 0
    longest = max(longest, run)
  }
  let hashes = String(repeating: "#", count: longest + 1)
  return .success("\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)")
}
