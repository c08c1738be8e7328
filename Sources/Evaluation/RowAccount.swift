public import Diagnostics
public import Languages
public import Markup
public import Plot

/// Where the rows of a table or chart went: those that its query returned are shown or are left out
/// for a reason, and none vanishes.
public struct RowAccount: Sendable, Equatable {
  public enum Kind: String, Sendable { case table, chart }

  /// Rows that are not shown.
  public struct Exclusion: Sendable, Equatable {
    public var reason: UndrawnReason
    public var count: Int
    /// The rows by their label, or by number from 1.
    public var rows: [String]
  }

  /// A stored table that the query reads.
  public struct Source: Sendable, Equatable {
    public var table: String
    public var rowCount: Int
  }

  public var kind: Kind
  public var label: Label?
  /// Rows that the query returns: `shown` and all of `exclusions` together.
  public var rowCount: Int
  public var shown: Int
  public var exclusions: [Exclusion]
  /// What the query reads, with all rows of each table: what is not among `rowCount` was left out or
  /// gathered by the query.
  public var sources: [Source]
  public var span: SourceSpan

  /// - Precondition: the rows shown and those left out are all rows.
  init(
    _ kind: Kind, label: Label?, rowCount: Int, shown: Int, exclusions: [Exclusion] = [],
    sources: [Source], span: SourceSpan
  ) {
    precondition(
      shown + exclusions.reduce(0) { $0 + $1.count } == rowCount,
      "every row of a table or chart is shown or left out for a reason")
    self.kind = kind
    self.label = label
    self.rowCount = rowCount
    self.exclusions = exclusions
    self.sources = sources
    self.span = span
    self.shown = shown
  }

  /// "19 rows, 18 shown; 1 left out: no value for 'cost'".
  public func summary(_ terms: Terms = .english) -> String {
    let rows = terms.count(rowCount, .rows)
    guard !exclusions.isEmpty else { return terms(.allShown, rows) }
    let reasons = exclusions.map { terms(.leftOut, String($0.count), $0.reason.text(terms)) }
    return terms(.someShown, rows, String(shown), reasons.joined(separator: "; "))
  }
}
