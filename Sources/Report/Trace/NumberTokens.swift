/// The numbers in a text, as a reader sees them: `2,880`, `−0.177`, `23.1` in `23.1 K generated`.
enum NumberTokens {
  /// - Parameter inNames: whether digits right behind letters count, too: they do in TeX, where
  ///   letters end a command; else `LLaVA-1.5` is a name.
  static func values(in text: String, inNames: Bool = false) -> [Double] {
    let bytes = Array(text.utf8)
    var found: [Double] = []
    var i = 0
    while i < bytes.count {
      guard isDigit(bytes[i]) else {
        i += 1
        continue
      }
      let start = i
      var digits: [UInt8] = []
      scan: while i < bytes.count {
        if isDigit(bytes[i]) {
          digits.append(bytes[i])
          i += 1
        } else if bytes[i] == UInt8(ascii: "."), !digits.contains(bytes[i]),
          i + 1 < bytes.count, isDigit(bytes[i + 1])
        {
          digits.append(bytes[i])
          i += 1
        } else if let length = separator(bytes, i), !digits.contains(UInt8(ascii: ".")) {
          i += length
        } else {
          break scan
        }
      }
      let (isNegative, before) = sign(bytes, start)
      // What follows a letter, or a letter and a hyphen, is part of a name.
      let isName =
        isLetter(before)
        || before == UInt8(ascii: "-") && start > 1 && isLetter(bytes[start - 2])
      guard inNames || !isName, let value = Double(String(decoding: digits, as: UTF8.self)) else {
        continue
      }
      found.append(isNegative ? -value : value)
    }
    return found
  }

  /// The length of a sign between groups of three digits; nil when none stands there.
  private static func separator(_ bytes: [UInt8], _ i: Int) -> Int? {
    let length: Int
    if bytes[i] == UInt8(ascii: ",") {
      length = 1
    } else if bytes[i] == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA0 {
      length = 2
    } else if bytes[i] == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80,
      bytes[i + 2] == 0xAF || bytes[i + 2] == 0x89
    {
      length = 3
    } else {
      return nil
    }
    let group = bytes[(i + length)...].prefix { isDigit($0) }
    return group.count == 3 ? length : nil
  }

  /// Whether a minus sign stands before a number, and the byte before that number else.
  private static func sign(_ bytes: [UInt8], _ start: Int) -> (isNegative: Bool, before: UInt8) {
    guard start > 0 else { return (false, 0) }
    let isTypographic =
      start >= 3 && bytes[start - 3] == 0xE2 && bytes[start - 2] == 0x88
      && bytes[start - 1] == 0x92
    guard isTypographic || bytes[start - 1] == UInt8(ascii: "-") else {
      return (false, bytes[start - 1])
    }
    let end = start - (isTypographic ? 3 : 1)
    // Between two numbers it is a range or a difference.
    let isSign = end == 0 || !isDigit(bytes[end - 1]) && !isLetter(bytes[end - 1])
    return (isSign, isSign ? 0 : bytes[start - 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == 0x5F || (byte | 0x20) &- 0x61 < 26
  }
}
