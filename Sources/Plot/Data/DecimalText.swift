/// Reads decimal numbers from bytes.
enum DecimalText {
  /// A decimal number, spaces aside; not `0x1p3`, `nan` or `inf`, which Swift would read, too.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let number = short(bytes) { return number }
    guard bytes.allSatisfy({ $0 >= 43 && $0 <= 57 || $0 | 32 == 101 || $0 == 32 }) else {
      return nil
    }
    return Double(String(decoding: bytes.filter { $0 != 32 }, as: UTF8.self))
  }

  /// Numbers of up to 15 digits and 22 decimals: whole number and power of ten are exact, so their
  /// quotient is rounded once, as it must be (Clinger, 1990).
  private static func short(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var index = isNegative || bytes.first == UInt8(ascii: "+") ? 1 : 0
    var whole: UInt64 = 0
    var digits = 0
    var decimals = 0
    var hasPoint = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        whole = whole * 10 + UInt64(byte - UInt8(ascii: "0"))
        digits += 1
        guard digits <= 15 else { return nil }
        if hasPoint { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        return nil
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    let value = Double(whole) / powers[decimals]
    return isNegative ? -value : value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
