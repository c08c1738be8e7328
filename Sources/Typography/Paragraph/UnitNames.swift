/// Names of units as they stand behind a number, so that no line ends between the two
/// (ISO 80000-1, 7.1.4; SI brochure, 5.4.3).
enum UnitNames {
  /// Whether a unit begins at a place: its name ends before a space, a mark or another unit.
  static func begin(at place: Int, _ end: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[place] {
    case 0x25: return true  // %
    case 0xC2: return place + 1 < end && [0xB0, 0xB5, 0xA3].contains(bytes[place + 1])  // ° µ £
    case 0xE2: return place + 1 < end && bytes[place + 1] == 0x82  // €
    default: break
    }
    var stop = place
    while stop < end, isLetter(bytes[stop]) {
      stop += 1
      if stop - place > longest { return false }
    }
    guard stop > place, stop == end || !(isDigit(bytes[stop]) || bytes[stop] == 0x2D) else {
      return false
    }
    return names.contains(String(decoding: bytes[place..<stop], as: UTF8.self))
  }

  private static let names: Set<String> = {
    let prefixed = [
      "W", "Wh", "Hz", "B", "bit", "J", "V", "A", "N", "Pa", "g", "m", "s", "L", "l", "eV", "mol",
      "FLOP", "FLOPs", "FLOPS", "K",
    ]
    let prefixes = ["", "k", "M", "G", "T", "P", "E", "m", "c", "d", "n", "p", "Ki", "Mi", "Gi"]
    let others = [
      "h", "min", "d", "t", "ha", "hPa", "dB", "px", "pt", "EUR", "USD", "GBP", "CHF", "JPY", "CNY",
      "ct", "ppm", "rpm", "kWp",
    ]
    return Set(prefixed.flatMap { name in prefixes.map { $0 + name } } + others)
  }()

  private static let longest = 7

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
