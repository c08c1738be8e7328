import Datasets
import Diagnostics
import Markup

/// What a draft prints of data with errors: in brackets on a ground of its own.
enum FaultMarks {
  static func marked(_ content: [Inline<Resolved>], _ span: SourceSpan) -> [Inline<Resolved>] {
    [.highlight([.text("[", span)] + content + [.text("]", span)], span)]
  }
}

extension EvaluationContext {
  /// The place of the first cell with errors that a chart draws, for the end of its caption.
  func faultMark(_ rows: ResultTable, of query: Query, at span: SourceSpan) -> [Inline<Resolved>] {
    guard
      let first = store.faults(in: rows, of: query).map(\.source).min(by: {
        ($0.file, $0.start) < ($1.file, $1.start)
      })
    else { return [] }
    return [.text(" ", span)] + FaultMarks.marked([.text(place(first), span)], span)
  }
}
