import Configuration
import Diagnostics

/// What is known of a table in the database besides its values.
struct LoadedTable {
  var name: String
  var title: String?
  var description: String?
  var sources: [DataOrigin]
  var licenses: [DataLicense]
  var fields: [SchemaField]
  var fieldsMatch: FieldsMatch
  /// Fields of the primary key.
  var keyFields: Set<Int> = []
  var missingValues: [String]
  var dialect: CSVDialect
  var file: DataFile
  /// The place of each record in the file; the row with rowid n is number n - 1.
  var rowOffsets: ContiguousArray<Int> = []
  /// Which cell of a record belongs to each field; nil when the file lacks the column.
  var cellOfField: [Int?] = []
  /// The most decimals printed in each column.
  var decimals: [Int] = []

  func field(_ column: String) -> Int? {
    fields.firstIndex { $0.name.value.lowercased() == column.lowercased() }
  }

  /// A cell as it stands in the file, without its quotes, and its place; nil when the record is too
  /// short.
  func printed(row: Int, field: Int) -> (text: String, span: SourceSpan)? {
    guard rowOffsets.indices.contains(row), let cell = cellOfField[field] else { return nil }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes, dialect: dialect, from: rowOffsets[row])
      var cells: ContiguousArray<CSVScanner.Field> = []
      guard scanner.next(into: &cells), cells.indices.contains(cell) else { return nil }
      let span = file.span(cells[cell].start, cells[cell].end)
      return (scanner.text(of: cells[cell]), span)
    }
  }

  /// The place of a whole record.
  func span(row: Int) -> SourceSpan? {
    guard rowOffsets.indices.contains(row) else { return nil }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes, dialect: dialect, from: rowOffsets[row])
      var cells: ContiguousArray<CSVScanner.Field> = []
      guard scanner.next(into: &cells), let last = cells.last else { return nil }
      return file.span(rowOffsets[row], last.end)
    }
  }
}

extension LoadedTable {
  /// Corrected numbers may be printed with more decimals than any in the file.
  mutating func noteDecimals(of corrections: [ErrataApplier.Correction]) {
    for correction in corrections where fields[correction.field].kind == .number {
      var reader = CellReader(fields[correction.field], missingValues: missingValues)
      let isNumber = Array(correction.erratum.corrected.utf8).withUnsafeBufferPointer {
        reader.number($0) != nil
      }
      if isNumber {
        decimals[correction.field] = max(decimals[correction.field], reader.decimals)
      }
    }
  }
}
