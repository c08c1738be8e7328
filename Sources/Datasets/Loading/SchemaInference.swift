import Configuration
import Diagnostics

/// Reads the columns off a file that has no schema: a column is of whole numbers when every cell is
/// one, of numbers when every cell is one, else of text. Empty cells are missing values.
enum SchemaInference {
  static func schema(of file: DataFile, _ dialect: CSVDialect) -> TableSchema? {
    file.bytes.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes, dialect: dialect)
      var cells: ContiguousArray<CSVScanner.Field> = []
      guard scanner.next(into: &cells) else { return nil }
      let header = cells.map { cell in
        Spanned(scanner.text(of: cell), at: file.span(cell.start, cell.end))
      }
      let names =
        dialect.hasHeader ? header : cells.indices.map { Spanned("column\($0 + 1)") }
      if !dialect.hasHeader { scanner = CSVScanner(bytes, dialect: dialect) }
      var isInteger = Array(repeating: true, count: names.count)
      var isNumber = isInteger
      var hasValue = Array(repeating: false, count: names.count)
      var reader = CellReader(SchemaField(name: Spanned(""), kind: .any), missingValues: [""])
      while scanner.next(into: &cells) {
        for (index, cell) in cells.prefix(names.count).enumerated() where isNumber[index] {
          let content = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
          if content.isEmpty { continue }
          hasValue[index] = true
          if isInteger[index] { isInteger[index] = reader.integer(content) != nil }
          if !isInteger[index] { isNumber[index] = reader.number(content) != nil }
        }
      }
      let fields = names.indices.map { index in
        let kind: SchemaField.Kind =
          hasValue[index] && isInteger[index]
          ? .integer : hasValue[index] && isNumber[index] ? .number : .string
        return SchemaField(name: names[index], kind: kind)
      }
      return TableSchema(fields: fields)
    }
  }
}
