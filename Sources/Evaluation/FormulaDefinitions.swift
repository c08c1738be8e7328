import Datasets
import Diagnostics
import Formulas
import Markup

/// All formula blocks of a manuscript, compiled in the order in which they need one another.
struct FormulaDefinitions {
  private let calls: [DirectiveCall]

  init(_ calls: [DirectiveCall]) { self.calls = calls }

  /// Compiles every formula and makes it known to SQL; reports what is wrong with each.
  func define(in context: inout EvaluationContext) {
    var pending: [(definition: FormulaDefinition, call: DirectiveCall)] = []
    for call in calls {
      do throws(DiagnosticList) {
        let (definition, problems) = try FormulaDirective.definition(
          of: call, macros: context.options.macros, countingUnits: context.store.countingUnits)
        context.diagnostics.append(contentsOf: problems)
        if let problem = nameProblem(definition, among: pending.map(\.definition), context) {
          context.diagnostics.append(problem)
        } else {
          pending.append((definition, call))
        }
      } catch {
        context.diagnostics.append(contentsOf: error)
        if let name = call.argument { context.store.note(brokenFunction: name.text) }
      }
    }
    while !pending.isEmpty {
      let waiting = pending.count
      pending.removeAll { definition, call in
        let (formula, problems) = definition.compile(with: context.formulas)
        guard let formula else { return false }
        context.diagnostics.append(contentsOf: problems)
        register(formula, definition, in: &context)
        context.formulaBlocks.append((definition, call))
        return true
      }
      guard pending.count < waiting else { break }
    }
    for (definition, _) in pending {
      context.diagnostics.append(contentsOf: definition.compile(with: context.formulas).1)
      context.store.note(brokenFunction: definition.name)
    }
  }

  private func register(
    _ formula: Formula, _ definition: FormulaDefinition, in context: inout EvaluationContext
  ) {
    context.formulas.define(formula)
    context.diagnostics.append(contentsOf: notes(on: formula, definition))
    do {
      try context.store.register(formula.scalarFunction, checksPureNumbers: false)
    } catch {
      context.diagnostics.append(
        .error(
          "formula-name", "SQL refuses the function '\(formula.name)': \(error)",
          at: definition.nameSpan))
    }
  }

  /// What its examples would not notice; a flipped sign is the slip that units cannot see.
  private func notes(on formula: Formula, _ definition: FormulaDefinition) -> DiagnosticList {
    guard !definition.examples.isEmpty else {
      return DiagnosticList([
        .note(
          "formula-untested", "'\(formula.name)' has no tests", at: definition.nameSpan,
          help: "state one value: tests: [\"\(formula.scalarFunction.signature) = …\"]")
      ])
    }
    guard formula.examples.allSatisfy(\.holds), !formula.examples.isEmpty else {
      return DiagnosticList()
    }
    return DiagnosticList(
      formula.unnoticedSlips().filter { $0.kind == .sign }.map { slip in
        .note(
          "formula-untested", "no test of '\(formula.name)' would notice \(slip.change)",
          at: slip.span, help: "add a test at other values")
      })
  }

  private func nameProblem(
    _ definition: FormulaDefinition, among others: [FormulaDefinition],
    _ context: EvaluationContext
  ) -> Diagnostic? {
    let lower = definition.name.lowercased()
    if let other = others.first(where: { $0.name.lowercased() == lower }) {
      return Diagnostic(
        .error, "duplicate-name", "there are two formulas '\(definition.name)'",
        at: definition.nameSpan,
        related: [.init(message: "the other one", span: other.nameSpan)])
    }
    guard context.store.functionNames.contains(where: { $0.lowercased() == lower }) else {
      return nil
    }
    return .error(
      "duplicate-name", "'\(definition.name)' is a function of the report already",
      at: definition.nameSpan, help: "choose another name for the formula")
  }
}
