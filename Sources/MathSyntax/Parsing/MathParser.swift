public import Diagnostics

/// TeX mathematics to a math list.
public enum MathParser {
  /// Parses one formula.
  ///
  /// - Parameters:
  ///   - tex: the formula's bytes, without dollars.
  ///   - span: where they stand; byte *i* of `tex` is byte `span.start + i` of the file.
  ///   - display: whether it is a display, where `\tag` is allowed.
  ///   - macros: commands the document defines. Definitions inside the formula end with it.
  ///   - limits: of nesting, expansion and length.
  /// - Returns: the list, which is whole even when there are diagnostics: what could not be read
  ///   is a node of kind `error`.
  public static func parse(
    _ tex: ArraySlice<UInt8>, span: SourceSpan, display: Bool, macros: MacroTable = .empty,
    limits: MathLimits = .standard
  ) -> (list: MathList, diagnostics: DiagnosticList) {
    var macros = macros
    return parse(tex, span: span, display: display, defining: &macros, limits: limits)
  }

  /// Parses one formula whose definitions outside of groups go on to the formulas after it.
  public static func parse(
    _ tex: ArraySlice<UInt8>, span: SourceSpan, display: Bool,
    defining macros: inout MacroTable, limits: MathLimits = .standard
  ) -> (list: MathList, diagnostics: DiagnosticList) {
    guard tex.count <= limits.bytes else {
      let problem = Diagnostic.tooLong(tex.count, limit: limits.bytes, at: span)
      return (errorList("…", span: span), DiagnosticList([problem]))
    }
    guard tex.contains(where: { !MathLexer.isSpace($0) }) else {
      return (MathList([], span: span), DiagnosticList([.emptyFormula(at: span)]))
    }
    var parser = FormulaParser(tex, span: span, display: display, macros: macros, limits: limits)
    do throws(Diagnostic) {
      let list = try parser.parseFormula()
      for (name, macro) in parser.source.globals { macros.macros[name] = macro }
      return (list, parser.diagnostics)
    } catch {
      parser.diagnostics.append(error)
      return (errorList(String(decoding: tex, as: UTF8.self), span: span), parser.diagnostics)
    }
  }

  /// The name that the document knows a label of LaTeX by: `eq:loss` is `eq-loss`.
  public static func labelName(_ name: String) -> String {
    name.hasPrefix("eq:") ? "eq-" + name.dropFirst(3) : name
  }

  /// The commands that formulas may use, without their backslash, sorted.
  public static var commandNames: [String] { CommandTable.names }

  private static func errorList(_ tex: String, span: SourceSpan) -> MathList {
    MathList([MathNode(.error(tex), span: span)], span: span)
  }
}

extension Diagnostic {
  fileprivate static func emptyFormula(at span: SourceSpan) -> Diagnostic {
    .error(
      "math-empty", "the formula is empty", at: span, help: "'{}' is a formula without ink")
  }

  fileprivate static func tooLong(_ count: Int, limit: Int, at span: SourceSpan) -> Diagnostic {
    .error("math-limit", "the formula has \(count) bytes; the limit is \(limit)", at: span)
  }
}
