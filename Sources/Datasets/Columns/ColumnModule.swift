import CSQLite

/// Column copies as tables of SQLite that give their rows in the order in which GROUP BY wants them.
///
/// A statement that groups the rows of one large table reads the copy in place of the table: for
/// the time of the statement it stands under the table's name in `temp`, where SQLite looks first.
/// Aggregates, conditions and everything else remain SQLite's.
///
/// Source: sqlite.org, "The Virtual Table Mechanism Of SQLite".
enum ColumnModule {
  static let name = "report_columns"

  /// The copies by lower-case name of their tables, with the names and types of the columns.
  final class Tables {
    var tables: [String: (copy: ColumnCopy, declaration: String)] = [:]
  }

  /// What SQLite holds for a table, a cursor: its own part comes first.
  struct Table {
    var base: sqlite3_vtab
    var copy: Unmanaged<ColumnCopy>
  }

  struct Cursor {
    var base: sqlite3_vtab_cursor
    var copy: Unmanaged<ColumnCopy>
    var position = 0
    /// Owned; nil for the order of the file.
    var sorted: Unmanaged<SortedRows>?
  }

  /// Rows in an order that was asked for.
  final class SortedRows {
    /// Their numbers in the file, from 0.
    let order: ContiguousArray<Int32>
    let columns: ColumnCopy

    init(_ order: ContiguousArray<Int32>, _ columns: ColumnCopy) {
      self.order = order
      self.columns = columns
    }
  }

  /// Makes the module known to a connection; `tables` has to live as long as it.
  static func register(on handle: OpaquePointer, _ tables: Tables) -> Int32 {
    sqlite3_create_module_v2(
      handle, name, module, Unmanaged.passUnretained(tables).toOpaque(), nil)
  }

  nonisolated(unsafe) private static let module = makeModule()

  private static func makeModule() -> UnsafeMutablePointer<sqlite3_module> {
    var module = sqlite3_module()
    module.iVersion = 1
    // Two functions, so that the module is no table by itself.
    module.xCreate = { handle, context, count, arguments, result, _ in
      ColumnModule.connect(handle, context, count, arguments, result)
    }
    module.xConnect = { handle, context, count, arguments, result, message in
      message?.pointee = nil
      return ColumnModule.connect(handle, context, count, arguments, result)
    }
    module.xBestIndex = { table, info in ColumnModule.plan(table, info) }
    module.xDisconnect = { table in ColumnModule.disconnect(table) }
    module.xDestroy = { table in ColumnModule.disconnect(table) }
    module.xOpen = { table, cursor in ColumnModule.open(table, cursor) }
    module.xClose = { cursor in ColumnModule.close(cursor) }
    module.xFilter = { cursor, count, text, _, _ in ColumnModule.start(cursor, count, text) }
    module.xNext = { cursor in ColumnModule.next(cursor) }
    module.xEof = { cursor in ColumnModule.isAtEnd(cursor) }
    module.xColumn = { cursor, context, column in ColumnModule.value(cursor, context, column) }
    module.xRowid = { cursor, row in
      row?.pointee = ColumnModule.rowid(cursor)
      return SQLITE_OK
    }
    let kept = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    kept.initialize(to: module)
    return kept
  }

  private static func next(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
    withCursor(cursor) { $0.pointee.position += 1 }
    return SQLITE_OK
  }

  private static func isAtEnd(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
    withCursor(cursor) { ours in
      let count = ours.pointee.copy._withUnsafeGuaranteedRef { $0.rowCount }
      return ours.pointee.position >= count ? 1 : 0
    }
  }

  private static func rowid(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int64 {
    withCursor(cursor) { ours in
      let position = ours.pointee.position
      return Int64(
        ours.pointee.sorted?._withUnsafeGuaranteedRef { $0.order[position] }
          ?? Int32(position)) + 1
    }
  }

  private static func withCursor<R>(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?,
    _ body: (UnsafeMutablePointer<Cursor>) -> R
  ) -> R {
    guard let cursor else { preconditionFailure("SQLite hands over the cursor that it opened") }
    return body(UnsafeMutableRawPointer(cursor).assumingMemoryBound(to: Cursor.self))
  }

  private static func connect(
    _ handle: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ count: Int32,
    _ arguments: UnsafePointer<UnsafePointer<CChar>?>?,
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
  ) -> Int32 {
    guard let context, count > 2, let name = arguments?[2] else { return SQLITE_ERROR }
    let tables = Unmanaged<Tables>.fromOpaque(context).takeUnretainedValue()
    guard let (copy, declaration) = tables.tables[String(cString: name).lowercased()] else {
      return SQLITE_ERROR
    }
    let code = sqlite3_declare_vtab(handle, declaration)
    guard code == SQLITE_OK else { return code }
    let table = UnsafeMutablePointer<Table>.allocate(capacity: 1)
    table.initialize(to: Table(base: sqlite3_vtab(), copy: Unmanaged.passRetained(copy)))
    result?.pointee = UnsafeMutableRawPointer(table).assumingMemoryBound(to: sqlite3_vtab.self)
    return SQLITE_OK
  }

  private static func disconnect(_ table: UnsafeMutablePointer<sqlite3_vtab>?) -> Int32 {
    let ours = UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: Table.self)
    ours?.pointee.copy.release()
    ours?.deinitialize(count: 1)
    ours?.deallocate()
    return SQLITE_OK
  }

