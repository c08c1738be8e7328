import CSQLite

/// One SQLite database in memory.
///
/// Owns the handle; statements and callbacks must not outlive it, which holds because only `Store`
/// makes them. Not thread-safe on its own: `Store` serialises access.
final class Connection {
  let handle: OpaquePointer
  let sandbox: Sandbox
  /// Names of the functions that need a window with all its rows, in lower case.
  var rowFunctions: Set<String> = []
  /// Copies of large tables for statements that group their rows.
  let columnTables = ColumnModule.Tables()

  /// - Parameter limits: how much a statement may cost.
  init(limits: QueryLimits) throws(SQLiteError) {
    var opened: OpaquePointer?
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(":memory:", &opened, flags, nil)
    guard let opened, code == SQLITE_OK else {
      sqlite3_close_v2(opened)
      throw SQLiteError(
        operation: "opening a database", code: code, message: String(cString: sqlite3_errstr(code)))
    }
    handle = opened
    sandbox = Sandbox(limits: limits)
    try configure()
  }

  deinit {
    // The handle's destructor of functions runs here, so the boxes live long enough.
    sqlite3_close_v2(handle)
  }

  private func configure() throws(SQLiteError) {
    // Everything stays in memory: no journal, no temporary file.
    try execute("PRAGMA journal_mode = OFF")
    try execute("PRAGMA synchronous = OFF")
    try execute("PRAGMA temp_store = MEMORY")
    try execute("PRAGMA locking_mode = EXCLUSIVE")
    try execute("PRAGMA cache_size = -16384")
    // An unknown "name" in double quotes is an error, not a text.
    for option in [SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL] {
      report_sqlite3_set(handle, option, 0)
    }
    report_sqlite3_set(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
    report_sqlite3_set(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0)
    let code = ColumnModule.register(on: handle, columnTables)
    guard code == SQLITE_OK else { throw error("registering a module", code) }
    try registerTextFunctions()
    sandbox.install(on: handle)
  }

  /// Runs a statement of our own, outside the sandbox.
  func execute(_ sql: String) throws(SQLiteError) {
    let wasOpen = sandbox.isOpen
    sandbox.isOpen = true
    defer { sandbox.isOpen = wasOpen }
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error("running '\(sql)'", code) }
  }

  /// The rows of a statement of our own, outside the sandbox.
  func rows(_ sql: String, _ arguments: [CellValue] = []) throws(SQLiteError) -> [[CellValue]] {
    let wasOpen = sandbox.isOpen
    sandbox.isOpen = true
    defer { sandbox.isOpen = wasOpen }
    do {
      let statement = try Statement(self, sql)
      statement.bind(arguments)
      var rows: [[CellValue]] = []
      while try statement.step() {
        rows.append((0..<statement.columnCount).map { statement.value($0) })
      }
      return rows
    } catch {
      throw SQLiteError(operation: "running '\(sql)'", code: error.code, message: error.message)
    }
  }

  func error(_ operation: String, _ code: Int32) -> SQLiteError {
    SQLiteError(operation: operation, code: code, message: message)
  }

  var message: String { String(cString: sqlite3_errmsg(handle)) }
}

/// A name as SQL text.
func quotedIdentifier(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}
