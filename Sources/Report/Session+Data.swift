import Datasets
import Diagnostics
import Foundation

extension Session {
  /// The project's data alone, for commands that need no chapters.
  ///
  /// - Returns: nil when there is no project; the session then holds why.
  func data() throws -> Store? { try projectData()?.store }

  func projectData() throws -> (project: Project, store: Store)? {
    guard let project = Project.open(in: options.folder, session: self) else { return nil }
    return (project, try Pipeline(project: project, session: self).loadData())
  }

  /// The rows of a statement of our own.
  func query(_ sql: String, in store: Store) -> ResultTable? {
    let file = sources.add(path: "query", text: sql)
    do throws(DiagnosticList) {
      return try store.run(Query(SpannedText(file)))
    } catch {
      diagnostics.append(contentsOf: error)
      return nil
    }
  }

  func refuseTable(_ name: String, among names: [String]) {
    diagnostics.append(
      Diagnostic(
        .error, "unknown-table", "there is no table '\(name)'", at: nil,
        help: helpForUnknown(name, among: names, called: "tables", of: "the")))
  }
}

extension Store {
  /// All tables; a failure of the database is the machine's.
  func tableSummaries() throws -> [TableSummary] { try WorldFailure.wrap { try summaries() } }
}

/// The data files as `report.lock` knows them.
struct LockedData {
  /// Nil when there is no lock.
  private let entries: [String: DataLock.Entry]?
  private let span: SourceSpan?

  init(_ project: Project, session: Session) {
    guard let bytes = FileManager.default.contents(atPath: project.path(LockFile.name)) else {
      entries = nil
      span = nil
      return
    }
    let file = session.sources.add(path: LockFile.name, bytes: [UInt8](bytes))
    span = SourceSpan(file: file.id, start: 0, end: 0)
    let lock = DataLock(parsing: String(decoding: file.bytes, as: UTF8.self))
    entries = Dictionary(lock.entries.map { ($0.path, $0) }) { first, _ in first }
  }

  /// "same", "differs" or "not in it"; a difference is an error of the session. Empty without a
  /// lock.
  func compare(_ table: TableSummary, session: Session) -> String {
    guard let entries else { return "" }
    guard let entry = entries[table.path] else {
      session.diagnostics.append(
        .error(
          LockCheck.code, "'\(table.path)' is not in \(LockFile.name)", at: span,
          help: "accept it with: report lock"))
      return "not in it"
    }
    guard entry.sha256 != table.sha256.description else { return "same" }
    session.diagnostics.append(
      .error(
        LockCheck.code,
        entry.rowCount == table.rowCount
          ? "'\(table.path)' has other values than in \(LockFile.name)"
          : "'\(table.path)' had \(entry.rowCount) rows in \(LockFile.name), now \(table.rowCount)",
        at: span, help: "look at what changed, then accept it with: report lock"))
    return "differs"
  }
}
