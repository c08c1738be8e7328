public import Diagnostics

/// One cell of a table or query, as sentences name it: `models[model='LLaVA-1.5-7B'].layers`.
///
/// Its parts are places in the text that it stands in.
public struct CellReference: Sendable {
  /// The whole reference.
  public var range: Range<Int>
  public var table: Range<Int>
  public var condition: Range<Int>
  public var column: Range<Int>

  public init(
    range: Range<Int>, table: Range<Int>, condition: Range<Int>, column: Range<Int>
  ) {
    (self.range, self.table, self.condition, self.column) = (range, table, condition, column)
  }

  /// Adds the statement that reads all rows which the condition finds.
  ///
  /// - Parameter text: what the reference stands in.
  public func appendStatement(to sql: inout SpannedText, of text: SpannedText) {
    sql.append(unwritten: "SELECT ", at: text.sourceOffset(range.lowerBound))
    sql.append(column, of: text)
    sql.append(unwritten: " FROM ", at: text.sourceOffset(range.lowerBound))
    sql.append(table, of: text)
    guard !condition.isEmpty else { return }
    sql.append(unwritten: " WHERE ", at: text.sourceOffset(condition.lowerBound))
    sql.append(condition, of: text)
  }
}
