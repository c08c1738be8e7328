import Configuration
import Datasets
import Diagnostics
import Languages
import Markup
import Plot

/// A chart of the rows that a query returns, in Vega-Lite's words.
///
///     ```sql plot #fig-pareto
///     --| caption: Accuracy kept against prefill compute.
///     --| mark: pareto
///     --| encoding:
///     --|   x: {field: cost, title: Relative cost, better: low}
///     --|   y: {field: average, title: Accuracy kept (%), better: high}
///     --|   label: {field: method}
///     SELECT method, cost, average FROM kept
///     ```
enum PlotDirective: Directive {
  static let name = "plot"
  static let language = DirectiveLanguage.sql
  static let summary = "a chart of the rows that a query returns"
  static let numberedAs: Label.Kind? = .figure

  struct Options: Decodable, Sendable {
    var caption: Spanned<String>?
    /// What a reader who cannot see the chart is told; made from the data when absent.
    var alt: Spanned<String>?
    var place: Placement?
    /// Everything else is the chart's.
    var chart: ChartSpec
    var source: YAMLNode?

    private enum CodingKeys: String, CodingKey, CaseIterable { case caption, alt, place }

    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: CodingKeys.self)
      caption = try keys.decodeIfPresent(Spanned<String>.self, forKey: .caption)
      alt = try keys.decodeIfPresent(Spanned<String>.self, forKey: .alt)
      place = try keys.decodeIfPresent(Placement.self, forKey: .place)
      chart = try ChartSpec(from: decoder)
      source = decoder.yaml
    }
  }

  enum Placement: String, Decodable, CaseIterable, Sendable {
    case automatic, here, top, bottom, page
  }

  static func evaluate(
    _ options: Options, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] {
    let query = Query(call.body)
    let rows = try context.store.run(query)
    guard !rows.isEmpty else {
      throw EmptyResult.problem(rows, of: call, named: name, in: context.store)
    }
    let data = ChartData(rows)
    let chart: Chart
    do throws(ChartError) {
      chart = try Chart(
        options.chart, data: data,
        conventions: .report(numbers: context.words.numbers, terms: context.terms))
    } catch {
      throw DiagnosticList(
        error.problems.map { problem in
          let place = options.source?.value(at: problem.path)
          if problem.path.last == "field", let place, let name = place.text,
            rows.columnIndex(name) == nil
          {
            return .unknownColumn(name, at: place.span, in: rows)
          }
          return Diagnostic(
            .error, "chart", problem.message, at: place?.span ?? call.options.span,
            help: problem.help)
        })
    }
    for warning in chart.warnings {
      context.diagnostics.append(
        Diagnostic(
          .warning, "chart", warning.message,
          at: options.source?.value(at: warning.path).span ?? call.options.span,
          help: warning.help))
    }
    for key in options.source.map({ ChartKeys.unprinted(in: $0) }) ?? [] {
      context.diagnostics.append(
        .warning(
          "unused-key",
          key.reason == .screen
            ? "'\(key.path)' means something on a screen only"
            : "'\(key.path)' has no effect: the report decides how charts look", at: key.span,
          help: "leave it out"))
    }
    let altContent = context.inlines(options.alt)
    let altText = options.alt.map { _ in altContent.plainText() }
    if let alt = options.alt, let altText {
      let unknown = AltTextCheck.unknownNumbers(in: unproven(altContent), of: chart, data: data)
      if !unknown.isEmpty {
        let numbers = unknown.map { "'\($0)'" }.joined(separator: ", ")
        context.diagnostics.append(
          Diagnostic(
            .warning, "alt-number",
            "the alternative text says \(numbers), which the chart's data do not",
            at: alt.span ?? call.options.span,
            help: ["correct it, or leave 'alt' out: the chart then describes itself"]))
      }
      for claim in AltTextClaims.contradictions(in: altText, of: chart) {
        context.diagnostics.append(
          Diagnostic(
            .warning, "alt-claim",
            claim.subject == .knee
              ? "the alternative text speaks of the knee and names '\(claim.name)', which is not it"
              : "the alternative text has '\(claim.name)' on the front, where it is not",
            at: alt.span ?? call.options.span,
            help: ["correct it, or leave 'alt' out: the chart then describes itself"]))
      }
    }
    var caption = context.inlines(options.caption)
    // In a layered chart a row that one layer leaves out is as a rule meant for another.
    let isLayered = options.chart.layer != nil
    for sentence in chart.notes + (isLayered ? [] : exclusions(of: chart, context.terms)) {
      caption.append(.text(" " + sentence, call.span))
    }
    for exclusion in chart.exclusions {
      context.diagnostics.append(
        .note(
          "rows-not-drawn",
          "\(exclusion.count) of \(rows.rowCount) rows are not drawn: \(exclusion.reason)",
          at: call.label?.span ?? call.nameSpan, help: exclusion.listing))
    }
    // Transforms may make more rows than the query has.
    let undrawn = chart.undrawnRows.filter { $0.row < rows.rowCount }
    context.account(
      .chart, for: rows, showing: rows.rowCount - undrawn.count, of: call,
      leavingOut: exclusions(undrawn))
    if let label = call.label {
      context.charts.append(
        LabelledChart(
          label: label, drawing: chart, caption: unnumbered(caption).plainText(),
          altText: options.alt.map { _ in unnumbered(altContent).plainText() }))
    }
    var record = ProvenanceRecord(
      kind: .plot, expression: call.body, text: call.label?.name ?? name,
      numbers: context.words.numbers, query: query, result: rows, span: call.span)
    record.label = call.label
    record.number = context.number(at: call.span)
    record.columns = rows.columns.indices.map { index in
      PrintedColumn(index: index, name: rows.columns[index].name, format: .natural, missing: "")
    }
    record.rows = Array(0..<rows.rowCount)
    record.options = call.options.text
    record.drawing = chart
    caption += context.faultMark(rows, of: query, at: call.span)
    caption += context.provenanceLink(record)
    _ = context.record(record)
    return [
      .figure(
        Figure(
          label: call.label, number: context.number(at: call.span), caption: caption,
          content: .drawing(chart),
          placement: options.place.flatMap { .init(rawValue: $0.rawValue) } ?? .automatic,
          altText: altText, span: call.span))
    ]
  }

  /// References by their labels in place of their numbers.
  private static func unnumbered(_ caption: [Inline<Resolved>]) -> [Inline<Resolved>] {
    caption.replacing { inline in
      guard case .link(let link) = inline, case .anchor(let name) = link.destination else {
        return nil
      }
      return [.text(name, link.span)]
    }
  }

  /// What no value and no claim of the text has computed or tested.
  private static func unproven(_ content: [Inline<Resolved>]) -> String {
    content.map { inline in
      if case .traced = inline { " " } else { inline.plainText }
    }.joined()
  }

  private static func exclusions(_ rows: [UndrawnRow]) -> [RowAccount.Exclusion] {
    var found: [RowAccount.Exclusion] = []
    for row in rows {
      if let index = found.firstIndex(where: { $0.reason == row.reason }) {
        found[index].count += 1
        found[index].rows.append(row.name)
      } else {
        found.append(RowAccount.Exclusion(reason: row.reason, count: 1, rows: [row.name]))
      }
    }
    return found
  }

  /// What the caption says about rows that the chart leaves out: none vanishes.
  private static func exclusions(of chart: Chart, _ terms: Terms) -> [String] {
    chart.exclusions.map { exclusion in
      terms(.notDrawn, exclusion.listing(terms), exclusion.reason.text(terms))
    }
  }
}

extension ChartData {
  /// The rows of a query, with the titles and units of the stored columns.
  fileprivate init(_ rows: ResultTable) {
    self.init(
      rows.columns.enumerated().map { index, column in
        ChartColumn(
          column.name, title: column.title, unit: column.unit,
          values: rows.values(ofColumn: index).map { value in
            switch value {
            case .null: .null
            case .integer(let number): .number(Double(number))
            case .real(let number): .number(number)
            case .text(let text): .text(text)
            }
          })
      })
  }
}
