/// How a CSV file is written; RFC 4180 unless the resource says otherwise.
///
/// Source: Data Package standard 2.0, "Table Dialect".
public struct CSVDialect: Hashable, Sendable {
  public var delimiter = UInt8(ascii: ",")
  public var quote: UInt8? = UInt8(ascii: "\"")
  /// Precedes a quote inside a quoted field, instead of doubling it.
  public var escape: UInt8?
  /// Whether the first record names the columns.
  public var hasHeader = true
  /// Lines that start so are skipped.
  public var comment: UInt8?
  public var skipsInitialSpace = false
  /// Whether the resource states its delimiter; files of tab-separated values imply one.
  public var declaresDelimiter = false
  /// Of JSON files: the property that holds the rows.
  public var property: String?
  /// Of SQLite files: the table.
  public var table: String?

  public init() {}
}
