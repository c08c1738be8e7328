/// The hashes of the data that a report was made from, as text that reads well in a diff:
///
///     data/blocks.csv 4 rows sha256:0a1b…
public struct DataLock: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var path: String
    public var sha256: String
    public var rowCount: Int

    public init(path: String, sha256: String, rowCount: Int) {
      self.path = path
      self.sha256 = sha256
      self.rowCount = rowCount
    }

    /// Reads what `line` writes; nil for any other line.
    public init?(parsing line: Substring) {
      let words = line.split(separator: " ")
      guard words.count >= 4, words[words.count - 2] == "rows",
        let hash = words.last, hash.hasPrefix("sha256:"), let rows = Int(words[words.count - 3])
      else { return nil }
      self.init(
        path: words.dropLast(3).joined(separator: " "),
        sha256: String(hash.dropFirst("sha256:".count)), rowCount: rows)
    }

    public var line: String { "\(path) \(rowCount) rows sha256:\(sha256)" }
  }

  /// A file that is new, gone or not what it was.
  public struct Change: Sendable {
    public var path: String
    /// A sentence.
    public var text: String
  }

  /// Sorted by path.
  public let entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries.sorted { $0.path < $1.path } }

  /// What moved from this lock to another, by path.
  public func changes(to other: DataLock) -> [Change] {
    // A lock that was merged by hand may name a file twice.
    let before = Dictionary(entries.map { ($0.path, $0) }) { first, _ in first }
    let after = Dictionary(other.entries.map { ($0.path, $0) }) { first, _ in first }
    return Set(before.keys).union(after.keys).sorted().compactMap { path in
      let what: String? =
        switch (before[path], after[path]) {
        case (let old?, let new?) where old != new:
          old.rowCount == new.rowCount
            ? "has other values" : "had \(old.rowCount) rows, now \(new.rowCount)"
        case (nil, _?): "is new"
        case (_?, nil): "is gone"
        default: nil
        }
      return what.map { Change(path: path, text: "'\(path)' \($0)") }
    }
  }
}
