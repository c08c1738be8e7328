/// Hides `<` and `>` of expressions in `](<claim:…>)` and `](<value:…>)` from cmark.
///
/// CommonMark forbids both inside a destination in angle brackets, so `[dear](<claim:x > 80>)`
/// would be no link but text, and nothing would check it. Here such a destination ends at the first
/// `>)` of its line; the brackets before it become control bytes for the parse and are put back in
/// the tree. No byte moves, so cmark's positions stay right.
struct ExpressionMask {
  static let less: UInt8 = 0x01
  static let greater: UInt8 = 0x02

  /// The bytes for cmark.
  let bytes: [UInt8]
  /// Whether anything is hidden.
  let isNeeded: Bool

  init(_ source: [UInt8]) {
    var bytes = source
    var isNeeded = false
    var i = 0
    while i + Self.openingCount < source.count {
      guard source[i] == UInt8(ascii: "]"), Self.isOpening(source[i...]) else {
        i += 1
        continue
      }
      let start = i + Self.openingCount
      let end = Self.destinationEnd(in: source, from: start, limit: source.count)
      i = start
      guard let end else { continue }
      while i < end {
        switch source[i] {
        case UInt8(ascii: "\\"): i += 1
        case UInt8(ascii: "<"):
          bytes[i] = Self.less
          isNeeded = true
        case UInt8(ascii: ">"):
          bytes[i] = Self.greater
          isNeeded = true
        default: break
        }
        i += 1
      }
      i = end
    }
    // A source that holds these bytes itself would come back changed.
    let isFree = !isNeeded || !source.contains { $0 == Self.less || $0 == Self.greater }
    self.bytes = isFree ? bytes : source
    self.isNeeded = isNeeded && isFree
  }

  /// Puts the brackets back.
  static func restore(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    for i in bytes.indices {
      if bytes[i] == less { bytes[i] = UInt8(ascii: "<") }
      if bytes[i] == greater { bytes[i] = UInt8(ascii: ">") }
    }
  }

  /// Where the `>` of the first `>)` stands that is on the line and not escaped.
  static func destinationEnd<Bytes: RandomAccessCollection>(
    in source: Bytes, from start: Int, limit: Int
  ) -> Int? where Bytes.Element == UInt8, Bytes.Index == Int {
    var i = start
    while i + 1 < limit, source[i] != 0x0A {
      if source[i] == UInt8(ascii: ">"), source[i + 1] == UInt8(ascii: ")") { return i }
      i += source[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private static let openings = [Array("](<claim:".utf8), Array("](<value:".utf8)]
  private static let openingCount = 9

  private static func isOpening(_ rest: ArraySlice<UInt8>) -> Bool {
    openings.contains { rest.starts(with: $0) }
  }
}
