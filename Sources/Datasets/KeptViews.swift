import CSQLite
import Diagnostics

/// Named queries whose rows are kept, so that each is computed once for all statements that read
/// it.
///
/// The rows stand in a temporary table of the query's name, which SQLite finds before the view.
/// A query is kept when that can change nothing: its rows are few, all its rows can be computed,
/// and no value would be converted on its way into the table. What a statement is told to read is
/// what it would have read through the view.
struct KeptViews {
  /// What a kept query shows and reads.
  struct View {
    var columns: [ResultColumn]
    var provenance: Provenance

    func column(_ name: String) -> ResultColumn? { columns.first { $0.name == name } }
  }

  /// Larger results are computed again: copying them would take the memory of a second table.
  static let mostRows = 100_000
  /// Steps after which a query is left to the statements that read it, which may need less of it.
  static let mostSteps = 40_000_000

  /// By lower-case name; nil for those that were tried and cannot be kept.
  private(set) var views: [String: View?] = [:]
  /// Off while queries are only looked at, and while somebody wants to see the calls they make.
  var isOn = true

  subscript(name: String) -> View? { (views[name] ?? nil) ?? nil }

  func isTried(_ name: String) -> Bool { views[name] != nil }

  mutating func note(_ view: View?, as name: String) { views[name] = .some(view) }

  mutating func forget() { views = [:] }
}

extension Store.State {
  /// Keeps the named queries that a text mentions, each after those that it reads.
  mutating func keepViews(mentionedIn names: Set<String>) {
    guard keptViews.isOn, !views.isEmpty else { return }
    for name in names.sorted() {
      guard let view = views[name], view.state == .ready, !keptViews.isTried(name) else { continue }
      keptViews.note(nil, as: name)
      keepViews(mentionedIn: view.mentions)
      keptViews.note(keep(name, view), as: name)
    }
  }

  /// Lets statements read the views themselves again.
  mutating func dropKeptViews() {
    lookups.forget()
    for (name, view) in keptViews.views where view != nil { drop(name) }
    keptViews.forget()
  }

  private mutating func drop(_ name: String) {
    try? connection.write {
      try connection.execute("DROP TABLE IF EXISTS temp.\(quotedIdentifier(name))")
    }
  }

  private mutating func keep(_ name: String, _ view: Store.View) -> KeptViews.View? {
    let sandbox = connection.sandbox
    sandbox.begin()
    guard let statement = try? Statement(connection, view.query.sql.bytes) else {
      return nil
    }
    let provenance = provenance()
    let columns = (0..<statement.columnCount).map { column(statement, $0) }
    // A second column of a name is another one for those who read the query.
    guard Set(columns.map { $0.name.lowercased() }).count == columns.count else { return nil }
    sandbox.allowedSteps = min(sandbox.limits.steps, KeptViews.mostSteps)
    defer { sandbox.allowedSteps = sandbox.limits.steps }
    do {
      try connection.write {
        let quoted = quotedIdentifier(name)
        try connection.execute(
          "CREATE TEMP TABLE \(quoted) AS SELECT * FROM main.\(quoted) LIMIT 0")
        try connection.copyRows(of: statement, into: name, most: KeptViews.mostRows)
      }
    } catch {
      drop(name)
      return nil
    }
    return KeptViews.View(columns: columns, provenance: provenance)
  }
}

/// Why rows are not kept.
private struct NotKept: Error {}

extension Connection {
  /// Runs statements of ours that write, after the database was closed to writing.
  func write(_ body: () throws -> Void) throws {
    try execute("PRAGMA query_only = OFF")
    defer { try? execute("PRAGMA query_only = ON") }
    try body()
  }

  /// Puts the rows of an author's statement into a temporary table that was made for them.
  ///
  /// - Throws: when they are too many or too costly, and when the table would change a value.
  fileprivate func copyRows(of statement: Statement, into table: String, most: Int) throws {
    let marks = (0..<statement.columnCount).map { _ in "?" }
    defer {
      // A table cannot be dropped while any statement is read.
      statement.reset()
      sandbox.isOpen = false
    }
    let types = try rows("SELECT type FROM pragma_table_info(?, 'temp')", [.text(table)])
      .map { $0[0].text ?? "" }
    guard types.count == marks.count else { throw NotKept() }
    sandbox.isOpen = true
    let insert = try Statement(
      self,
      "INSERT INTO temp.\(quotedIdentifier(table)) VALUES (\(marks.joined(separator: ", ")))")
    try execute("BEGIN")
    defer { try? execute("COMMIT") }
    var count = 0
    while true {
      sandbox.isOpen = false
      let isRow = try statement.step()
      sandbox.isOpen = true
      guard isRow else { return }
      count += 1
      guard count <= most else { throw NotKept() }
      for column in marks.indices {
        guard statement.keepsValue(column, inColumnOfType: types[column]) else { throw NotKept() }
        sqlite3_bind_value(
          insert.handle, Int32(column + 1),
          sqlite3_column_value(statement.handle, Int32(column)))
      }
      _ = try insert.step()
      insert.reset()
    }
  }
}

extension Statement {
  /// Whether a table's column takes in the value at hand as it is.
  ///
  /// Source: sqlite.org, "Datatypes In SQLite", section 3.
  fileprivate func keepsValue(_ column: Int, inColumnOfType type: String) -> Bool {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_NULL: true
    case SQLITE_TEXT: type == "" || type == "TEXT"
    case SQLITE_INTEGER: type != "TEXT" && type != "REAL"
    case SQLITE_FLOAT: type == "" || type == "REAL"
    default: false
    }
  }
}
