import Configuration
import Datasets
import Diagnostics
import Languages
import Markup
import Plot

/// A table of the rows that a query returns.
///
///     ```sql table #tbl-192
///     --| caption: Methods that keep 192 of 576 visual tokens.
///     --| columns:
///     --|   average: {label: Average kept, format: .1f, unit: "%", best: max}
///     --| group: retained_tokens
///     --| missing: –
///     SELECT method, gqa, average, retained_tokens FROM kept
///     ```
enum TableDirective: Directive {
  static let name = "table"
  static let language = DirectiveLanguage.sql
  static let summary = "a table of the rows that a query returns"
  static let numberedAs: Label.Kind? = .table

  struct Options: Decodable, Sendable {
    var caption: Spanned<String>?
    var columns: OrderedMapping<Column>?
    /// The column whose values become titles of row groups.
    var group: Spanned<String>?
    /// What stands for a missing value.
    var missing: String?
    var notes: OneOrMore<Spanned<String>>?
  }

  struct Column: Decodable, Sendable {
    var label: Spanned<String>?
    var format: Spanned<String>?
    var unit: Spanned<String>?
    var align: Alignment?
    var best: Best?
    var missing: String?
  }

  enum Alignment: String, Decodable, CaseIterable, Sendable { case left, center, right, decimal }
  enum Best: String, Decodable, CaseIterable, Sendable { case max, min }

  static func evaluate(
    _ options: Options, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] {
    let query = Query(call.body)
    let rows = try context.store.run(query)
    guard !rows.isEmpty else {
      throw EmptyResult.problem(rows, of: call, named: name, in: context.store)
    }
    let layout = try TableColumns(
      options, rows: rows, at: call.nameSpan,
      uncertainties: { context.store.uncertainties(of: query) })
    var builder = TableBuilder(
      rows: rows, columns: layout, missing: options.missing ?? "–",
      numbers: context.words.numbers, span: call.span)
    var record = ProvenanceRecord(
      kind: .table, expression: call.body, text: call.label?.name ?? name,
      numbers: context.words.numbers, query: query, result: rows, span: call.span)
    record.label = call.label
    record.number = context.number(at: call.span)
    record.options = call.options.text
    record.group = layout.group
    let missing = options.missing ?? "–"
    record.columns = layout.shown.map { column in
      PrintedColumn(
        index: column.index, name: column.source.name, format: column.format,
        missing: column.options?.missing ?? missing)
    }
    // Kept before the cells, which lead to it.
    let id = context.record(record)
    builder.provenance = id
    builder.faults = Set(context.store.faults(in: rows, of: query).map { [$0.row, $0.column] })
    let body = try builder.groups()
    context.provenance[Int(id.rawValue)].rows = builder.order
    context.account(.table, for: rows, showing: builder.order.count, of: call)
    context.diagnostics.append(contentsOf: layout.falsePrecision)
    for column in layout.shown {
      let problem = context.unitProblem(
        column.options?.unit?.value, at: column.options?.unit?.span,
        "the column '\(column.source.name)'"
      ) { context.unit(of: column.index, in: rows, of: query) }
      if let problem { context.diagnostics.append(problem) }
    }
    var head: [TableCell<Resolved>] = []
    for column in layout.shown { head.append(header(column, call.span, &context)) }
    var notes: [[Inline<Resolved>]] = []
    for note in options.notes?.values ?? [] { notes.append(context.inlines(note)) }
    var table = DocumentTable<Resolved>(
      label: call.label, number: context.number(at: call.span),
      caption: context.inlines(options.caption) + context.provenanceLink(record),
      columns: layout.shown.map { TableColumn(alignment: $0.alignment) },
      head: [TableRow(cells: head)], body: body,
      notes: notes + builder.correctionNotes(context.terms),
      span: call.span)
    table.decimalMark = context.words.numbers.decimal
    return [.table(table)]
  }

  /// The column's name with its unit once, in parentheses.
  private static func header(
    _ column: TableColumns.Shown, _ span: SourceSpan, _ context: inout EvaluationContext
  ) -> TableCell<Resolved> {
    var content: [Inline<Resolved>] =
      if let label = column.options?.label {
        context.inlines(label)
      } else {
        [.text(column.source.title ?? column.source.name, span)]
      }
    if let unit = column.unit, !unit.isEmpty, unit != "1" {
      content.append(.text(" (\(unit))", span))
    }
    return TableCell(
      blocks: [.paragraph(Paragraph(content, span: span))], isHeader: true)
  }
}

