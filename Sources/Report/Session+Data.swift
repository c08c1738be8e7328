import Datasets
import Diagnostics

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
