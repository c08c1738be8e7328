/// The commands that a document defines with `\newcommand`, `\def`, `\DeclareMathOperator` … or in
/// its project file.
public struct MacroTable: Sendable, Equatable {
  var macros: [String: Macro] = [:]

  public init() {}

  public static let empty = MacroTable()

  /// The defined names without their backslash, sorted.
  public var names: [String] { macros.keys.sorted() }

  /// Defines a command by its body, as a project file does: `define("E", as: "\\mathbb{E}[#1]")`.
  ///
  /// - Parameters:
  ///   - name: with or without its backslash.
  ///   - body: TeX; the highest `#n` in it is the number of arguments.
  public mutating func define(_ name: String, as body: String) {
    let name = name.hasPrefix("\\") ? String(name.dropFirst()) : name
    let (tokens, highest) = Macro.parameterized(Macro.tokens(of: body))
    macros[name] = Macro(body: tokens, argumentCount: highest)
  }
}
