/// Cairo's own structure tree, which the real one replaces.
///
/// Libqpdf reads every object that a cross-reference table lists, reachable or not, and cairo's flat
/// tree is most of a book's objects. Marking them free in the table spares that.
enum CairoStructure {
  /// Marks the objects of the tree as free, in place. A file whose table is not the plain one that
  /// cairo 1.16 writes stays as it is, and only takes longer.
  static func free(in bytes: inout [UInt8]) {
    guard let table = startOfTable(bytes), let entries = entries(bytes, table) else { return }
    var parentTree: Int?
    bytes.withUnsafeMutableBufferPointer { bytes in
      for number in 0..<entries.count {
        let entry = entries.start + 20 * number
        guard bytes[entry + 17] == UInt8(ascii: "n") else { continue }
        guard let body = body(UnsafeBufferPointer(bytes), at: number, entries) else { continue }
        if matches("<< /Nums [", UnsafeBufferPointer(bytes), body) { parentTree = body }
        if matches("<< /Type /StructElem\n", UnsafeBufferPointer(bytes), body)
          || matches("<< /Type /StructTreeRoot\n", UnsafeBufferPointer(bytes), body)
        {
          bytes[entry + 17] = UInt8(ascii: "f")
        }
      }
      // The parent tree names the arrays of the pages: `0 20 0 R 1 21 0 R`.
      guard let parentTree else { return }
      var at = parentTree + 10
      while let key = integer(UnsafeBufferPointer(bytes), &at),
        let number = integer(UnsafeBufferPointer(bytes), &at),
        integer(UnsafeBufferPointer(bytes), &at) != nil, key >= 0, number < entries.count
      {
        while at < bytes.count, bytes[at] != UInt8(ascii: "R") { at += 1 }
        at += 1
        bytes[entries.start + 20 * number + 17] = UInt8(ascii: "f")
      }
    }
  }

  private static func startOfTable(_ bytes: [UInt8]) -> Int? {
    let keyword = Array("startxref".utf8)
    guard let at = bytes.indices.suffix(64).last(where: { bytes[$0...].starts(with: keyword) })
    else { return nil }
    return bytes.withUnsafeBufferPointer {
      var at = at + keyword.count
      return integer($0, &at)
    }
  }

  /// Where the table's entries begin and how many there are; nil unless it is one table of all
  /// objects from 0.
  private static func entries(_ bytes: [UInt8], _ table: Int) -> (start: Int, count: Int)? {
    bytes.withUnsafeBufferPointer { bytes in
      guard table + 10 < bytes.count, matches("xref", bytes, table) else { return nil }
      var at = table + 4
      guard integer(bytes, &at) == 0, let count = integer(bytes, &at) else { return nil }
      let start = at + 1
      guard start + 20 * count <= bytes.count else { return nil }
      return (start, count)
    }
  }

  /// Where an object's text begins, after `12 0 obj`.
  private static func body(
    _ bytes: UnsafeBufferPointer<UInt8>, at number: Int, _ entries: (start: Int, count: Int)
  ) -> Int? {
    var at = entries.start + 20 * number
    guard let offset = integer(bytes, &at), offset < bytes.count else { return nil }
    at = offset
    guard integer(bytes, &at) == number, integer(bytes, &at) == 0, matches(" obj\n", bytes, at)
    else { return nil }
    return at + 5
  }

  /// The number at a place after white space; moves the place behind it.
  private static func integer(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int? {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    let start = at
    var value = 0
    while at < bytes.count, at - start < 18, (0x30...0x39).contains(bytes[at]) {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return at > start ? value : nil
  }

  private static func matches(
    _ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[at + index] != text.utf8Start[index] {
      return false
    }
    return true
  }
}
