/// A function that says something of every row of a window, with all rows of the window in view:
/// `on_front(x, y, 'low,high') OVER (PARTITION BY budget)`.
public struct SQLRowFunction: Sendable {
  public var name: String
  /// As help texts show it.
  public var signature: String
  /// The values of the rows of a window, from their arguments, in the order of the window.
  public var evaluate: @Sendable ([[CellValue]]) throws(SQLFunction.Failure) -> [CellValue]

  /// - Parameter evaluate: a pure function that returns one value for each row.
  public init(
    _ name: String, signature: String,
    evaluate: @escaping @Sendable ([[CellValue]]) throws(SQLFunction.Failure) -> [CellValue]
  ) {
    self.name = name
    self.signature = signature
    self.evaluate = evaluate
  }
}
