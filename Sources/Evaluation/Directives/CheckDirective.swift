import Configuration
import Datasets
import Diagnostics
import Languages
import Markup
import Plot

/// A query whose every row is a violation.
///
///     ```sql check #chk-average
///     --| severity: error
///     --| message: a published average differs from the mean of its own columns
///     SELECT method, average FROM averages WHERE NOT rounds_to(recomputed, average, 1)
///     ```
///
/// A failed check prints what it found; one that holds prints a line only when the text refers to
/// it.
enum CheckDirective: Directive {
  static let name = "check"
  static let language = DirectiveLanguage.sql
  static let summary = "a query that must find nothing: each row is a violation"
  static let numberedAs: Label.Kind? = .check

  struct Options: Decodable, Sendable {
    var severity: Severity?
    var message: Spanned<String>
  }

  enum Severity: String, Decodable, CaseIterable, Sendable { case error, warning, note }

  /// Rows shown of a failed check; the count is always told.
  private static let shownRows = 10

  static func evaluate(
    _ options: Options, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] {
    let rows = try context.store.run(Query(call.body))
    let severity = Diagnostic.Severity(options.severity ?? .error)
    var verdict = Verdict(
      kind: .check, label: call.label, statement: options.message.value, holds: rows.isEmpty,
      severity: severity, violations: rows.rowCount, span: call.span)
    verdict.query = call.body.text
    verdict.findings = (0..<min(shownRows, rows.rowCount)).map { row in
      Verdict.Finding(
        text: described(rows, row, context.words.numbers),
        places: context.store.sourceRows(of: rows, row: row).map(\.span))
    }
    context.verdicts.append(verdict)
    guard !rows.isEmpty else { return passed(options, call, context) }

    // Errors in the data are reported already, and may be why it fails.
    let isFaulty = !context.store.faultyTables(in: rows.provenance).isEmpty
    if severity == .error, !isFaulty {
      context.failedChecks.append((Set(rows.provenance.tables), call.span))
    }
    let suspects = (0..<min(shownRows, rows.rowCount)).map {
      context.store.suspects(of: rows, row: $0)
    }
    context.diagnostics.append(
      Diagnostic(
        isFaulty ? .note : severity, isFaulty ? Verdict.doubtedCode : "check-failed",
        options.message.value,
        at: call.label?.span ?? call.nameSpan, help: help(for: rows),
        related: suspects.prefix(3).enumerated().flatMap { index, cells in
          cells.prefix(2).map { related($0, ofRow: rows.rowCount > 1 ? index + 1 : nil) }
        }))
    return [failed(options, call, rows, suspects.map(\.first?.span), severity, &context)]
  }

  private static func related(_ cell: SuspectCell, ofRow row: Int?) -> Diagnostic.Related {
    let which = row.map { "row \($0) shows" } ?? "the row shows"
    return .init(
      message: cell.isCorrection
        ? "\(which) '\(cell.text)', to which an erratum corrects '\(cell.column)'"
        : "\(which) '\(cell.text)' of column '\(cell.column)'", span: cell.span)
  }

  private static func help(for rows: ResultTable) -> [String] {
    var help = (0..<min(3, rows.rowCount)).map { described(rows, $0) }
    if rows.rowCount > 3 { help.append("and \(rows.rowCount - 3) more rows") }
    return help
  }

  /// "row = A08, average = 97.8".
  private static func described(
    _ rows: ResultTable, _ row: Int, _ numbers: NumberMarks = .english
  ) -> String {
    zip(rows.columnNames, rows.row(row)).map {
      "\($0) = \($1.isNull ? "NULL" : $1.printed(numbers))"
    }.joined(separator: numbers.decimal == "," ? "; " : ", ")
  }

  private static func passed(
    _ options: Options, _ call: DirectiveCall, _ context: EvaluationContext
  ) -> [Block<Resolved>] {
    guard let label = call.label, context.referencedLabels.contains(label.name) else { return [] }
    let content: [Inline<Resolved>] = [
      .anchor(label.name, call.span),
      .strong([.text(context.terms(.checkHolds, title(of: call, context)), call.span)], call.span),
      .text(" " + context.terms(.checkFoundNothing, options.message.value), call.span),
    ]
    return [.paragraph(Paragraph(content, span: call.span))]
  }

  /// "Check 3".
  private static func title(of call: DirectiveCall, _ context: EvaluationContext) -> String {
    context.terms.check + (context.number(at: call.span).map { "\u{A0}" + $0 } ?? "")
  }

  private static func failed(
    _ options: Options, _ call: DirectiveCall, _ rows: ResultTable, _ places: [SourceSpan?],
    _ severity: Diagnostic.Severity, _ context: inout EvaluationContext
  ) -> Block<Resolved> {
    var content: [Inline<Resolved>] = []
    if let label = call.label { content.append(.anchor(label.name, call.span)) }
    content += context.inlines(options.message)
    content.append(.text(" (\(context.terms.count(rows.rowCount, .rows))).", call.span))
    let title = context.terms(.checkFails, title(of: call, context))
    let kind: Callout<Resolved>.Kind =
      switch severity {
      case .error: .caution
      case .warning: .warning
      case .note: .note
      }
    return .callout(
      Callout(
        kind: kind, title: [.text(title, call.span)],
        blocks: [
          .paragraph(Paragraph(content, span: call.span)),
          .table(
            table(
              of: rows, places.map { $0.map(context.place) ?? "" }, context.words, call.span)),
        ], span: call.span))
  }

  /// The first rows, each with the place of its record in the data when that is known.
  private static func table(
    of rows: ResultTable, _ places: [String], _ words: ChapterWords, _ span: SourceSpan
  ) -> DocumentTable<Resolved> {
    func cell(_ text: String, isHeader: Bool = false) -> TableCell<Resolved> {
      TableCell(
        blocks: [.paragraph(Paragraph([.text(text, span)], span: span))], isHeader: isHeader)
    }
    let hasPlaces = places.contains { !$0.isEmpty }
    let names = rows.columnNames + (hasPlaces ? [words.terms[.headWhere]] : [])
    let numbers = words.numbers
    var table = DocumentTable<Resolved>(
      columns: names.map { _ in TableColumn() },
      head: [TableRow(cells: names.map { cell($0, isHeader: true) })],
      body: [
        TableGroup(
          rows: zip(rows.rows.prefix(shownRows), places).map { row, place in
            TableRow(
              cells: row.map { cell($0.isNull ? "–" : $0.printed(numbers)) }
                + (hasPlaces ? [cell(place)] : []))
          })
      ], span: span)
    table.decimalMark = numbers.decimal
    return table
  }
}

extension Diagnostic.Severity {
  fileprivate init(_ severity: CheckDirective.Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }
}

extension CellValue {
  /// As text without a chosen format.
  var printedNaturally: String {
    switch self {
    case .null: ""
    case .integer(let value): NumberFormat.natural.string(Double(value))
    case .real(let value): NumberFormat.natural.string(value)
    case .text(let text): text
    }
  }

  /// The same with the marks of a language; a text stays as it is.
  func printed(_ numbers: NumberMarks) -> String {
    number == nil ? printedNaturally : numbers.written(printedNaturally)
  }
}
