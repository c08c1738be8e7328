import Diagnostics

/// Whether a chapter is text at all: UTF-8 without zero bytes.
enum TextCheck {
  /// What is wrong at the first bad byte; nil when the file is text.
  static func problem(in file: SourceFile) -> Diagnostic? {
    let bytes = file.bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .error(
        "invalid-utf8", "this file is UTF-16", at: SourceSpan(file: file.id, start: 0, end: 2),
        help: "save it as UTF-8")
    }
    if let zero = bytes.firstIndex(of: 0) {
      return .error(
        "not-text", "this is no text: it holds a zero byte",
        at: SourceSpan(file: file.id, start: zero, end: zero + 1))
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
        return .error(
          "invalid-utf8", "this is not valid UTF-8",
          at: SourceSpan(file: file.id, start: offset, end: offset + length),
          help: "save the file as UTF-8; it may be Latin-1 or Windows-1252")
      }
    }
  }
}
