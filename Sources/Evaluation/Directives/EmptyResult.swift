import Datasets
import Diagnostics
import Markup

/// A table or plot whose query returns nothing.
enum EmptyResult {
  /// The error at the query; a note when the data it reads have errors, which are reported already.
  static func problem(
    _ rows: ResultTable, of call: DirectiveCall, named name: String, in store: Store
  ) -> DiagnosticList {
    let isFaulty = !store.faultyTables(in: rows.provenance).isEmpty
    return DiagnosticList([
      Diagnostic(
        isFaulty ? .note : .error, "empty-result",
        "the query of '\(call.label?.name ?? name)' returns no rows", at: call.body.span,
        help: ["run it alone: report query -"])
    ])
  }
}
