/// 64-bit FNV-1a of bytes with their length: names equal content within one document; and the
/// identifier of a whole one.
///
/// Source: Fowler, Noll, Vo, draft-eastlake-fnv. Not for security.
enum ContentHash {
  static func hex(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return String(hash, radix: 16) + "-" + String(bytes.count, radix: 16)
  }

  /// The 16 bytes of a PDF's identifier in hexadecimal: two hashes of its words, of eight bytes
  /// each (FNV-1a's step on words is fast enough for whole books).
  static func identifier(of bytes: [UInt8]) -> String {
    var first: UInt64 = 0xcbf2_9ce4_8422_2325
    var second = UInt64(bytes.count)
    var at = 0
    bytes.withUnsafeBytes { bytes in
      while at < bytes.count {
        var word: UInt64 = 0
        if at + 8 <= bytes.count {
          word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        } else {
          for index in at..<bytes.count { word = word << 8 | UInt64(bytes[index]) }
        }
        first = (first ^ word) &* 0x0000_0100_0000_01b3
        first ^= first >> 29
        second = (second &+ word) &* 0x9e37_79b9_7f4a_7c15
        second ^= second >> 32
        at += 8
      }
    }
    return [first, second].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}

/// Base 64 with padding (RFC 4648, section 4).
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    var at = 0
    while at < bytes.count {
      let left = bytes.count - at
      let group =
        UInt32(bytes[at]) << 16 | (left > 1 ? UInt32(bytes[at + 1]) << 8 : 0)
        | (left > 2 ? UInt32(bytes[at + 2]) : 0)
      for i in 0..<4 {
        out.append(
          i <= left
            ? alphabet[Int(group >> UInt32(18 - 6 * i) & 63)] : UInt8(ascii: "="))
      }
      at += 3
    }
    return String(decoding: out, as: UTF8.self)
  }
}
