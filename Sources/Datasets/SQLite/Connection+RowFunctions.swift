import CSQLite

// SQLite does not tell a window function which row it is asked about. With the frame from the
// current row to the last one it can be known: all rows are stepped over first, and after each value
// the row that it was for is taken away. `Statement` writes that frame into the window.

private final class RowFunctionBox {
  let function: SQLRowFunction
  unowned let sandbox: Sandbox

  init(_ function: SQLRowFunction, _ sandbox: Sandbox) {
    self.function = function
    self.sandbox = sandbox
  }
}

/// The rows of one window and the values found for them.
private final class WindowRows {
  var rows: [[CellValue]] = []
  var values: [CellValue]?
  /// The row that the next value is for.
  var current = 0
}

extension Connection {
  /// Makes a function of the rows of a window known to SQL.
  func register(_ function: SQLRowFunction) throws(SQLiteError) {
    let box = Unmanaged.passRetained(RowFunctionBox(function, sandbox)).toOpaque()
    let code = sqlite3_create_window_function(
      handle, function.name, -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, box,
      stepRow, finishRows, valueOfRow, passRow, releaseRowFunction)
    guard code == SQLITE_OK else { throw error("registering \(function.name)()", code) }
    rowFunctions.insert(function.name)
  }
}

private func releaseRowFunction(_ box: UnsafeMutableRawPointer?) {
  if let box { Unmanaged<RowFunctionBox>.fromOpaque(box).release() }
}

/// SQLite keeps a pointer's worth of memory for each window; it is zero at first.
private func slot(
  _ context: OpaquePointer?, create: Bool
) -> UnsafeMutablePointer<UnsafeMutableRawPointer?>? {
  let size = Int32(MemoryLayout<UnsafeMutableRawPointer?>.size)
  return sqlite3_aggregate_context(context, create ? size : 0)?
    .assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
}

private func window(_ context: OpaquePointer?) -> WindowRows? {
  slot(context, create: false)?.pointee.map {
    Unmanaged<WindowRows>.fromOpaque($0).takeUnretainedValue()
  }
}

private func stepRow(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let slot = slot(context, create: true) else {
    sqlite3_result_error_nomem(context)
    return
  }
  if slot.pointee == nil { slot.pointee = Unmanaged.passRetained(WindowRows()).toOpaque() }
  window(context)?.rows.append((0..<Int(count)).map { cellValue(values?[$0]) })
}

private func passRow(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  window(context)?.current += 1
}

private func valueOfRow(_ context: OpaquePointer?) {
  guard let window = window(context), window.current < window.rows.count else {
    sqlite3_result_null(context)
    return
  }
  let box = Unmanaged<RowFunctionBox>.fromOpaque(sqlite3_user_data(context)!)
    .takeUnretainedValue()
  do throws(SQLFunction.Failure) {
    let values: [CellValue]
    if let known = window.values {
      values = known
    } else {
      values = try box.function.evaluate(window.rows)
      precondition(values.count == window.rows.count, "a row function has a value for every row")
      window.values = values
    }
    switch values[window.current] {
    case .null: sqlite3_result_null(context)
    case .integer(let integer): sqlite3_result_int64(context, integer)
    case .real(let real): sqlite3_result_double(context, real)
    case .text(let text): report_sqlite3_result_text(context, text, Int32(text.utf8.count))
    }
  } catch {
    box.sandbox.noteFailure(of: box.function.name)
    sqlite3_result_error(context, error.message, Int32(error.message.utf8.count))
  }
}

private func finishRows(_ context: OpaquePointer?) {
  guard let slot = slot(context, create: false), let held = slot.pointee else { return }
  // Balances the retain of the first row.
  Unmanaged<WindowRows>.fromOpaque(held).release()
  slot.pointee = nil
  sqlite3_result_null(context)
}
