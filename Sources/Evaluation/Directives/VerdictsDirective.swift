import Diagnostics
import Markup

/// All checks, pinned values and claims of the report with their outcome.
///
///     ```report verdicts #tbl-verdicts
///     ```
enum VerdictsDirective: ReviewDirective {
  static let name = "verdicts"
  static let summary = "every check, pinned value and claim with its outcome"

  static func content(
    of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> ReviewContent {
    let span = call.span
    var table = ReviewTable(
      [("Line", .right), ("Kind", .left), ("Statement", .left), ("Verdict", .left)], at: span)
    var file: FileID?
    for verdict in context.verdicts.sorted(by: { a, b in
      (a.span.file, a.span.start) < (b.span.file, b.span.start)
    }) {
      if verdict.span.file != file {
        file = verdict.span.file
        table.addTitle(context.sources[verdict.span.file].path)
      }
      let line = context.sources[verdict.span.file].line(at: Int(verdict.span.start))
      let isReferredTo = verdict.label.map { context.referencedLabels.contains($0.name) } ?? false
      let kind =
        isReferredTo || !verdict.holds
        ? context.link(to: verdict.label, at: span) ?? .text(verdict.kind.rawValue, span)
        : .text(verdict.kind.rawValue, span)
      table.addRow([
        [.text(String(line), span)], [kind], statement(verdict, context, span),
        outcome(verdict, span),
      ])
    }
    return ReviewContent(
      table: table, caption: caption(context.verdicts),
      nothing: "The report has no checks, pinned values or claims.")
  }

  /// "All 24 checks, claims and pinned values: 23 hold, 1 fails."
  private static func caption(_ verdicts: [Verdict]) -> String {
    let counts = [Verdict.Kind.check, .claim, .pinned, .formula].compactMap { kind -> String? in
      let count = verdicts.count { $0.kind == kind }
      let noun =
        switch kind {
        case .check: count == 1 ? "check" : "checks"
        case .claim: count == 1 ? "claim" : "claims"
        case .pinned: count == 1 ? "pinned value" : "pinned values"
        case .formula: count == 1 ? "formula test" : "formula tests"
        }
      return count == 0 ? nil : "\(count) \(noun)"
    }
    let failed = verdicts.count { !$0.holds }
    let outcome =
      failed == 0 ? "all hold" : "\(verdicts.count - failed) hold, \(failed) do not"
    return "What the report checks about itself: \(counts.joined(separator: ", ")); \(outcome)."
  }

  private static func statement(
    _ verdict: Verdict, _ context: EvaluationContext, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    var out: [Inline<Resolved>] = []
    switch verdict.kind {
    case .check where verdict.label != nil || verdict.violations > 1:
      out.append(.text("No row where: " + verdict.statement, span))
    case .check, .formula: out.append(.code(verdict.statement, span))
    case .claim, .pinned: out.append(.text(verdict.statement, span))
    }
    for finding in verdict.findings {
      out.append(.lineBreak(span))
      for place in finding.places {
        out.append(.code(context.place(place), span))
        out.append(.text(" ", span))
      }
      out.append(.text(finding.text, span))
    }
    if verdict.violations > verdict.findings.count, !verdict.findings.isEmpty {
      out.append(.lineBreak(span))
      out.append(.text("and \(verdict.violations - verdict.findings.count) more rows", span))
    }
    return out
  }

  private static func outcome(_ verdict: Verdict, _ span: SourceSpan) -> [Inline<Resolved>] {
    guard !verdict.holds else { return [.text("holds", span)] }
    let words: String =
      switch verdict.severity {
      case .error: "fails"
      case .warning: "warning"
      case .note: "note"
      }
    let rows =
      verdict.findings.isEmpty
      ? "" : ", \(verdict.violations)\u{A0}row\(verdict.violations == 1 ? "" : "s")"
    return [.strong([.text(words + rows, span)], span)]
  }
}
