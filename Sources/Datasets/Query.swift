public import Diagnostics

/// One SELECT statement of an author, with the way back to its place in the sources.
public struct Query: Sendable {
  /// What the author wrote: the statement, or what the cell stands in.
  let text: SpannedText
  /// For a query that asks for one cell only.
  let cell: CellReference?

  public init(_ sql: SpannedText) { (text, cell) = (sql, nil) }

  /// The statement that reads all rows that a cell's condition finds: there must be one. It is put
  /// together when somebody asks for it, for a report has thousands of cells of one form.
  public init(_ cell: CellReference, in text: SpannedText) { (self.text, self.cell) = (text, cell) }

  public var sql: SpannedText {
    guard let cell else { return text }
    var sql = SpannedText(file: text.file)
    sql.reserveCapacity(text.bytes.count + 32, parts: 6)
    cell.appendStatement(to: &sql, of: text)
    return sql
  }
}

/// A `query NAME` block: a statement that later SQL reads by name.
public struct ViewDefinition: Sendable {
  public var name: String
  public var nameSpan: SourceSpan
  public var query: Query
  /// What it holds, in the author's words.
  public var doc: String?

  public init(name: String, nameSpan: SourceSpan, query: Query, doc: String? = nil) {
    self.name = name
    self.nameSpan = nameSpan
    self.query = query
    self.doc = doc
  }
}
