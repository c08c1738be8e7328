import Datasets
import Diagnostics

/// The lines of `report.lock` as they stand in the file, for findings that have their place there.
struct LockText {
  private let file: SourceFile
  private let lines: [Line]

  private struct Line {
    var text: Substring
    var span: SourceSpan
  }

  init(_ file: SourceFile) {
    self.file = file
    var start = 0
    lines = String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map { text in
        let end = min(start + text.utf8.count, file.bytes.count)
        defer { start = end + 1 }
        return Line(
          text: text, span: SourceSpan(file: file.id, start: start, end: end))
      }
  }

  /// What the lock says.
  var lock: LockFile { LockFile(parsing: String(decoding: file.bytes, as: UTF8.self)) }

  /// The start of the file, for what no line of it tells.
  var start: SourceSpan { file.start }

  /// The line about something; nil when there is none.
  func span(of kind: LockFile.Entry.Kind, _ key: String) -> SourceSpan? {
    lines.first { line in
      line.text.hasPrefix(kind.rawValue) && line.text.contains(key)
        && LockFile.Entry(parsing: line.text).map { $0.kind == kind && $0.key == key } ?? false
    }?.span
  }

  /// The line of a data file's hash.
  func span(ofData path: String) -> SourceSpan? {
    lines.first { DataLock(parsing: String($0.text)).entries.first?.path == path }?.span
  }

  /// The lines that say nothing which `report lock` writes, as a merge leaves them.
  var unread: [SourceSpan] {
    lines.filter { line in
      !line.text.isEmpty && line.text != LockFile.heading
        && LockFile.digests(parsing: line.text) == nil && LockFile.Entry(parsing: line.text) == nil
        && DataLock(parsing: String(line.text)).entries.isEmpty
    }.map(\.span)
  }

  /// The first line that is not what another lock's text has there; nil when they are equal.
  func firstDifference(from text: String) -> SourceSpan? {
    let others = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, other) in zip(lines, others) where line.text != other { return line.span }
    return lines.count == others.count ? nil : (lines.last?.span ?? start)
  }
}
