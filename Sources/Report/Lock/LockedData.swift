import Datasets
import Diagnostics

/// The data files as `report.lock` knows them.
struct LockedData {
  /// Nil when there is no lock, or a damaged one.
  private let entries: [String: DataLock.Entry]?
  private let text: LockText?

  init(_ project: Project, session: Session) {
    text = LockText.read(project, session: session)
    entries = text?.lock(orReportTo: session).map { lock in
      Dictionary(lock.data.entries.map { ($0.path, $0) }) { first, _ in first }
    }
  }

  /// "same", "differs" or "not in it"; a difference is an error of the session. Empty without a
  /// lock.
  func compare(_ table: TableSummary, session: Session) -> String {
    guard let entries else { return "" }
    guard let entry = entries[table.path] else {
      session.diagnostics.append(
        .error(
          LockCheck.code, "'\(table.path)' is not in \(LockFile.name)", at: text?.start,
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
        at: text?.span(ofData: table.path),
        help: "look at what changed, then accept it with: report lock"))
    return "differs"
  }
}
