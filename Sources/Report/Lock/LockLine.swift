import Datasets

/// What a line of `report.lock` says.
enum LockLine {
  case heading
  case blank
  case data(DataLock.Entry)
  /// Digests of some records of a data file.
  case records(path: String, digests: [String])
  case entry(LockFile.Entry)
  /// Nothing that `report lock` writes, as a merge leaves it.
  case unread

  init(_ text: Substring) {
    if text.isEmpty {
      self = .blank
    } else if text == LockFile.heading {
      self = .heading
    } else if let records = Self.records(text) {
      self = records
    } else if let entry = LockFile.Entry(parsing: text) {
      self = .entry(entry)
    } else if let entry = DataLock.Entry(parsing: text) {
      self = .data(entry)
    } else {
      self = .unread
    }
  }

  /// `rows data/scores.csv 1 3f2a 91bc`.
  private static func records(_ line: Substring) -> LockLine? {
    guard line.hasPrefix("rows ") else { return nil }
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.firstIndex(where: { Int($0) != nil }), first > 1 else { return nil }
    return .records(
      path: words[1..<first].joined(separator: " "), digests: Array(words[(first + 1)...]))
  }
}
