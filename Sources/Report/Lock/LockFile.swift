import Datasets

/// `report.lock`: what a report was made from and every number that it prints, as text that reads
/// well in a diff.
///
///     data/scores.csv 19 rows sha256:0a1b…
///     rows data/scores.csv 1 3f2a 91bc 0022 …
///     font sha256:2c3d… texgyrepagella-regular.otf
///     formula sha256:77aa… tflop_ratio
///     query sha256:1b1b… kept ← data/scores.csv
///     check sha256:5d5e… chk-average
///     block sha256:9c0e… tbl-192 ← data/scores.csv kept
///     cell "90.4" tbl-192: FastV, average
///     value "97.2%" chapters/06-results.md: SELECT average FROM kept ← data/scores.csv kept
struct LockFile: Equatable {
  static let name = "report.lock"

  /// One line besides those of the data.
  struct Entry: Equatable {
    enum Kind: String, CaseIterable {
      case file, font, formula, query, check, block, drawing, cell, value
    }

    var kind: Kind
    /// A hash, or what is printed.
    var fact: String
    /// What it is about; unique among its kind but for values that are printed twice.
    var key: String
    /// What it is computed from: paths of data files, names of queries, functions with `()`.
    var reads: [String] = []
  }

  var data: DataLock
  var records: [RecordDigests]
  /// By kind, then by key.
  var entries: [Entry]

  /// Of nothing.
  static let empty = LockFile(data: DataLock(entries: []), records: [], entries: [])

  init(data: DataLock, records: [RecordDigests], entries: [Entry]) {
    self.data = data
    self.records = records.sorted { $0.path < $1.path }
    let order = Dictionary(
      uniqueKeysWithValues: Entry.Kind.allCases.enumerated().map { ($1, $0) })
    self.entries = entries.sorted { a, b in
      (order[a.kind] ?? 0, a.key, a.fact) < (order[b.kind] ?? 0, b.key, b.fact)
    }
  }

  /// Reads what `text` writes; damaged lines are passed over, see `LockText`.
  init(_ lines: [LockLine]) {
    var data: [DataLock.Entry] = []
    var records: [String: [String]] = [:]
    var entries: [Entry] = []
    for line in lines {
      switch line {
      case .data(let entry): data.append(entry)
      case .records(let path, let digests): records[path, default: []] += digests
      case .entry(let entry): entries.append(entry)
      case .heading, .blank, .unread: break
      }
    }
    self.init(
      data: DataLock(entries: data),
      records: records.map { RecordDigests(path: $0.key, digests: $0.value) }, entries: entries)
  }

  /// How every lock begins.
  static let heading =
    "# What this report is made from and every number it prints; by 'report lock'."

  var text: String {
    var lines = [Self.heading]
    lines += data.entries.map(\.line)
    for file in records {
      for start in stride(from: 0, to: file.digests.count, by: 16) {
        let some = file.digests[start..<min(start + 16, file.digests.count)]
        lines.append("rows \(file.path) \(start + 1) \(some.joined(separator: " "))")
      }
    }
    lines += entries.map(\.line)
    return lines.joined(separator: "\n") + "\n"
  }
}

extension LockFile.Entry {
  /// Stands between what a line is about and what that is computed from.
  private static let arrow = " ← "

  fileprivate var isPrinted: Bool { kind == .cell || kind == .value }

  var line: String {
    let fact =
      isPrinted
      ? "\"" + self.fact.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
      : self.fact
    return "\(kind.rawValue) \(fact) \(key)"
      + (reads.isEmpty ? "" : Self.arrow + reads.joined(separator: " "))
  }

  init?(parsing line: Substring) {
    guard let space = line.firstIndex(of: " "),
      let kind = Kind(rawValue: String(line[..<space]))
    else { return nil }
    self.kind = kind
    var rest = line[line.index(after: space)...]
    fact = ""
    if kind == .cell || kind == .value {
      guard rest.first == "\"" else { return nil }
      rest.removeFirst()
      while let character = rest.popFirst(), character != "\"" {
        if character == "\\", let escaped = rest.popFirst() {
          fact.append(escaped)
        } else {
          fact.append(character)
        }
      }
    } else {
      fact = String(rest.prefix { $0 != " " })
      rest = rest.dropFirst(fact.count)
    }
    if rest.first == " " { rest.removeFirst() }
    key = String(rest)
    if let arrow = rest.ranges(of: Self.arrow).last {
      key = String(rest[..<arrow.lowerBound])
      reads = rest[arrow.upperBound...].split(separator: " ").map(String.init)
    }
  }
}
