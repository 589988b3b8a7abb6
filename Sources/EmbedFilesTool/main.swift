// embed OUTPUT TABLE ROOT PATH...: writes a Swift file with a table of the files below ROOT.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

func stop(_ message: String) -> Never {
  let line = "embedding: \(message)\n"
  _ = write(2, line, line.utf8.count)
  exit(1)
}

func contents(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { stop("cannot open \(path)") }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  return bytes
}

let arguments = CommandLine.arguments
guard arguments.count >= 4 else { stop("OUTPUT TABLE ROOT PATH...") }
let root = arguments[3]

var source = "let \(arguments[2]): [(path: StaticString, text: StaticString)] = [\n"
for path in arguments.dropFirst(4) {
  switch literal(of: contents(of: root + "/" + path)) {
  case .success(let text): source += "(\"\(path)\", \(text)),\n"
  case .failure(let refusal): stop("\(path) \(refusal.reason)")
  }
}
source += "]\n"

guard let output = fopen(arguments[1], "wb") else { stop("cannot write \(arguments[1])") }
guard fputs(source, output) >= 0, fclose(output) == 0 else { stop("cannot write \(arguments[1])") }
