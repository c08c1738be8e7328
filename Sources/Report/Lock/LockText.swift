import Datasets
import Diagnostics
import Foundation

/// The lines of `report.lock` as they stand in the file, for findings that have their place there.
struct LockText {
  private let file: SourceFile
  private let lines: [Line]
  /// What the lines say; those that are damaged say nothing.
  private let lock: LockFile

  private struct Line {
    var text: Substring
    var content: LockLine
    var span: SourceSpan
  }

  /// Lines of a damaged lock that are shown.
  private static let mostLines = 3

  init(_ file: SourceFile) {
    self.file = file
    var start = 0
    lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { bytes in
      defer { start += bytes.count + 1 }
      // Git may have written the line ends of another system.
      let content = bytes.last == 0x0D ? bytes.dropLast() : bytes
      let text = String(decoding: content, as: UTF8.self)
      return Line(
        text: text[...], content: LockLine(text[...]),
        span: SourceSpan(file: file.id, start: start, end: start + content.count))
    }
    lock = LockFile(lines.map(\.content))
  }

  /// The lock of a project as a source of the session; nil when there is none.
  static func read(_ project: Project, session: Session) -> LockText? {
    FileManager.default.contents(atPath: project.path(LockFile.name)).map {
      LockText(session.sources.add(path: LockFile.name, bytes: [UInt8]($0)))
    }
  }

  /// What the lock says; nil when the file is no lock or a damaged one, which is reported: such a
  /// file is compared with nothing.
  func lock(orReportTo session: Session) -> LockFile? {
    var findings: [Diagnostic] = lines.lazy.filter {
      if case .unread = $0.content { true } else { false }
    }.prefix(Self.mostLines).map {
      Diagnostic(
        .error, LockCheck.code, "this is no line of a lock", at: $0.span,
        help: ["if a merge has left it here, write the lock anew: report lock"])
    }
    if findings.isEmpty, lock == LockFile.empty {
      findings = [
        Diagnostic(
          .error, LockCheck.code, "\(file.path) is empty", at: start,
          help: ["write it with: report lock"])
      ]
    }
    for finding in findings { session.diagnostics.append(finding) }
    return findings.isEmpty ? lock : nil
  }

  /// The start of the file, for what no line of it tells.
  var start: SourceSpan { file.start }

  /// The line about something; nil when there is none.
  func span(of kind: LockFile.Entry.Kind, _ key: String) -> SourceSpan? {
    lines.first { line in
      if case .entry(let entry) = line.content {
        entry.kind == kind && entry.key == key
      } else {
        false
      }
    }?.span
  }

  /// The line of a data file's hash.
  func span(ofData path: String) -> SourceSpan? {
    lines.first { line in
      if case .data(let entry) = line.content { entry.path == path } else { false }
    }?.span
  }

  /// The first line that is not what another lock's text has there; nil when they are equal.
  func firstDifference(from text: String) -> SourceSpan? {
    let others = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, other) in zip(lines, others) where line.text != other { return line.span }
    return lines.count == others.count ? nil : (lines.last?.span ?? start)
  }
}
