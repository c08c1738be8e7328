import Configuration
import Diagnostics
import MathSyntax

extension Project {
  /// The commands that `math: macros:` defines for formulas; mistakes are reported where they stand.
  func macros(_ session: Session) -> MacroTable {
    var table = MacroTable()
    let entries = settings.math.macros.entries
    for entry in entries {
      let problem = table.define(
        entry.key, as: entry.value.value, at: entry.keySpan, body: entry.value.span)
      if let problem { session.diagnostics.append(problem) }
    }
    for entry in entries {
      for problem in table.unknownCommands(in: entry.key, at: entry.value.span) {
        session.diagnostics.append(problem)
      }
    }
    return table
  }
}
