import Configuration
import Datasets
import Diagnostics
import Markup

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
    verdict.findings = (0..<min(shownRows, rows.rowCount)).map { row in
      Verdict.Finding(
        text: zip(rows.columnNames, rows.row(row)).map { "\($0) = \($1)" }.joined(separator: ", "),
        places: context.store.sourceRows(of: rows, row: row).map(\.span))
    }
    context.verdicts.append(verdict)
    guard !rows.isEmpty else { return passed(options, call, context) }

    // Errors in the data are reported already, and may be why it fails.
    let isFaulty = !context.store.faultyTables(in: rows.provenance).isEmpty
    context.diagnostics.append(
      Diagnostic(
        isFaulty ? .note : severity, "check-failed", options.message.value,
        at: call.label?.span ?? call.nameSpan,
        help: help(for: rows)))
    return [failed(options, call, rows, severity, &context)]
  }

  private static func help(for rows: ResultTable) -> [String] {
    var help = rows.rows.prefix(3).map { row in
      zip(rows.columnNames, row).map { "\($0) = \($1)" }.joined(separator: ", ")
    }
    if rows.rowCount > 3 { help.append("and \(rows.rowCount - 3) more rows") }
    return help
  }

  private static func passed(
    _ options: Options, _ call: DirectiveCall, _ context: EvaluationContext
  ) -> [Block<Resolved>] {
    guard let label = call.label, context.referencedLabels.contains(label.name) else { return [] }
    let title = "Check\u{A0}\(context.number(at: call.span) ?? "")".trimmingEnd
    let content: [Inline<Resolved>] = [
      .anchor(label.name, call.span), .strong([.text("\(title) holds.", call.span)], call.span),
      .text(" No row was found where this is so: \(options.message.value).", call.span),
    ]
    return [.paragraph(Paragraph(content, span: call.span))]
  }

  private static func failed(
    _ options: Options, _ call: DirectiveCall, _ rows: ResultTable,
    _ severity: Diagnostic.Severity, _ context: inout EvaluationContext
  ) -> Block<Resolved> {
    var content: [Inline<Resolved>] = []
    if let label = call.label { content.append(.anchor(label.name, call.span)) }
    content += context.inlines(options.message)
    content.append(
      .text(rows.rowCount == 1 ? " (1 row)." : " (\(rows.rowCount) rows).", call.span))
    let title = "Check\u{A0}\(context.number(at: call.span) ?? "")".trimmingEnd
    let kind: Callout<Resolved>.Kind =
      switch severity {
      case .error: .caution
      case .warning: .warning
      case .note: .note
      }
    return .callout(
      Callout(
        kind: kind, title: [.text("\(title) fails", call.span)],
        blocks: [
          .paragraph(Paragraph(content, span: call.span)), .table(table(of: rows, call.span)),
        ], span: call.span))
  }

  private static func table(of rows: ResultTable, _ span: SourceSpan) -> DocumentTable<Resolved> {
    func cell(_ text: String, isHeader: Bool = false) -> TableCell<Resolved> {
      TableCell(
        blocks: [.paragraph(Paragraph([.text(text, span)], span: span))], isHeader: isHeader)
    }
    return DocumentTable(
      columns: rows.columns.map { _ in TableColumn() },
      head: [TableRow(cells: rows.columnNames.map { cell($0, isHeader: true) })],
      body: [
        TableGroup(
          rows: rows.rows.prefix(shownRows).map { row in
            TableRow(cells: row.map { cell($0.isNull ? "–" : $0.printedNaturally) })
          })
      ], span: span)
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
}

extension String {
  fileprivate var trimmingEnd: String {
    var copy = self
    while copy.hasSuffix("\u{A0}") { copy.removeLast() }
    return copy
  }
}
