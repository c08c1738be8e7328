/// One level of hyphenation patterns as a trie, over UTF-8.
///
/// Source: F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983. A pattern is letters
/// with digits between them; at each place of a word the greatest digit of all patterns that match
/// there counts, and an odd one allows a break.
struct HyphenationPatterns {
  /// A digit and the bytes before it in its pattern.
  private struct Level {
    var offset: UInt8
    var value: UInt8
  }

  /// Edges of the trie by (node, byte), open addressing; 0 is free, and no edge leads to the root.
  private var keys: ContiguousArray<UInt32>
  private var children: ContiguousArray<UInt32>
  /// For each node, where its pattern's levels start and how many there are.
  private var firstLevel: ContiguousArray<UInt32> = [0]
  private var levelCount: ContiguousArray<UInt8> = [0]
  private var levels = ContiguousArray<Level>()
  private var edgeCount = 0

  init(expectedBytes: Int = 1024) {
    var size = 1024
    while size < expectedBytes { size *= 2 }
    keys = ContiguousArray(repeating: 0, count: size)
    children = ContiguousArray(repeating: 0, count: size)
  }

  var isEmpty: Bool { levels.isEmpty }

  /// Adds a pattern such as `.un3der`, in UTF-8.
  mutating func insert(_ pattern: some Sequence<UInt8>) {
    var node: UInt32 = 0
    var offset: UInt8 = 0
    let start = levels.count
    for byte in pattern {
      if byte >= 0x30, byte <= 0x39 {
        if byte > 0x30 { levels.append(Level(offset: offset, value: byte - 0x30)) }
      } else {
        node = child(of: node, byte) ?? addChild(of: node, byte)
        offset &+= 1
      }
    }
    firstLevel[Int(node)] = UInt32(start)
    levelCount[Int(node)] = UInt8(clamping: levels.count - start)
  }

  /// The greatest level at each byte offset of a lower-case word.
  func values(_ word: ArraySlice<UInt8>) -> [UInt8] {
    let text = [0x2E] + word + [0x2E]  // dots stand for the ends
    var values = [UInt8](repeating: 0, count: text.count + 1)
    for start in text.indices where text[start] & 0xC0 != 0x80 {
      var node: UInt32 = 0
      for at in start..<text.count {
        guard let next = child(of: node, text[at]) else { break }
        node = next
        let first = Int(firstLevel[Int(node)])
        for level in levels[first..<(first + Int(levelCount[Int(node)]))] {
          let place = start + Int(level.offset)
          values[place] = max(values[place], level.value)
        }
      }
    }
    return Array(values[1...(word.count + 1)])
  }

  private func child(of node: UInt32, _ byte: UInt8) -> UInt32? {
    let key = node << 8 | UInt32(byte)
    var slot = Self.slot(key, keys.count)
    while children[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  private mutating func addChild(of node: UInt32, _ byte: UInt8) -> UInt32 {
    if edgeCount * 2 >= keys.count { grow() }
    let new = UInt32(firstLevel.count)
    precondition(new < 1 << 24, "a pattern file has far fewer than sixteen million prefixes")
    firstLevel.append(0)
    levelCount.append(0)
    place(node << 8 | UInt32(byte), new)
    edgeCount += 1
    return new
  }

  private mutating func place(_ key: UInt32, _ child: UInt32) {
    var slot = Self.slot(key, keys.count)
    while children[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = child
  }

  private mutating func grow() {
    let (oldKeys, oldChildren) = (keys, children)
    keys = ContiguousArray(repeating: 0, count: oldKeys.count * 2)
    children = ContiguousArray(repeating: 0, count: oldKeys.count * 2)
    for slot in oldKeys.indices where oldChildren[slot] != 0 {
      place(oldKeys[slot], oldChildren[slot])
    }
  }

  private static func slot(_ key: UInt32, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 33) & (count - 1)
  }
}
