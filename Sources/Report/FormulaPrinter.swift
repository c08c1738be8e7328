import Diagnostics
import Evaluation
import Formulas

/// A formula as text for people at a terminal.
struct FormulaPrinter {
  let formula: Formula
  let sources: SourceMap

  /// What it is: its call, source, symbols, tests and the slips that they would not notice.
  var description: String {
    let place = sources[formula.expression.span.file]
    var text = "\(formula.scalarFunction.signature) in \(formula.unit)\n"
    if !formula.summary.isEmpty { text += "\(formula.summary)\n" }
    if !formula.source.isEmpty { text += "source: \(formula.source)\n" }
    text += "\(place.path):\(place.line(at: Int(formula.expression.span.start)))\n\n"
    text += snippet(formula.expression.span, limit: 400) + "\n\n"
    text +=
      TextTable(
        head: ["symbol", "name", "unit", "domain", "meaning"],
        rows: formula.parameters.map {
          [$0.symbol, $0.name, $0.unit.description, domain(of: $0), $0.meaning]
        }
      ).text
    text += "\n"
    for example in formula.examples {
      text += example.holds ? "holds  " : "FAILS  "
      text += example.text + (example.source.isEmpty ? "" : "  (\(example.source))") + "\n"
    }
    if formula.examples.isEmpty { text += "no tests\n" }
    let slips = formula.unnoticedSlips()
    guard formula.slipCount > 0 else {
      return text + "no sign to flip, no term to lose, no number to mistype\n"
    }
    text += "\(formula.slipCount - slips.count) of \(formula.slipCount) slips "
    text += "(flipped signs, lost terms, other numbers) would be noticed by units or tests\n"
    for slip in slips {
      text += "  unnoticed: \(slip.change) in '\(snippet(slip.span, limit: 60))'\n"
    }
    return text
  }

  /// The values of its parts and its sensitivities at some arguments.
  func text(of explanation: FormulaExplanation) -> String {
    var text =
      "\nat "
      + zip(formula.parameters, explanation.sensitivities).map {
        "\($0.name) = \($1.argument)"
      }.joined(separator: ", ") + "\n\n"
    text +=
      TextTable(
        head: ["part", "value", "unit", "TeX"],
        rows: explanation.parts.map { part in
          [
            String(repeating: "  ", count: part.depth) + part.operation,
            part.value.map(Self.number) ?? "varies", part.unit?.description ?? "",
            snippet(part.span, limit: 48),
          ]
        }, numeric: [1]
      ).text
    text += "\n"
    text +=
      TextTable(
        head: ["when", "is changed by", "falls: result", "rises: result"],
        rows: explanation.sensitivities.map {
          [$0.parameter.name, $0.step, Self.change($0.falling), Self.change($0.rising)]
        }, numeric: [1, 2, 3]
      ).text
    return text
  }

  private func domain(of parameter: FormulaParameter) -> String {
    var parts: [String] = []
    if parameter.mustBeWhole { parts.append("whole") }
    if let minimum = parameter.minimum { parts.append("≥ \(Self.number(minimum))") }
    if let maximum = parameter.maximum { parts.append("≤ \(Self.number(maximum))") }
    if let index = parameter.indexUnit { parts.append("per \(index)") }
    return parts.joined(separator: ", ")
  }

  /// The TeX on one line.
  private func snippet(_ span: SourceSpan, limit: Int) -> String {
    let words = sources.text(of: span).split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ")
    return text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  /// Seven significant digits, and all whole ones: zeros in their places would look exact.
  private static func number(_ value: Double) -> String {
    if abs(value) >= 1e6, abs(value) < 1e15 { return NumberFormat.natural.string(value.rounded()) }
    return NumberFormat(kind: .significant, digits: 7, groupsThousands: false, showsPlus: false)
      .string(value).trimmingZeros
  }

  private static func change(_ percent: Double?) -> String {
    guard let percent else { return "no value" }
    return NumberFormat(kind: .fixed, digits: 2, groupsThousands: false, showsPlus: true)
      .string(percent) + " %"
  }
}

extension String {
  /// Without zeros at the end of its decimals.
  fileprivate var trimmingZeros: String {
    guard contains("."), !contains("×") else { return self }
    var text = self
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