  /// Offers the order that SQLite would else have to sort into.
  private static func plan(
    _ table: UnsafeMutablePointer<sqlite3_vtab>?, _ info: UnsafeMutablePointer<sqlite3_index_info>?
  ) -> Int32 {
    guard let table, let info else { return SQLITE_ERROR }
    let copy = UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self).pointee.copy
      .takeUnretainedValue()
    info.pointee.estimatedCost = Double(copy.rowCount)
    info.pointee.estimatedRows = Int64(copy.rowCount)
    let terms = (0..<Int(info.pointee.nOrderBy)).map { index in
      let term = info.pointee.aOrderBy[index]
      return ColumnCopy.Term(column: Int(term.iColumn), isDescending: term.desc != 0)
    }
    guard !terms.isEmpty, terms.allSatisfy({ $0.column >= 0 && copy.canOrder(by: $0.column) })
    else { return SQLITE_OK }
    info.pointee.orderByConsumed = 1
    info.pointee.idxNum = Int32(terms.count)
    // Which columns the statement reads; the last bit stands for all behind it.
    let text =
      terms.map { "\($0.isDescending ? "-" : "+")\($0.column)" }.joined()
      + "*\(info.pointee.colUsed)"
    guard let memory = sqlite3_malloc(Int32(text.utf8.count + 1)) else { return SQLITE_NOMEM }
    let characters = memory.assumingMemoryBound(to: UInt8.self)
    for (index, byte) in text.utf8.enumerated() { characters[index] = byte }
    characters[text.utf8.count] = 0
    info.pointee.idxStr = memory.assumingMemoryBound(to: CChar.self)
    info.pointee.needToFreeIdxStr = 1
    return SQLITE_OK
  }

  private static func open(
    _ table: UnsafeMutablePointer<sqlite3_vtab>?,
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
  ) -> Int32 {
    guard let table else { return SQLITE_ERROR }
    let copy = UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self).pointee.copy
    let cursor = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
    // The table outlives its cursors.
    cursor.initialize(to: Cursor(base: sqlite3_vtab_cursor(), copy: copy))
    result?.pointee = UnsafeMutableRawPointer(cursor)
      .assumingMemoryBound(to: sqlite3_vtab_cursor.self)
    return SQLITE_OK
  }

  private static func close(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
    withCursor(cursor) { ours in
      ours.pointee.sorted?.release()
      ours.deinitialize(count: 1)
      ours.deallocate()
    }
    return SQLITE_OK
  }

  private static func start(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ count: Int32,
    _ text: UnsafePointer<CChar>?
  ) -> Int32 {
    withCursor(cursor) { ours in
      ours.pointee.position = 0
      ours.pointee.sorted?.release()
      ours.pointee.sorted = nil
      guard count > 0, let text else { return }
      let (terms, used) = plan(String(cString: text))
      let copy = ours.pointee.copy.takeUnretainedValue()
      let rows = copy.order(by: terms)
      let columns = copy.gathered(in: rows) { column in used & 1 << UInt64(min(column, 63)) != 0 }
      ours.pointee.sorted = .passRetained(SortedRows(rows, columns))
    }
    return SQLITE_OK
  }

  /// Reads what `plan` wrote: `+0-3*9`, the columns to sort by and a bit for each that is read.
  private static func plan(_ text: String) -> (terms: [ColumnCopy.Term], used: UInt64) {
    let parts = text.split(separator: "*")
    var terms: [ColumnCopy.Term] = []
    for character in parts[0].unicodeScalars {
      if let digit = Int(String(character)) {
        terms[terms.count - 1].column = terms[terms.count - 1].column * 10 + digit
      } else {
        terms.append(ColumnCopy.Term(column: 0, isDescending: character == "-"))
      }
    }
    return (terms, UInt64(parts[1]) ?? .max)
  }

  private static func value(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ context: OpaquePointer?,
    _ column: Int32
  ) -> Int32 {
    withCursor(cursor) { ours in
      let row = ours.pointee.position
      func answer(_ copy: ColumnCopy) {
        switch copy.columns[Int(column)] {
        case .integers(let values):
          let value = values[row]
          if value != ColumnCopy.missingInteger { sqlite3_result_int64(context, value) }
        case .reals(let values):
          let value = values[row]
          if !value.isNaN { sqlite3_result_double(context, value) }
        case .texts(let codes, let pool):
          guard codes[row] >= 0 else { return }
          let text = pool.text(codes[row])
          guard let base = text.baseAddress else { return }
          base.withMemoryRebound(to: CChar.self, capacity: text.count) {
            // Without a destructor SQLite takes the bytes to stay where they are; they do.
            sqlite3_result_text(context, $0, Int32(text.count), nil)
          }
        case .absent: break
        }
      }
      if let sorted = ours.pointee.sorted {
        sorted._withUnsafeGuaranteedRef { answer($0.columns) }
      } else {
        ours.pointee.copy._withUnsafeGuaranteedRef { answer($0) }
      }
    }
    return SQLITE_OK
  }
}
