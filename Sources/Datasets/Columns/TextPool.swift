/// Distinct texts of a column, numbered in the order of their first appearance.
final class TextPool {
  /// A column with more is not worth numbering.
  static let mostTexts = 1 << 16

  /// All texts, one behind the other, and where each ends.
  private var bytes: ContiguousArray<UInt8> = []
  private var ends: ContiguousArray<Int32> = []
  /// The bytes once more where they stay until the end.
  private var finished: UnsafeMutableBufferPointer<UInt8>?
  /// Numbers of texts by hash; -1 for none.
  private var slots = ContiguousArray(repeating: Int32(-1), count: 256)

  deinit { finished?.deallocate() }

  var count: Int { ends.count }

  private func range(_ code: Int) -> Range<Int> {
    (code == 0 ? 0 : Int(ends[code - 1]))..<Int(ends[code])
  }

  /// The number of a text; nil when there are too many.
  func code(of text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let mask = slots.count - 1
    var slot = Self.hash(text) & mask
    while slots[slot] >= 0 {
      if isEqual(text, Int(slots[slot])) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    guard count < Self.mostTexts else { return nil }
    let code = Int32(count)
    bytes.append(contentsOf: text)
    ends.append(Int32(bytes.count))
    slots[slot] = code
    if count * 2 > slots.count { grow() }
    return code
  }

  private func isEqual(_ text: UnsafeBufferPointer<UInt8>, _ code: Int) -> Bool {
    let range = range(code)
    guard range.count == text.count else { return false }
    for i in 0..<text.count where bytes[range.lowerBound + i] != text[i] { return false }
    return true
  }

  private func grow() {
    slots = ContiguousArray(repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    bytes.withUnsafeBufferPointer { all in
      for code in 0..<count {
        var slot = Self.hash(UnsafeBufferPointer(rebasing: all[range(code)])) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(code)
      }
    }
  }

  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash >> 7 & 0x3FFF_FFFF)
  }

  /// For each text its place in the order of their bytes.
  var ranks: ContiguousArray<Int32> {
    let order = (0..<count).sorted { a, b in
      bytes[range(a)].lexicographicallyPrecedes(bytes[range(b)])
    }
    var ranks = ContiguousArray(repeating: Int32(0), count: count)
    for (rank, code) in order.enumerated() { ranks[code] = Int32(rank) }
    return ranks
  }

  /// Ends the collection of texts.
  func finish() {
    precondition(finished == nil, "a pool is finished once")
    slots = []
    let all = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = all.initialize(from: bytes)
    finished = all
  }

  /// The bytes of a text after the pool was finished; they live as long as it.
  func text(_ code: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let finished else { preconditionFailure("texts are read when the pool is finished") }
    return UnsafeBufferPointer(rebasing: finished[range(Int(code))])
  }
}
