/// Why bytes are no text: what every kind of source file, chapters and data alike, is checked for.
public struct TextFault: Sendable, Equatable {
  /// The diagnostic's code.
  public var code: String
  public var message: String
  public var help: [String]
  /// The first bad bytes.
  public var range: Range<Int>

  /// Looks for the first fault of a file.
  ///
  /// - Returns: nil when the bytes are UTF-8 without zero bytes.
  public static func first(in bytes: UnsafeBufferPointer<UInt8>) -> TextFault? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return TextFault(
        code: "invalid-utf8", message: "this file is UTF-16", help: ["save it as UTF-8"],
        range: 0..<2)
    }
    if let zero = bytes.firstIndex(of: 0) {
      return TextFault(
        code: "not-text", message: "this is no text: it holds a zero byte", help: [],
        range: zero..<zero + 1)
    }
    guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error(let length):
        return TextFault(
          code: "invalid-utf8", message: "this is not valid UTF-8",
          help: ["save the file as UTF-8; it may be Latin-1 or Windows-1252"],
          range: offset..<offset + length)
      }
    }
  }
}

extension SourceFile {
  /// Why a part of the file is no text; nil when it is.
  public func textFault(in range: Range<Int>? = nil) -> Diagnostic? {
    let range = range ?? 0..<bytes.count
    return bytes[range].withUnsafeBufferPointer(TextFault.first).map { fault in
      Diagnostic(
        .error, fault.code, fault.message,
        at: SourceSpan(
          file: id, start: range.lowerBound + fault.range.lowerBound,
          end: range.lowerBound + fault.range.upperBound),
        help: fault.help)
    }
  }
}
