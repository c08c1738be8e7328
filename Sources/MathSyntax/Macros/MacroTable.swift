public import Diagnostics

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

  /// Defines a command as a project file does, unless something is wrong with it.
  ///
  /// - Parameters:
  ///   - name: with or without its backslash: letters, or one other character.
  ///   - body: TeX; the highest `#n` in it is the number of arguments.
  ///   - place: of the name.
  ///   - bodyPlace: of the TeX.
  /// - Returns: what is wrong.
  public mutating func define(
    _ name: String, as body: String, at place: SourceSpan, body bodyPlace: SourceSpan?
  ) -> Diagnostic? {
    let plain = name.hasPrefix("\\") ? String(name.dropFirst()) : name
    let isWord = !plain.isEmpty && plain.utf8.allSatisfy(Self.isLetter)
    guard isWord || plain.unicodeScalars.count == 1 else {
      return .error(
        "math-macro", "'\(name)' is no name of a command", at: place,
        help: "a name is letters only, or a single other character")
    }
    guard !CommandTable.isConstruct(plain) else {
      return .error(
        "math-macro", "'\\\(plain)' has a syntax of its own and cannot be redefined", at: place)
    }
    var depth = 0
    for token in Macro.tokens(of: body) where depth >= 0 {
      if token.isCharacter("{") { depth += 1 } else if token.isCharacter("}") { depth -= 1 }
    }
    guard depth == 0 else {
      return .error(
        "math-macro", "the braces of '\\\(plain)' do not match", at: bodyPlace ?? place,
        help: "in YAML ' #' begins a comment: put the TeX between single quotes")
    }
    define(plain, as: body)
    return nil
  }

  /// The commands in a definition that mean nothing, so that a mistake in it is not reported in
  /// every formula that uses it.
  public func unknownCommands(in name: String, at place: SourceSpan?) -> [Diagnostic] {
    let plain = name.hasPrefix("\\") ? String(name.dropFirst()) : name
    guard let macro = macros[plain] else { return [] }
    return macro.body.filter { token in
      token.kind == .command && macros[token.name] == nil
        && CommandTable.meanings[token.name] == nil
    }.map { token in
      let near = CommandTable.nearest(to: token.name, besides: names)
      return Diagnostic(
        .error, "math-unknown-command", "unknown command '\(token.text)' in '\\\(plain)'",
        at: place, help: near.map { ["did you mean '\\\($0)'?"] } ?? [])
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }
}
