/// Short digests of the records of a data file, by which a lock can say which lines have moved.
public struct RecordDigests: Sendable, Equatable {
  /// As diagnostics print it.
  public var path: String
  /// Four hexadecimal digits for each record, in order.
  public var digests: [String]

  public init(path: String, digests: [String]) {
    self.path = path
    self.digests = digests
  }

  /// The records (1-based) that are not those of an earlier version: changed or added ones; where
  /// only some were taken out, the one that now stands there.
  public func moved(from earlier: RecordDigests) -> [Int] {
    if digests.count == earlier.digests.count {
      return digests.indices.filter { digests[$0] != earlier.digests[$0] }.map { $0 + 1 }
    }
    let start = zip(digests, earlier.digests).prefix { $0 == $1 }.count
    let most = min(digests.count, earlier.digests.count) - start
    let end = zip(digests.reversed(), earlier.digests.reversed()).prefix { $0 == $1 }.count
    let last = digests.count - min(end, most)
    return start < last ? Array(start + 1...last) : [min(start + 1, max(1, digests.count))]
  }
}

extension Store {
  /// The digests of all tables that have no more than some thousand records.
  public func recordDigests() -> [RecordDigests] {
    withState { state in
      state.tableOrder.compactMap { name in
        guard let table = state.tables[name.lowercased()],
          table.rowOffsets.count <= RecordDigests.mostRecords
        else { return nil }
        return RecordDigests(path: table.file.path, digests: table.digests)
      }
    }
  }
}

extension RecordDigests {
  /// A line of a lock holds sixteen; a longer list would hide the rest of it.
  fileprivate static let mostRecords = 4000
}

extension LoadedTable {
  fileprivate var digests: [String] {
    let bytes = file.bytes
    return rowOffsets.indices.map { row in
      let end = row + 1 < rowOffsets.count ? rowOffsets[row + 1] : bytes.count
      // FNV-1a, folded to 16 bits.
      var hash: UInt32 = 2_166_136_261
      for byte in bytes[rowOffsets[row]..<end] where byte != 0x0A && byte != 0x0D {
        hash = (hash ^ UInt32(byte)) &* 16_777_619
      }
      let digits = String((hash >> 16) ^ (hash & 0xFFFF), radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
