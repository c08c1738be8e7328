import CSQLite
import Configuration
import Diagnostics

/// Reads a CSV file into a table of the database, checking every cell on its way.
///
/// Works on bytes: a cell becomes a Swift string only when a constraint asks for one.
struct TableLoader {
  var table: LoadedTable
  private(set) var problems: [CellProblems.Item] = []
  var readers: [CellReader]
  var checkers: [ConstraintChecker]
  let isChecked: [Bool]
  /// Of a large file.
  let copy: ColumnCopyBuilder?

  init(_ table: LoadedTable) {
    self.table = table
    readers = table.fields.map { CellReader($0, missingValues: table.missingValues) }
    checkers = table.fields.map { ConstraintChecker($0) }
    isChecked = checkers.map { !$0.isIdle }
    copy =
      table.file.bytes.count >= ColumnCopy.leastBytes && !table.file.isTyped
      ? ColumnCopyBuilder(table.fields) : nil
    self.table.decimals = Array(repeating: 0, count: table.fields.count)
  }

  /// Whether the file is not what its schema describes, so that its rows tell nothing.
  private(set) var isUnread = false

  mutating func append(_ problem: CellProblems.Item) { problems.append(problem) }

  /// Creates the table under `name` and fills it.
  ///
  /// A cell that cannot be read is stored as printed, so that queries on the rest can still be
  /// checked; its problem stops the build in any case.
  mutating func load(into connection: Connection, as name: String) throws(SQLiteError) {
    try connection.execute(createStatement(name))
    let marks = table.fields.map { _ in "?" }.joined(separator: ", ")
    connection.sandbox.isOpen = true
    defer { connection.sandbox.isOpen = false }
    try connection.execute("BEGIN")
    let insert: Statement
    do {
      insert = try Statement(connection, "INSERT INTO \(quotedIdentifier(name)) VALUES (\(marks))")
    } catch {
      throw SQLiteError(operation: "filling '\(name)'", code: error.code, message: error.message)
    }
    let file = table.file
    let result = file.bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(SQLiteError) in try scan(bytes, insert) }
    }
    try result.get()
    try connection.execute("COMMIT")
  }

  /// The table column by column, when its file is large.
  var columnCopy: (copy: ColumnCopy, declaration: String)? {
    copy.map { ($0.copy(rowCount: table.rowOffsets.count), "CREATE TABLE x(\(columnDefinitions))") }
  }

  func createStatement(_ name: String) -> String {
    "CREATE TABLE \(quotedIdentifier(name)) (\(columnDefinitions))"
  }

  /// The columns with their types as SQL.
  private var columnDefinitions: String {
    table.fields.map { field in
      let type =
        switch field.kind {
        case .integer, .boolean, .year: " INTEGER"
        case .number: " REAL"
        case .any: ""
        default: " TEXT"
        }
      return quotedIdentifier(field.name.value) + type
    }.joined(separator: ", ")
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ insert: Statement
  ) throws(SQLiteError) {
    guard isText(bytes) else {
      isUnread = true
      return
    }
    var scanner = CSVScanner(bytes, dialect: table.dialect)
    var cells: ContiguousArray<CSVScanner.Field> = []
    guard let fieldOfCell = readHeader(&scanner, &cells), problems.isEmpty else {
      isUnread = true
      return
    }
    table.cellOfField = table.fields.indices.map { fieldOfCell.firstIndex(of: $0) }
    var blank: Int?
    // In place, for a reader that is copied for each cell takes longer than reading it.
    var readers = readers
    defer { self.readers = readers }
    while scanner.next(into: &cells) {
      if let line = scanner.blankLine, !table.rowOffsets.isEmpty { blank = blank ?? line }
      let row = table.rowOffsets.count
      table.rowOffsets.append(scanner.recordStart)
      if let problem = scanner.problem {
        report(problem, row: row)
      } else if cells.count != fieldOfCell.count {
        reportUneven(cells, scanner, fieldOfCell, row: row)
      }
      for (cell, field) in fieldOfCell.enumerated() {
        guard let field else { continue }
        if cell < cells.count {
          readers.withUnsafeMutableBufferPointer {
            bind(cells[cell], bytes, to: insert, &$0[field], field: field, row: row)
          }
        } else {
          copy?.columns[field].appendMissing()
          sqlite3_bind_null(insert.handle, Int32(field + 1))
        }
      }
      guard sqlite3_step(insert.handle) == SQLITE_DONE else {
        throw insert.connection.error("filling '\(table.name)'", SQLITE_ERROR)
      }
      sqlite3_reset(insert.handle)
    }
    if let blank {
      problems.append(
        CellProblems.Item(
          code: "blank-line", message: "a line without cells stands between records",
          help: ["remove it; a row of missing values has its delimiters"], start: blank,
          end: blank + 1))
    }
  }

  mutating func readHeader(
    _ scanner: inout CSVScanner, _ cells: inout ContiguousArray<CSVScanner.Field>
  ) -> [Int?]? {
    guard table.dialect.hasHeader else {
      return CSVHeader(fieldCount: table.fields.count).fieldOfCell
    }
    guard scanner.next(into: &cells) else {
      problems.append(
        CellProblems.Item(
          code: "empty-file", message: "the file '\(table.file.path)' is empty", start: 0, end: 0))
      return nil
    }
    if let problem = scanner.problem { report(problem, row: nil) }
    let header = CSVHeader(
      cells, scanner, fields: table.fields,
      match: table.file.isTyped && table.fieldsMatch == .exact ? .equal : table.fieldsMatch)
    problems += header.problems
    return header.fieldOfCell
  }

  private mutating func bind(
    _ cell: CSVScanner.Field, _ bytes: UnsafeBufferPointer<UInt8>, to insert: Statement,
    _ reader: inout CellReader, field: Int, row: Int
  ) {
    let content = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
    let parameter = Int32(field + 1)
    if cell.hasEscapes {
      CSVScanner(bytes, dialect: table.dialect, from: cell.start).content(of: cell)
        .withUnsafeBufferPointer {
          bind($0, cell, to: insert, parameter, &reader, field: field, row: row, isShort: true)
        }
    } else {
      bind(content, cell, to: insert, parameter, &reader, field: field, row: row, isShort: false)
    }
  }

  /// - Parameter isShort: whether the bytes live shorter than the statement.
  private mutating func bind(
    _ content: UnsafeBufferPointer<UInt8>, _ cell: CSVScanner.Field, to insert: Statement,
    _ parameter: Int32, _ reader: inout CellReader, field: Int, row: Int, isShort: Bool
  ) {
    func problem(_ problem: CellProblem) {
      problems.append(
        CellProblems.Item(
          code: problem.code, message: problem.message, help: problem.help, start: cell.start,
          end: cell.end, row: row, field: field))
    }
    let isText = table.file.isTyped && cell.isQuoted
    let kind = table.fields[field].kind
    if !isText || !content.isEmpty, reader.isMissing(content) {
      sqlite3_bind_null(insert.handle, parameter)
      copy?.columns[field].appendMissing()
      if table.fields[field].constraints.isRequired {
        problem(
          CellProblem(code: "missing-value", message: "the cell is empty, but a value is required"))
      }
      return
    }
    if table.file.isTyped, isText ? Self.numeric.contains(kind) : kind == .string, !content.isEmpty
    {
      let text = String(decoding: content, as: UTF8.self)
      bindText(content, to: insert, parameter, isShort: isShort)
      problem(
        CellProblem(
          code: "bad-cell",
          message: isText
            ? "the text '\(text)' is not \(kind == .integer ? "an" : "a") \(kind.rawValue)"
            : "the number \(text) is not a text",
          help: ["the file tells numbers from texts; mend it or the column's type"]))
      return
    }
    switch kind {
    case .number:
      if let number = reader.number(content) {
        sqlite3_bind_double(insert.handle, parameter, number)
        copy?.columns[field].append(number)
        table.decimals[field] = max(table.decimals[field], reader.decimals)
        if isChecked[field], let found = checkers[field].problem(with: .real(number)) {
          problem(found)
        }
        return
      }
    case .integer:
      if let integer = reader.integer(content) {
        sqlite3_bind_int64(insert.handle, parameter, integer)
        copy?.columns[field].append(integer)
        if isChecked[field], let found = checkers[field].problem(with: .integer(integer)) {
          problem(found)
        }
        return
      }
    case .string, .any:
      bindText(content, to: insert, parameter, isShort: isShort)
      copy?.columns[field].append(content)
      if isChecked[field] {
        let text = String(decoding: content, as: UTF8.self)
        if let found = checkers[field].problem(with: .text(text)) { problem(found) }
      }
      return
    default: break
    }
    switch reader.read(content) {
    case .success(let value):
      insert.bind(value, at: parameter)
      if isChecked[field], let found = checkers[field].problem(with: value) { problem(found) }
    case .failure(let found):
      bindText(content, to: insert, parameter, isShort: isShort)
      problem(found)
    }
  }

  private static let numeric: Set<SchemaField.Kind> = [.number, .integer, .boolean]

  private func bindText(
    _ content: UnsafeBufferPointer<UInt8>, to insert: Statement, _ parameter: Int32, isShort: Bool
  ) {
    let count = Int32(content.count)
    // A null pointer would bind NULL, and an empty text is a text.
    guard let base = content.baseAddress, count > 0 else {
      report_sqlite3_bind_text_copy(insert.handle, parameter, "", 0)
      return
    }
    base.withMemoryRebound(to: CChar.self, capacity: content.count) { text in
      if isShort {
        _ = report_sqlite3_bind_text_copy(insert.handle, parameter, text, count)
      } else {
        _ = sqlite3_bind_text(insert.handle, parameter, text, count, nil)
      }
    }
  }
}
