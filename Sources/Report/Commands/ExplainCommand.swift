import ArgumentParser
import Diagnostics
import Evaluation
import Formulas

/// `report explain`: how the report comes to something.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a formula: its parts, units and sensitivities.",
    subcommands: [ExplainFormulaCommand.self])
}

/// `report explain formula NAME`: the value of every part, and what the result depends on.
struct ExplainFormulaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formula",
    abstract: "Take a formula apart at given arguments.",
    discussion: """
      Prints the symbols, the tests, the value and unit of every part, and how much the result \
      moves when one argument does. Without --at the arguments are those of the test on \
      which the result depends on most of them.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The name of a formula block.")
  var name: String

  @Option(name: .long, help: "Arguments as in tests: 'T: 32, K: 2'.")
  var at: String?

  func run() throws {
    let session = Session(shared)
    guard let project = Project.open(in: shared.folder, session: session) else {
      return try session.finish()
    }
    let evaluation = try Pipeline(project: project, session: session).evaluated()
      .evaluation
    // What is wrong elsewhere is the business of other commands.
    session.diagnostics = DiagnosticList()
    guard let formula = evaluation.formulas.first(where: { $0.name == name }) else {
      session.diagnostics.append(
        Diagnostic(
          .error, "unknown-formula", "there is no formula '\(name)'", at: nil,
          help: helpForUnknown(
            name, among: evaluation.formulas.map(\.name), called: "formulas", of: "the")))
      return try session.finish()
    }
    let printer = FormulaPrinter(formula: formula, sources: session.sources)
    print(printer.description, terminator: "")
    do {
      let arguments = try at.map { text throws(DiagnosticList) in
        try formula.arguments(parsing: text)
      }
      if let arguments = arguments ?? formula.exampleArguments {
        if let (parameter, message) = formula.domainViolation(of: arguments) {
          session.diagnostics.append(
            .error("formula-domain", "'\(parameter.name)' \(message)", at: parameter.span))
        } else {
          print(printer.text(of: try formula.explanation(at: arguments)), terminator: "")
        }
      }
    } catch let problems as DiagnosticList {
      session.diagnostics.append(contentsOf: problems)
    } catch let error as FormulaError {
      session.diagnostics.append(
        .error("formula-domain", "this \(error.message)", at: error.span))
    }
    try session.finish()
  }
}
