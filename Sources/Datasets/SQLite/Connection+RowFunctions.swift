import CSQLite

// SQLite does not tell a window function which row it is asked about. With the frame from the
// current row to the last one it can be known: all rows are stepped over first, and after each value
// the row that it was for is taken away. `Statement` writes that frame into the window.

private final class RowFunction: SandboxedFunction {
  let function: SQLRowFunction

  init(_ function: SQLRowFunction, _ sandbox: Sandbox) {
    self.function = function
    super.init(function.name, sandbox)
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
    let held = RowFunction(function, sandbox).retained()
    let code = sqlite3_create_window_function(
      handle, function.name, -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, held,
      stepRow, finishRows, valueOfRow, passRow, releaseFunction)
    guard code == SQLITE_OK else { throw error("registering \(function.name)()", code) }
    rowFunctions.insert(function.name)
  }
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
  let called = RowFunction.called(in: context)
  called.answer(context) { () throws(SQLFunction.Failure) in
    let values: [CellValue]
    if let known = window.values {
      values = known
    } else {
      values = try called.function.evaluate(window.rows)
      precondition(values.count == window.rows.count, "a row function has a value for every row")
      window.values = values
    }
    return values[window.current]
  }
}

private func finishRows(_ context: OpaquePointer?) {
  guard let slot = slot(context, create: false), let held = slot.pointee else { return }
  // Balances the retain of the first row.
  Unmanaged<WindowRows>.fromOpaque(held).release()
  slot.pointee = nil
  sqlite3_result_null(context)
}
