import Configuration
import Diagnostics

/// Reads the columns off a file that has no schema: a column is of whole numbers when every cell is
/// one, of numbers when every cell is one, else of text. Empty cells are missing values.
enum SchemaInference {
  /// Records after which a large file's columns are taken for known until one of them is not.
  static let sampleSize = 5000

  /// - Parameter most: how many records are looked at.
  /// - Returns: nil for an empty file, and when a column has no value among the records looked at
  ///   while there are more.
  static func schema(of file: DataFile, _ dialect: CSVDialect, most: Int = .max) -> TableSchema? {
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
      var isBoolean = Array(repeating: file.isTyped, count: names.count)
      var hasValue = Array(repeating: false, count: names.count)
      var reader = CellReader(SchemaField(name: Spanned(""), kind: .any), missingValues: [""])
      var count = 0
      while count < most, scanner.next(into: &cells) {
        count += 1
        for (index, cell) in cells.prefix(names.count).enumerated()
        where isNumber[index] || isBoolean[index] {
          let content = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
          let isText = file.isTyped && cell.isQuoted
          if content.isEmpty, !isText { continue }
          hasValue[index] = true
          if isText { (isInteger[index], isNumber[index]) = (false, false) }
          isBoolean[index] = isBoolean[index] && !isText && Self.isBoolean(content)
          guard isNumber[index] else { continue }
          if isInteger[index] { isInteger[index] = reader.integer(content) != nil }
          if !isInteger[index], isNumber[index] { isNumber[index] = reader.number(content) != nil }
        }
      }
      if count == most, hasValue.contains(false) { return nil }
      let fields = names.indices.map { index in
        let kind: SchemaField.Kind =
          hasValue[index] && isInteger[index]
          ? .integer
          : hasValue[index] && isNumber[index]
            ? .number : hasValue[index] && isBoolean[index] ? .boolean : .string
        return SchemaField(name: names[index], kind: kind)
      }
      return TableSchema(fields: fields)
    }
  }

  private static func isBoolean(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
    content.elementsEqual("true".utf8) || content.elementsEqual("false".utf8)
  }
}
