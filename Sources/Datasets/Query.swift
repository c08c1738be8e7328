public import Diagnostics

/// One SELECT statement of an author, with the way back to its place in the sources.
public struct Query: Sendable {
  public var sql: SpannedText

  public init(_ sql: SpannedText) { self.sql = sql }
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
