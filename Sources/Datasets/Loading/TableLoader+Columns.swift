import Configuration

/// Reading a large file without storing its rows in the database: SQLite then reads the columns
/// themselves (`ColumnModule`).
extension TableLoader {
  /// Whether every column is of a type that columns hold.
  private var hasPlainColumns: Bool {
    copy != nil && table.fields.allSatisfy { [.integer, .number, .string].contains($0.kind) }
  }

  /// Reads the whole file into columns.
  ///
  /// - Returns: false when anything is out of order, or a column has more different texts than can be
  ///   numbered: then this loader is spent, and another has to fill a table, which says what is wrong.
  mutating func loadColumns() -> Bool {
    guard hasPlainColumns else { return false }
    let file = table.file
    return file.bytes.withUnsafeBufferPointer { bytes in readColumns(bytes) }
  }

  private mutating func readColumns(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isText(bytes), let columns = copy?.columns else { return false }
    var scanner = CSVScanner(bytes, dialect: table.dialect)
    var cells: ContiguousArray<CSVScanner.Field> = []
    guard let fields = readHeader(&scanner, &cells), problems.isEmpty,
      fields.count == table.fields.count, !fields.contains(nil)
    else { return false }
    let fieldOfCell = fields.compactMap(\.self)
    table.cellOfField = table.fields.indices.map { fieldOfCell.firstIndex(of: $0) }
    let kinds = table.fields.map(\.kind)
    let isRequired = table.fields.map(\.constraints.isRequired)
    // In place, for a reader that is copied for each cell takes longer than reading it.
    var readers = readers
    var checkers = checkers
    var decimals = table.decimals
    var rowOffsets: ContiguousArray<Int> = []
    while scanner.next(into: &cells) {
      guard scanner.problem == nil, cells.count == fieldOfCell.count,
        scanner.blankLine == nil || rowOffsets.isEmpty
      else { return false }
      rowOffsets.append(scanner.recordStart)
      for cell in cells.indices {
        let place = cells[cell]
        let field = fieldOfCell[cell]
        guard !place.hasEscapes else { return false }
        let content = UnsafeBufferPointer(rebasing: bytes[place.start..<place.end])
        if readers[field].isMissing(content) {
          if isRequired[field] { return false }
          columns[field].appendMissing()
          continue
        }
        let value: CellValue?
        switch kinds[field] {
        case .integer:
          guard let integer = readers[field].integer(content), columns[field].append(integer) else {
            return false
          }
          value = isChecked[field] ? .integer(integer) : nil
        case .number:
          guard let number = readers[field].number(content) else { return false }
          columns[field].append(number)
          decimals[field] = max(decimals[field], readers[field].decimals)
          value = isChecked[field] ? .real(number) : nil
        default:
          guard columns[field].append(content) else { return false }
          value =
            isChecked[field] ? .text(String(decoding: content, as: UTF8.self)) : nil
        }
        if let value, checkers[field].problem(with: value) != nil { return false }
      }
    }
    table.decimals = decimals
    table.rowOffsets = rowOffsets
    return true
  }
}
