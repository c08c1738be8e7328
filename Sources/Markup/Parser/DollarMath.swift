/// Where a formula in dollars begins and ends.
///
/// The rules are pandoc's: an opening `$` has no space after it; a closing one has no space before
/// it and no digit after it, so `$5 and $6` is text. The first dollar outside braces decides.
/// `` $`…`$ `` is GitHub's spelling, which Markdown of other hosts leaves alone.
struct DollarMath {
  /// The TeX without its dollars.
  var content: Range<Int>
  /// After the closing dollars.
  var end: Int
  var isDisplay: Bool

  /// The formula whose first dollar is at `start`, or nil when that dollar is text.
  static func match<Bytes: RandomAccessCollection>(in bytes: Bytes, at start: Int) -> DollarMath?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    let end = bytes.endIndex
    guard start + 2 < end else { return nil }
    if start > bytes.startIndex, bytes[start - 1] == dollar,
      start < bytes.startIndex + 2 || bytes[start - 2] != backslash
    {
      return nil
    }
    switch bytes[start + 1] {
    case dollar: return display(in: bytes, at: start)
    case backtick: return quoted(in: bytes, at: start)
    case let first where isSpace(first): return nil
    default: return inline(in: bytes, at: start)
    }
  }

  private static func inline<Bytes: RandomAccessCollection>(in bytes: Bytes, at start: Int)
    -> DollarMath?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    var depth = 0
    var i = start + 1
    while i < bytes.endIndex {
      switch bytes[i] {
      case backslash: i += 1
      case openBrace: depth += 1
      case closeBrace: depth -= 1
      case dollar where depth <= 0:
        let next = i + 1 < bytes.endIndex ? bytes[i + 1] : 0
        let isClosing = !isSpace(bytes[i - 1]) && !(0x30...0x39).contains(next) && i > start + 1
        guard isClosing else { return nil }
        return DollarMath(content: start + 1..<i, end: i + 1, isDisplay: false)
      default: break
      }
      i += 1
    }
    return nil
  }

  private static func display<Bytes: RandomAccessCollection>(in bytes: Bytes, at start: Int)
    -> DollarMath?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    var i = start + 2
    var isBlank = true
    while i + 1 < bytes.endIndex {
      if bytes[i] == backslash {
        i += 2
        isBlank = false
        continue
      }
      if bytes[i] == dollar, bytes[i + 1] == dollar {
        return isBlank ? nil : DollarMath(content: start + 2..<i, end: i + 2, isDisplay: true)
      }
      if !isSpace(bytes[i]) { isBlank = false }
      i += 1
    }
    return nil
  }

  private static func quoted<Bytes: RandomAccessCollection>(in bytes: Bytes, at start: Int)
    -> DollarMath?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    var i = start + 2
    while i + 1 < bytes.endIndex {
      if bytes[i] == backtick, bytes[i + 1] == dollar {
        return i == start + 2
          ? nil : DollarMath(content: start + 2..<i, end: i + 2, isDisplay: false)
      }
      i += 1
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}

private let dollar = UInt8(ascii: "$")
private let backslash = UInt8(ascii: "\\")
private let backtick = UInt8(ascii: "`")
private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")
