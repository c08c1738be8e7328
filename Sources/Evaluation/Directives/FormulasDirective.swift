import Diagnostics
import Formulas
import Languages
import Markup

/// The formulas that the report evaluates, with their units and the examples that they pass.
///
///     ```report formulas #tbl-formulas
///     ```
enum FormulasDirective: ReviewDirective {
  static let name = "formulas"
  static let summary = "every formula with its unit, its tests and their outcome"

  static func content(
    of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> ReviewContent {
    let span = call.span
    let terms = context.terms
    var table = ReviewTable(
      [
        (terms[.headLine], .right), (terms[.headFormula], .left), (terms[.headUnit], .left),
        (terms[.headTests], .left),
      ], at: span)
    let blocks = context.formulaBlocks.sorted {
      ($0.call.span.file, $0.call.span.start) < ($1.call.span.file, $1.call.span.start)
    }
    var tests = 0
    var file: FileID?
    for (definition, block) in blocks {
      if block.span.file != file {
        file = block.span.file
        table.addTitle(context.sources[block.span.file].path)
      }
      let line = context.sources[block.span.file].line(at: Int(block.span.start))
      var name: [Inline<Resolved>] = [
        .anchor(anchor(of: definition.name), span), .code(definition.name, span),
      ]
      if let link = context.link(to: block.label, at: span) {
        name += [.text(", ", span), link]
      }
      if !definition.summary.isEmpty { name.append(.text(": " + definition.summary, span)) }
      var examples: [Inline<Resolved>] = []
      let outcomes = context.formulas[definition.name]?.examples ?? []
      for example in definition.examples {
        tests += 1
        if !examples.isEmpty { examples.append(.lineBreak(span)) }
        examples.append(.code(example.text, span))
        let holds = outcomes.contains { $0.span == example.span && $0.holds }
        examples.append(
          holds
            ? .text(" " + terms[.holds], span)
            : .strong([.text(" " + terms[.fails], span)], span))
        if !example.source.isEmpty { examples.append(.text(" (\(example.source))", span)) }
      }
      if examples.isEmpty { examples = [.text(terms[.none], span)] }
      table.addRow([
        [.text(String(line), span)], name, [.text("\(definition.unit)", span)], examples,
      ])
    }
    return ReviewContent(
      table: table,
      caption: terms(
        .formulasCaption, terms.count(blocks.count, .formulas),
        terms.count(tests, .workedExamples)), nothing: terms[.formulasNothing])
  }

  /// The place that tells of a formula.
  static func anchor(of formula: String) -> String { "formula-\(formula.lowercased())" }
}
