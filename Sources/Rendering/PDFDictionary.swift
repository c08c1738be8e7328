/// Where the entries of a dictionary stand in PDF syntax: read without building values, so that a
/// book's objects are copied and not made anew (ISO 32000-1, 7.2 and 7.3.7).
struct PDFDictionary {
  /// Each key, with its slash, and its value.
  private var entries: [(key: Range<Int>, value: Range<Int>)] = []
  /// Just past the closing `>>`.
  let end: Int

  /// Reads the dictionary that begins at the next `<<` from `start` on, past white space.
  ///
  /// - Returns: nil when there is none, or it is cut off.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var at = Self.pastSpace(bytes, start)
    guard at + 1 < bytes.count, bytes[at] == 0x3C, bytes[at + 1] == 0x3C else { return nil }
    at = Self.pastSpace(bytes, at + 2)
    entries.reserveCapacity(8)
    while at < bytes.count, bytes[at] != 0x3E {
      guard bytes[at] == 0x2F, let key = Self.token(bytes, at) else { return nil }
      // A value goes on up to the next key: `12 0 R` is three tokens. A name is a value when it
      // follows a key at once.
      let first = Self.pastSpace(bytes, key)
      guard first < bytes.count, var valueEnd = Self.token(bytes, first) else { return nil }
      var next = Self.pastSpace(bytes, valueEnd)
      while next < bytes.count, bytes[next] != 0x2F, bytes[next] != 0x3E {
        guard let end = Self.token(bytes, next) else { return nil }
        valueEnd = end
        next = Self.pastSpace(bytes, end)
      }
      entries.append((at..<key, first..<valueEnd))
      at = next
    }
    guard at + 1 < bytes.count, bytes[at + 1] == 0x3E else { return nil }
    end = at + 2
  }

  /// The value of a key such as `/Kids`.
  func value(_ key: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    entries.first { Self.matches(key, bytes, $0.key) }?.value
  }

  /// Copies the entries, without the brackets, but for those of some keys.
  func write(
    _ bytes: UnsafeBufferPointer<UInt8>, without keys: [StaticString], to out: inout PDFBytes
  ) {
    for entry in entries where !keys.contains(where: { Self.matches($0, bytes, entry.key) }) {
      out.append(UnsafeBufferPointer(rebasing: bytes[entry.key]))
      out.append(" ")
      out.append(UnsafeBufferPointer(rebasing: bytes[entry.value]))
    }
  }

  /// Whether a key stands more than once.
  func repeatsKeys(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var seen: Set<[UInt8]> = []
    return !entries.allSatisfy { seen.insert(Array(bytes[$0.key])).inserted }
  }

  /// Copies the entries, without the brackets, each key's first only.
  func writeOnce(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout PDFBytes) {
    var seen: Set<[UInt8]> = []
    for entry in entries where seen.insert(Array(bytes[entry.key])).inserted {
      out.append(UnsafeBufferPointer(rebasing: bytes[entry.key]))
      out.append(" ")
      out.append(UnsafeBufferPointer(rebasing: bytes[entry.value]))
    }
  }

  /// The object numbers of a value: `3 0 R`, or `[3 0 R 4 0 R]`. Empty for anything else.
  static func references(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> [Int] {
    var numbers: [Int] = []
    var at = value.lowerBound
    if at < value.upperBound, bytes[at] == 0x5B { at += 1 }
    while let number = integer(bytes, &at), integer(bytes, &at) != nil {
      at = pastSpace(bytes, at)
      guard at < value.upperBound, bytes[at] == UInt8(ascii: "R") else { return [] }
      at += 1
      numbers.append(number)
    }
    return numbers
  }

  /// The whole number at a place after white space; moves the place behind it.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int? {
    at = pastSpace(bytes, at)
    let start = at
    var value = 0
    while at < bytes.count, at - start < 18, bytes[at] >= 0x30, bytes[at] <= 0x39 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return at > start ? value : nil
  }

  static func matches(
    _ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard text.utf8CodeUnitCount == range.count else { return false }
    for index in 0..<range.count where bytes[range.lowerBound + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  // MARK: Tokens

  static func pastSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%") {
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      } else if bytes[at] > 0x20 {
        break
      } else {
        at += 1
      }
    }
    return at
  }

  /// Just past the token at a place: a dictionary or an array whole.
  private static func token(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "("): return pastString(bytes, start)
    case UInt8(ascii: "<") where start + 1 < bytes.count && bytes[start + 1] == 0x3C:
      return PDFDictionary(bytes, from: start)?.end
    case UInt8(ascii: "<"):
      return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    case UInt8(ascii: "["):
      var at = pastSpace(bytes, start + 1)
      while at < bytes.count, bytes[at] != UInt8(ascii: "]") {
        guard let end = token(bytes, at) else { return nil }
        at = pastSpace(bytes, end)
      }
      return at < bytes.count ? at + 1 : nil
    default:
      var at = start + 1
      while at < bytes.count, bytes[at] > 0x20, !isDelimiter(bytes[at]) { at += 1 }
      return at
    }
  }

  /// ISO 32000-1, table 2.
  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private static func pastString(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var depth = 0
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }
}
