import Datasets
import Diagnostics
import Languages
import Markup

/// What made the report, and the line that makes it again.
///
///     ```report build
///     ```
enum BuildDirective: Directive {
  static let name = "build"
  static let language = DirectiveLanguage.report
  static let summary = "the version of the tool and the line that makes the report again"
  static let numberedAs: Label.Kind? = nil
  static let isDeferred = true

  struct Options: Decodable, Sendable {}

  static func evaluate(
    _ options: Options, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] {
    let span = call.span
    let review = context.options.review
    let values = context.provenance.count { $0.columns.isEmpty }
    let tables = context.provenance.count { $0.kind == .table }
    let charts = context.provenance.count { $0.kind == .plot }
    let maker = review.version.isEmpty ? "Report" : "Report \(review.version)"
    let terms = context.terms
    let text = terms(
      .build, maker, terms.count(context.store.tableNames.count, .dataTables),
      terms.count(tables, .tables), terms.count(charts, .charts), terms.count(values, .values),
      terms.count(context.verdicts.count, .checks))
    return [
      .paragraph(Paragraph([.text(text, span)], span: span)),
      .code(CodeBlock(language: nil, text: review.rebuild, span: span)),
    ]
  }
}
