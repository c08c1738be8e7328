import Configuration
import Datasets
import Diagnostics
import Markup

/// A named query that later SQL reads as a table.
///
///     ```sql query kept
///     --| doc: every method with its cost
///     SELECT method, average FROM llava15_7b
///     ```
enum QueryDirective: Directive {
  static let name = "query"
  static let language = DirectiveLanguage.sql
  static let summary = "a query under a name that later SQL reads as a table"
  static let numberedAs: Label.Kind? = nil

  struct Options: Decodable, Sendable {
    var doc: String?
  }

  /// Defines the view; done for the whole manuscript before any query runs.
  static func define(_ call: DirectiveCall, in store: Store) throws(DiagnosticList) {
    let options = try decodeYAML(Options.self, from: call.options)
    guard let name = call.argument else {
      throw .error(
        "missing-name", "the query has no name", at: call.nameSpan,
        help: "write it behind the directive: ```sql query NAME")
    }
    try store.define(
      ViewDefinition(
        name: name.text, nameSpan: name.span, query: Query(call.body), doc: options.doc))
  }

  /// Nothing stands in its place.
  static func evaluate(
    _ options: Options, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] { [] }
}
