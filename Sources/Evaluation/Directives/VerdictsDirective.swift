import Diagnostics
import Languages
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
    let terms = context.terms
    var table = ReviewTable(
      [
        (terms[.headLine], .right), (terms[.headKind], .left), (terms[.headStatement], .left),
        (terms[.headVerdict], .left),
      ], at: span)
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
        ? context.link(to: verdict.label, at: span) ?? .text(name(of: verdict.kind, terms), span)
        : .text(name(of: verdict.kind, terms), span)
      table.addRow([
        [.text(String(line), span)], [kind], statement(verdict, context, span),
        outcome(verdict, terms, span),
      ])
    }
    return ReviewContent(
      table: table, caption: caption(context.verdicts, terms), nothing: terms[.verdictsNothing])
  }

  /// "All 24 checks, claims and pinned values: 23 hold, 1 fails."
  private static func caption(_ verdicts: [Verdict], _ terms: Terms) -> String {
    let counts = [Verdict.Kind.check, .claim, .pinned, .formula].compactMap { kind -> String? in
      let count = verdicts.count { $0.kind == kind }
      let noun: Term =
        switch kind {
        case .check: .checks
        case .claim: .claims
        case .pinned: .pinnedValues
        case .formula: .formulaTests
        }
      return count == 0 ? nil : terms.count(count, noun)
    }
    let failed = verdicts.count { !$0.holds }
    let outcome =
      failed == 0
      ? terms[.allHold] : terms(.someHold, String(verdicts.count - failed), String(failed))
    return terms(.verdictsCaption, counts.joined(separator: terms.comma), outcome)
  }

  private static func name(of kind: Verdict.Kind, _ terms: Terms) -> String {
    let names = terms.list(.kinds)
    return switch kind {
    case .check: names[0]
    case .claim: names[1]
    case .pinned: names[2]
    case .formula: names[3]
    }
  }

  private static func statement(
    _ verdict: Verdict, _ context: EvaluationContext, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    var out: [Inline<Resolved>] = []
    switch verdict.kind {
    case .check where verdict.label != nil || verdict.violations > 1:
      out.append(.text(context.terms(.noRowWhere, verdict.statement), span))
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
      let more = verdict.violations - verdict.findings.count
      out.append(.text(context.terms.count(more, .moreRows), span))
    }
    return out
  }

  private static func outcome(
    _ verdict: Verdict, _ terms: Terms, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    guard !verdict.holds else { return [.text(terms[.holds], span)] }
    let words: Term =
      switch verdict.severity {
      case .error: .fails
      case .warning: .warning
      case .note: .note
      }
    let rows =
      verdict.findings.isEmpty
      ? "" : terms.comma + terms.count(verdict.violations, .rows).replacing(" ", with: "\u{A0}")
    return [.strong([.text(terms[words] + rows, span)], span)]
  }
}
