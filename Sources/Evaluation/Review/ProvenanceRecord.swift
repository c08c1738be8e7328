public import Datasets
public import Diagnostics
public import Graphics
public import Languages
public import Markup
public import Plot

/// Where something printed comes from: a table, a chart, or a value in running text.
///
/// It keeps what was computed and how; which rows of which files a cell stands on is worked out
/// when somebody asks (`Store.lineage`), so that tracing costs a build nothing.
public struct ProvenanceRecord: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case table, plot, value, pinned, claim, check }

  public var kind: Kind
  public var label: Label?
  /// "3" for a numbered table or figure.
  public var number: String?
  /// The expression or query as written.
  public var expression: String { written.text }
  private var written: SpannedText
  /// As printed; the label of a table or chart.
  public var text: String
  /// The marks that its numbers are printed with.
  public var numbers: NumberMarks
  /// What was run.
  public var query: Query
  /// What it gave.
  public var result: ResultTable
  /// The columns that are printed, in order; none for values in running text.
  public var columns: [PrintedColumn] = []
  /// The column of the result whose values are titles of row groups.
  public var group: Int?
  /// The rows of the result in the order in which they are printed.
  public var rows: [Int] = []
  /// The options of the block, as written.
  public var options = ""
  /// Of a chart.
  public var drawing: (any Drawable)?
  /// The block or the value in its chapter.
  public var span: SourceSpan

  public init(
    kind: Kind, expression: SpannedText, text: String, numbers: NumberMarks, query: Query,
    result: ResultTable,
    span: SourceSpan
  ) {
    self.kind = kind
    written = expression
    self.text = text
    self.numbers = numbers
    self.query = query
    self.result = result
    self.span = span
  }

  /// The name of its entry in the provenance pages.
  public var anchor: String {
    if let label { return "prov-\(label.name)" }
    return "prov-\(kind.rawValue)-\(number ?? String(span.start))"
  }

  /// "Table 3", "Figure 1"; the text itself for a value.
  public func title(_ terms: Terms = .english) -> String {
    switch kind {
    case .table: number.map { "\(terms.table)\u{A0}\($0)" } ?? terms.table
    case .plot: number.map { "\(terms.figure)\u{A0}\($0)" } ?? terms.figure
    case .value, .pinned, .claim, .check: text
    }
  }

  /// What a cell shows.
  ///
  /// - Parameters:
  ///   - row: in the order of printing, from 0.
  ///   - column: position among the printed columns.
  public func printed(row: Int, column: Int) -> String {
    isNumber(row: row, column: column)
      ? numbers.written(plain(row: row, column: column)) : plain(row: row, column: column)
  }

  /// What a cell shows, a number with a point whatever the language: in the lock.
  public func plain(row: Int, column: Int) -> String {
    let shown = columns[column]
    let value = result[rows[row], shown.index]
    guard !value.isNull else { return shown.missing }
    guard let number = value.number else { return value.printedNaturally }
    return shown.format.string(number)
  }

  private func isNumber(row: Int, column: Int) -> Bool {
    result[rows[row], columns[column].index].number != nil
  }

  /// The text of a value, its number with a point whatever the language: in the lock.
  public var plainText: String {
    switch kind {
    case .value where result[0, 0].text == nil, .pinned: numbers.plain(text)
    case .value, .table, .plot, .claim, .check: text
    }
  }
}

/// A column of a result as a table prints it.
public struct PrintedColumn: Sendable {
  /// Its position in the result.
  public var index: Int
  /// As the query calls it.
  public var name: String
  public var format: NumberFormat
  /// What stands for a missing value.
  public var missing: String
}

extension EvaluationContext {
  /// The small link below a table or figure to the entry that says where its numbers come from.
  func provenanceLink(_ record: ProvenanceRecord) -> [Inline<Resolved>] {
    guard hasProvenancePages else { return [] }
    let span = record.span
    return [
      .text(" ", span),
      .superscript(
        [.link(Link(.anchor(record.anchor), content: [.text(terms[.data], span)], span: span))],
        span),
    ]
  }
}

extension ProvenanceRecord {
  /// The SHA-256 of what a table or chart is made from: its options and the rows of its query.
  public var inputHash: String {
    var bytes = Array(options.utf8)
    for column in result.columnNames { bytes += Array("\u{1F}\(column)".utf8) }
    for row in result.rows {
      bytes.append(0x1E)
      for value in row {
        bytes.append(0x1F)
        // A text "1" and the number 1 are drawn differently.
        if value.text != nil { bytes.append(0x22) }
        bytes += Array(value.description.utf8)
      }
    }
    return SHA256(bytes).description
  }
}
