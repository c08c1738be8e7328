// The words and signs of SQL that tell what a lookup is.
extension LookupReader {
  /// By their length.
  private static let forbidden = [
    "select", "from", "where", "order", "group", "having", "limit", "offset", "union", "except",
    "intersect", "window", "over", "filter", "null", "isnull", "notnull", "case", "cast",
    "collate", "exists", "join", "natural", "left", "right", "inner", "cross", "full", "as",
    "distinct", "all", "raise", "escape", "match", "regexp", "indexed", "values", "with",
    "true", "false", "current_date", "current_time", "current_timestamp",
  ].reduce(into: [[StaticString]](repeating: [], count: 20)) {
    $0[$1.utf8CodeUnitCount].append($1)
  }
  /// Those that may stand in what is selected.
  static let listWords: [StaticString] = ["as", "cast", "case", "null"]
  static let operators: [StaticString] = ["and", "or", "not", "in"]

  /// Whether a word means more to SQL than a name.
  static func isForbidden(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count < forbidden.count else { return false }
    return forbidden[word.count].contains { isWord(word, $0) }
  }

  /// Whether a word of the text is a word of SQL, which does not tell capitals.
  static func isWord(
    _ word: UnsafeBufferPointer<UInt8>, _ lower: StaticString
  ) -> Bool {
    guard word.count == lower.utf8CodeUnitCount else { return false }
    for index in word.indices {
      let byte = word[index]
      guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == lower.utf8Start[index] else {
        return false
      }
    }
    return true
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isWord(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte >= 0x80 || isDigit(byte) || (byte | 0x20) &- 0x61 < 26
  }

  static func continuesNumber(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: ".")
  }
}
