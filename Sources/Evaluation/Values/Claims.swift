import Datasets
import Diagnostics
import Markup

extension EvaluationContext {
  /// `[1.93×](value:expression)`: a number that is typed and must equal the data.
  mutating func pinned(
    _ content: [Inline<Parsed>], _ expression: SpannedText, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    let written = content.plainText()
    let shown = resolve(content)
    do throws(DiagnosticList) {
      let result = try scalar(expression)
      let problem = PinnedValue(written).disagreement(with: result.value)
      addVerdict(.pinned, "\(written) = \(expression.text)", holds: problem == nil, span)
      if let problem {
        diagnostics.append(
          .error(
            "pinned-value", "the text says '\(written)', the data give \(problem)", at: span,
            help: result.value == .null
              ? "change the expression"
              : "write \(problem) in its place, or change the expression"))
      }
      let id = record(.pinned, expression, printed: written, result, at: span)
      return [.traced(id, shown)]
    } catch {
      diagnostics.append(contentsOf: error)
      return shown
    }
  }

  /// `[halves the cost](<claim:expression>)`: words that must be true.
  mutating func claim(
    _ content: [Inline<Parsed>], _ expression: SpannedText, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    let shown = resolve(content)
    do throws(DiagnosticList) {
      let result = try scalar(expression)
      let words = content.plainText()
      addVerdict(.claim, "\(words): \(expression.text)", holds: result.value.isTrue, span)
      if !result.value.isTrue {
        diagnostics.append(
          .error(
            "claim-failed", "“\(words)” is not true: \(expression.text)", at: span,
            help: "change the sentence, or the expression if it says something else"))
      }
      let id = record(.claim, expression, printed: words, result, at: span)
      return [.traced(id, shown)]
    } catch {
      diagnostics.append(contentsOf: error)
      return shown
    }
  }

  /// `` `{check} expression` ``: a verdict in the sentence.
  mutating func inlineCheck(
    _ expression: SpannedText, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    do throws(DiagnosticList) {
      let result = try scalar(expression)
      let holds = result.value.isTrue
      addVerdict(.check, expression.text, holds: holds, span)
      if !holds {
        diagnostics.append(
          .error("check-failed", "the check does not hold: \(expression.text)", at: span))
      }
      let text = holds ? "holds" : "does not hold"
      let id = record(.check, expression, printed: text, result, at: span)
      return [.traced(id, holds ? [.text(text, span)] : [.strong([.text(text, span)], span)])]
    } catch {
      diagnostics.append(contentsOf: error)
      return [.strong([.text("[no verdict]", span)], span)]
    }
  }

  private mutating func addVerdict(
    _ kind: Verdict.Kind, _ statement: String, holds: Bool, _ span: SourceSpan
  ) {
    verdicts.append(
      Verdict(
        kind: kind, label: nil, statement: statement, holds: holds, severity: .error,
        violations: holds ? 0 : 1, span: span))
  }
}

/// A number as an author typed it, with the digits that are significant and a unit behind it.
struct PinnedValue {
  private let text: String
  private var number: Double?
  private var decimals = 0

  init(_ text: String) {
    self.text = text
    var digits = ""
    var isNegative = false
    var hasPoint = false
    scan: for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        digits.unicodeScalars.append(scalar)
        if hasPoint { decimals += 1 }
      case ".":
        guard !hasPoint, !digits.isEmpty else { break scan }
        hasPoint = true
        digits += "."
      case ",", "\u{202F}", "\u{2009}", "\u{A0}": if digits.isEmpty { continue }
      case "-", "−", "–": if digits.isEmpty { isNegative = true } else { break scan }
      default: if !digits.isEmpty { break scan }
      }
    }
    number = Double(digits).map { isNegative ? -$0 : $0 }
  }

  /// What the data give when the typed number is not their rounding; nil when it is.
  func disagreement(with value: CellValue) -> String? {
    switch value {
    case .null: return "nothing (NULL)"
    case .text(let other): return text == other ? nil : "'\(other)'"
    case .integer, .real:
      guard let number, let exact = value.number else { return value.description }
      let format = NumberFormat(
        kind: .fixed, digits: decimals, groupsThousands: false, showsPlus: false)
      return format.string(exact) == format.string(number) ? nil : format.string(exact)
    }
  }
}
