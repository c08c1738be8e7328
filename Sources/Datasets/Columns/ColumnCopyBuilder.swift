import Configuration

/// Collects the values of a table that is being loaded, column by column.
struct ColumnCopyBuilder {
  /// The values of one column so far.
  final class Column {
    let kind: SchemaField.Kind
    fileprivate var integers: ContiguousArray<Int64> = []
    fileprivate var reals: ContiguousArray<Double> = []
    fileprivate var codes: ContiguousArray<Int32> = []
    fileprivate let pool = TextPool()

    init(_ kind: SchemaField.Kind) { self.kind = kind }

    /// - Returns: whether the column can hold it: the number that stands for none leaves it out.
    @discardableResult
    func append(_ value: Int64) -> Bool {
      guard value != ColumnCopy.missingInteger else { return false }
      integers.append(value)
      return true
    }

    func append(_ value: Double) { reals.append(value) }

    /// - Returns: whether the column can hold it: too many different texts leave it out.
    @discardableResult
    func append(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let code = pool.code(of: text) else { return false }
      codes.append(code)
      return true
    }

    func appendMissing() {
      switch kind {
      case .integer: integers.append(ColumnCopy.missingInteger)
      case .number: reals.append(.nan)
      case .string: codes.append(-1)
      default: break
      }
    }

    /// A column that does not have a value for every row, for instance because a cell could not be
    /// read, is left out.
    fileprivate func finished(rowCount: Int) -> ColumnCopy.Column {
      switch kind {
      case .integer where integers.count == rowCount: return .integers(integers)
      case .number where reals.count == rowCount: return .reals(reals)
      case .string where codes.count == rowCount:
        pool.finish()
        return .texts(codes, pool)
      // Values of other types are not all of their column's type.
      default: return .absent
      }
    }
  }

  let columns: [Column]

  init(_ fields: [SchemaField]) { columns = fields.map { Column($0.kind) } }

  func copy(rowCount: Int) -> ColumnCopy {
    ColumnCopy(columns: columns.map { $0.finished(rowCount: rowCount) }, rowCount: rowCount)
  }
}
