import Datasets
import Diagnostics
import Foundation

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

      /// What a line of this kind is about, in a sentence.
      var noun: String {
        switch self {
        case .file, .font, .formula, .query, .check, .block, .value: rawValue
        case .drawing: "chart"
        case .cell: "number"
        }
      }
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

  /// Reads what `text` writes; lines that it does not know are passed over, see `LockText`.
  init(parsing text: String) {
    var records: [String: [String]] = [:]
    var entries: [Entry] = []
    for line in text.split(separator: "\n") {
      if let (path, digests) = Self.digests(parsing: line) {
        records[path, default: []] += digests
      } else if let entry = Entry(parsing: line) {
        entries.append(entry)
      }
    }
    self.init(
      data: DataLock(parsing: text),
      records: records.map { RecordDigests(path: $0.key, digests: $0.value) }, entries: entries)
  }

  /// The path and the digests of a line of records: `rows data/scores.csv 1 3f2a 91bc`.
  static func digests(parsing line: Substring) -> (path: String, digests: [String])? {
    guard line.hasPrefix("rows ") else { return nil }
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.firstIndex(where: { Int($0) != nil }), first > 1 else { return nil }
    return (words[1..<first].joined(separator: " "), Array(words[(first + 1)...]))
  }

  /// How every lock begins.
  static let heading =
    "# What this report is made from and every number it prints; by 'report lock'."

  var text: String {
    var lines = [Self.heading]
    lines += data.text.split(separator: "\n").map(String.init)
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

extension LockFile {
  /// The lock of a project as a source of the session; nil when there is none.
  static func read(_ project: Project, session: Session) -> SourceFile? {
    FileManager.default.contents(atPath: project.path(name)).map {
      session.sources.add(path: name, bytes: [UInt8]($0))
    }
  }
}

extension SourceFile {
  /// Where findings about a file as a whole have their place.
  var start: SourceSpan { SourceSpan(file: id, start: 0, end: 0) }
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
