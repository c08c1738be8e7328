import Datasets
import Diagnostics
import Languages
import Markup

/// The charts of the report: what they were drawn from and what came out, as hashes.
///
///     ```report figures #tbl-figures
///     ```
enum FiguresDirective: ReviewDirective {
  static let name = "figures"
  static let summary = "every chart with the hashes of its input and its drawing"

  static func content(
    of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> ReviewContent {
    let span = call.span
    let terms = context.terms
    var table = ReviewTable(
      [
        (terms.figure, .left), (terms[.headRows], .right), (terms[.headInput], .left),
        (terms[.headDrawing], .left), (terms[.headPlace], .left),
      ], at: span)
    let charts = context.provenance.filter { $0.kind == .plot }
    for chart in charts {
      let hash = chart.drawing.flatMap { drawing in
        let labelled = context.charts.first { $0.label == chart.label }
        return context.options.review.drawingHash(
          drawing, labelled?.caption ?? chart.text, labelled?.altText)
      }
      table.addRow([
        [context.link(to: chart.label, at: span) ?? .text(chart.title(terms), span)],
        [.text(String(chart.result.rowCount), span)],
        [.code(chart.inputHash.shortHash, span)],
        [hash.map { .code($0.shortHash, span) } ?? .text("–", span)],
        [.code(context.place(chart.span).lastPathComponent, span)],
      ])
    }
    return ReviewContent(
      table: table,
      caption: terms(.figuresCaption, terms.count(charts.count, .charts)),
      nothing: terms[.figuresNothing])
  }
}
