import Diagnostics
import Markup

/// A directive that the report answers with a table about itself, after everything else is
/// evaluated.
///
/// To add one: write a file in `Directives/` that gives the table, its caption and what is said
/// when there is nothing to list.
protocol ReviewDirective: Directive where Options == ReviewOptions {
  static func content(
    of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> ReviewContent
}

/// What a page of the reviewer's says.
struct ReviewContent {
  var table: ReviewTable
  /// When the author writes none.
  var caption: String
  /// Instead of an empty table.
  var nothing: String
}

extension ReviewDirective {
  static var language: DirectiveLanguage { .report }
  static var numberedAs: Label.Kind? { .table }
  static var isDeferred: Bool { true }

  static func evaluate(
    _ options: ReviewOptions, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] {
    let content = try content(of: call, in: &context)
    return content.table.block(
      options, of: call, caption: content.caption, nothing: content.nothing, in: &context)
  }
}
