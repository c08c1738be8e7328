import Diagnostics
import Formulas
import MathSyntax

/// Compiles formulas from their TeX, as a chapter would define them.
struct FormulaHarness {
  let sources = SourceMap()
  var library = FormulaLibrary()
  private(set) var diagnostics = DiagnosticList()

  /// - Parameter quantities: the `where` list as `symbol: unit`, with `min`, `per` behind.
  @discardableResult
  mutating func define(
    _ name: String, _ tex: String, where quantities: [String] = [], unit: String = "1",
    tests: [String] = []
  ) -> Formula? {
    let file = sources.add(path: "\(name).tex", text: tex)
    let whole = SourceSpan(file: file.id, start: 0, end: tex.utf8.count)
    let (math, found) = MathParser.parse(Array(tex.utf8)[...], span: whole, display: true)
    diagnostics.append(contentsOf: found)
    let examples = tests.map { text in
      let file = sources.add(path: "test", text: text)
      return FormulaDefinition.Example(
        text: text, span: SourceSpan(file: file.id, start: 0, end: text.utf8.count))
    }
    let definition = FormulaDefinition(
      name: name, nameSpan: whole, parameters: quantities.map(parameter), unit: unitOf(unit),
      unitSpan: whole, math: math, examples: examples)
    let (formula, problems) = definition.compile(with: library)
    diagnostics.append(contentsOf: problems)
    if let formula { library.define(formula) }
    return formula
  }

  private func unitOf(_ text: String) -> Unit {
    guard let unit = try? Unit(parsing: text) else { preconditionFailure("no unit: \(text)") }
    return unit
  }

  private func parameter(_ text: String) -> FormulaParameter {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let file = sources.add(path: "where", text: parts[0])
    let span = SourceSpan(file: file.id, start: 0, end: parts[0].utf8.count)
    var words = parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : ["1"]
    let unit = unitOf(words.removeFirst())
    guard case .success(let name) = FormulaParameter.name(ofSymbol: parts[0], at: span) else {
      preconditionFailure("no symbol: \(parts[0])")
    }
    var parameter = FormulaParameter(
      symbol: parts[0], name: name, meaning: name, unit: unit, span: span)
    for word in words {
      let pair = word.split(separator: "=").map(String.init)
      switch pair[0] {
      case "min": parameter.minimum = Double(pair[1])
      case "max": parameter.maximum = Double(pair[1])
      case "per": parameter.indexUnit = unitOf(pair[1])
      default: parameter.mustBeWhole = true
      }
    }
    return parameter
  }

  /// The diagnostics as `place message`, the place as the text that they mark.
  var report: [String] {
    diagnostics.all.map { diagnostic in
      let text = diagnostic.span.map { sources.text(of: $0) } ?? ""
      return "\(text) | \(diagnostic.message)"
    }
  }
}
