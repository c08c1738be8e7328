import CSQLite

/// One compiled statement. Owns its handle.
final class Statement {
  let handle: OpaquePointer
  let connection: Connection
  /// The bytes of the text that belong to this statement; the rest follows its semicolon.
  let length: Int

  /// Compiles the first statement of `sql`.
  convenience init(_ connection: Connection, _ sql: String) throws(StatementFailure) {
    try self.init(connection, Array(sql.utf8))
  }

  init(_ connection: Connection, _ text: [UInt8]) throws(StatementFailure) {
    let windows =
      connection.rowFunctions.isEmpty
      ? nil : try RowWindows(text, functions: connection.rowFunctions)
    let sql = windows?.sql ?? text
    var compiled: OpaquePointer?
    let (code, used) = sql.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v2(
          connection.handle, text.baseAddress, Int32(clamping: text.count), &compiled, &tail)
        return (code, tail.flatMap { end in text.baseAddress.map { end - $0 } } ?? text.count)
      }
    }
    guard code == SQLITE_OK else {
      let offset = sqlite3_error_offset(connection.handle)
      throw StatementFailure(
        code: code, message: connection.message,
        offset: offset >= 0 ? windows?.original(Int(offset)) ?? Int(offset) : nil)
    }
    guard let compiled else {
      throw StatementFailure(code: SQLITE_ERROR, message: "there is no statement", offset: nil)
    }
    handle = compiled
    length = windows?.original(used) ?? used
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// Whether there is a row.
  func step() throws(StatementFailure) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw StatementFailure(code: code, message: connection.message, offset: nil)
  }

  func reset() { sqlite3_reset(handle) }

  func bind(_ values: [CellValue]) {
    for (index, value) in values.enumerated() { bind(value, at: Int32(index + 1)) }
  }

  /// Binds one parameter; parameters count from 1.
  func bind(_ value: CellValue, at index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let integer): sqlite3_bind_int64(handle, index, integer)
    case .real(let real): sqlite3_bind_double(handle, index, real)
    case .text(let text):
      report_sqlite3_bind_text_copy(handle, index, text, Int32(text.utf8.count))
    }
  }

  var columnCount: Int { Int(sqlite3_column_count(handle)) }
  var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }
  var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }
  var isExplain: Bool { sqlite3_stmt_isexplain(handle) != 0 }

  func columnName(_ index: Int) -> String {
    sqlite3_column_name(handle, Int32(index)).map { String(cString: $0) } ?? ""
  }

  /// The stored column that a result column shows unchanged, through views and subqueries.
  func origin(_ index: Int) -> (table: String, column: String, isTemporary: Bool)? {
    guard let table = sqlite3_column_table_name(handle, Int32(index)),
      let column = sqlite3_column_origin_name(handle, Int32(index))
    else { return nil }
    let database = sqlite3_column_database_name(handle, Int32(index))
    return (
      String(cString: table), String(cString: column),
      database.map { String(cString: $0) } == "temp"
    )
  }

  func value(_ index: Int) -> CellValue {
    let column = Int32(index)
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
    case SQLITE_NULL: return .null
    default:
      guard let text = sqlite3_column_text(handle, column) else { return .text("") }
      let count = Int(sqlite3_column_bytes(handle, column))
      return .text(String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
    }
  }

  /// Lends the bytes of a text in the row at hand; none for a missing value.
  func withText<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let column = Int32(index)
    guard let text = sqlite3_column_text(handle, column) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return body(
      UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, column))))
  }
}