/// The columns of a table block: what the options say about what the query returns.
struct TableColumns {
  struct Shown {
    var index: Int
    var source: ResultColumn
    var options: TableDirective.Column?
    var format: NumberFormat
    var unit: String?
    var alignment: TableColumn.Alignment
  }

  var shown: [Shown] = []
  /// The column that groups the rows.
  var group: Int?
  /// Formats that print digits which tell nothing.
  private(set) var falsePrecision = DiagnosticList()

  /// - Parameters:
  ///   - span: of the block, where what no option says has its place.
  ///   - uncertainties: how far computed columns may be off, when somebody asks.
  init(
    _ options: TableDirective.Options, rows: ResultTable, at span: SourceSpan,
    uncertainties: () -> [Double?]?
  ) throws(DiagnosticList) {
    var problems = DiagnosticList()
    for entry in options.columns?.entries ?? [] where rows.columnIndex(entry.key) == nil {
      problems.append(.unknownColumn(entry.key, at: entry.keySpan, in: rows))
    }
    if let name = options.group {
      group = rows.columnIndex(name.value)
      if group == nil, let span = name.span {
        problems.append(.unknownColumn(name.value, at: span, in: rows))
      }
    }
    for (index, column) in rows.columns.enumerated() where index != group {
      let chosen = options.columns?.entries.first {
        $0.key.lowercased() == column.name.lowercased()
      }?.value
      let values = rows.values(ofColumn: index)
      let isNumeric = values.contains { $0.number != nil } && !values.contains { $0.text != nil }
      let format = Self.format(chosen?.format, column, isNumeric: isNumeric, &problems)
      if let written = chosen?.format, isNumeric,
        let problem = format.falsePrecision(for: column.decimals, at: written.span)
          ?? format.falsePrecision(at: written.span, within: { uncertainties()?[index] })
      {
        falsePrecision.append(problem)
      } else if chosen?.format == nil, isNumeric, column.decimals == nil,
        let problem = NumberFormat.missing(
          for: values, of: "the column '\(column.name)'", at: span,
          help: "give it a format: columns: {\(column.name): {format: .2f}}")
      {
        falsePrecision.append(problem)
      }
      shown.append(
        Shown(
          index: index, source: column, options: chosen, format: format,
          unit: Self.unit(of: column, chosen, options),
          alignment: chosen?.align?.tableAlignment ?? (isNumeric ? .decimal : .left)))
    }
    guard !problems.hasErrors else { throw problems }
  }

  /// The unit of the options, else that of the data, unless the author's words name it.
  private static func unit(
    of column: ResultColumn, _ chosen: TableDirective.Column?, _ options: TableDirective.Options
  ) -> String? {
    if let unit = chosen?.unit?.value { return unit == "none" ? nil : unit }
    guard let unit = column.unit, let label = chosen?.label else { return column.unit }
    let words =
      [label.value, options.caption?.value ?? ""] + (options.notes?.values ?? []).map(\.value)
    return HeadingUnit(unit).isNamed(in: words) ? nil : unit
  }

  /// The chosen format, else the digits that the source prints.
  private static func format(
    _ chosen: Spanned<String>?, _ column: ResultColumn, isNumeric: Bool,
    _ problems: inout DiagnosticList
  ) -> NumberFormat {
    if let chosen {
      if let format = NumberFormat(chosen.value) { return format }
      problems.append(
        .error(
          "number-format", "'\(chosen.value)' is no number format", at: chosen.span,
          help: NumberFormat.help))
    }
    guard isNumeric, let decimals = column.decimals, decimals > 0 else { return .natural }
    return NumberFormat(kind: .fixed, digits: decimals, groupsThousands: false, showsPlus: false)
  }
}

extension TableDirective.Alignment {
  fileprivate var tableAlignment: TableColumn.Alignment {
    switch self {
    case .left: .left
    case .center: .center
    case .right: .right
    case .decimal: .decimal
    }
  }
}

extension Diagnostic {
  /// An option names a column that the query does not return.
  static func unknownColumn(_ name: String, at span: SourceSpan, in rows: ResultTable) -> Diagnostic
  {
    Diagnostic(
      .error, "unknown-column", "the query has no column '\(name)'", at: span,
      help: helpForUnknown(name, among: rows.columnNames, called: "columns"))
  }
}
