import Configuration
import Diagnostics
import MathSyntax

extension Project {
  /// The commands that `math: macros:` defines for formulas, and what is wrong with them.
  func macros() -> (table: MacroTable, diagnostics: DiagnosticList) {
    var table = MacroTable()
    var diagnostics = DiagnosticList()
    let entries = settings.math.macros.entries
    for entry in entries {
      let problem = table.define(
        entry.key, as: entry.value.value, at: entry.keySpan, body: entry.value.span)
      if let problem { diagnostics.append(problem) }
    }
    for entry in entries {
      for problem in table.unknownCommands(in: entry.key, at: entry.value.span) {
        diagnostics.append(problem)
      }
    }
    return (table, diagnostics)
  }
}
