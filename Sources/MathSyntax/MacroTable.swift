/// The commands that a document defines with `\newcommand`, `\def`, `\DeclareMathOperator` …
public struct MacroTable: Sendable {
  public static let empty = MacroTable()
}
