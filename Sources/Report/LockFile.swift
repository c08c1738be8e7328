import Datasets
import Diagnostics
import Evaluation
import Foundation
import Typography

/// `report.lock`: what a report was made from and every number that it prints, as text that reads
/// well in a diff.
///
///     data/scores.csv 19 rows sha256:0a1b…
///     font texgyrepagella-regular.otf sha256:2c3d…
///     value "97.2%" chapters/06-results.md: SELECT average FROM kept
struct LockFile: Equatable {
  static let name = "report.lock"

  /// A number in prose, known by its chapter and expression.
  struct Value: Equatable {
    var key: String
    var text: String
  }

  var data: DataLock
  /// Hashes by file name, sorted.
  var fonts: [String]
  /// In reading order.
  var values: [Value]

  /// The lock that a run would write.
  init(_ evaluation: Evaluation, store: Store, fonts: FontLibrary, sources: SourceMap) throws {
    data = try WorldFailure.wrap { try store.dataLock() }
    self.fonts = FontFiles.files(of: fonts).map { "\($0.path) sha256:\($0.sha256)" }
    values = evaluation.provenance.map { record in
      let expression = record.expression.split(whereSeparator: \.isWhitespace)
      return Value(
        key: sources[record.span.file].path + ": " + expression.joined(separator: " "),
        text: record.text)
    }
  }

  /// Reads what `text` writes; lines that it does not know are passed over.
  init(parsing text: String) {
    data = DataLock(parsing: text)
    fonts = []
    values = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("font ") {
        fonts.append(String(line.dropFirst("font ".count)))
      } else if line.hasPrefix("value \""), let end = line.dropFirst(7).firstRange(of: "\" ") {
        values.append(
          Value(
            key: String(line[end.upperBound...]),
            text: String(line[line.index(line.startIndex, offsetBy: 7)..<end.lowerBound])))
      }
    }
  }

  var text: String {
    "# What this report was made from and the numbers it prints. Written by 'report lock'.\n"
      + data.text + fonts.map { "font \($0)\n" }.joined()
      + values.map { "value \"\($0.text)\" \($0.key)\n" }.joined()
  }

  /// What moved from this lock to another, one sentence each.
  func changes(to other: LockFile) -> [String] {
    var found = data.changes(to: other.data)
    for font in fonts where !other.fonts.contains(font) {
      found.append("the font '\(font.prefix { $0 != " " })' has other bytes or is gone")
    }
    let before = Dictionary(grouping: values, by: \.key)
    let after = Dictionary(grouping: other.values, by: \.key)
    for key in Set(before.keys).union(after.keys).sorted() {
      let old = before[key, default: []].map(\.text)
      let new = after[key, default: []].map(\.text)
      guard old != new else { continue }
      found.append(
        new.isEmpty
          ? "'\(key)' is no longer printed"
          : old.isEmpty
            ? "'\(key)' is new: \(new.joined(separator: ", "))"
            : "'\(key)' was \(old.joined(separator: ", ")), now "
              + new.joined(separator: ", "))
    }
    return found
  }
}

extension LockFile {
  /// Reports every difference from the project's lock; the lock has to be there.
  static func compare(
    _ current: LockFile, with project: Project, session: Session
  ) {
    let path = project.path(name)
    guard let bytes = FileManager.default.contents(atPath: path) else {
      session.diagnostics.append(
        .error(
          lockCode, "there is no \(name) to compare with", at: nil,
          help: "write it with: report lock"))
      return
    }
    let file = session.sources.add(path: name, bytes: [UInt8](bytes))
    let changes = LockFile(parsing: String(decoding: file.bytes, as: UTF8.self))
      .changes(to: current)
    for change in changes {
      session.diagnostics.append(
        .error(lockCode, change, at: SourceSpan(file: file.id, start: 0, end: 0)))
    }
  }

  /// The code of diagnostics that ask for exit code 4.
  static let lockCode = "lock-mismatch"
}
