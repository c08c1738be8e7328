import Configuration

/// Judges the values of one column by its field's constraints; `required` and `unique` are judged
/// elsewhere, the one by the cell, the other by the table.
struct ConstraintChecker {
  private let constraints: FieldConstraints
  private let kind: SchemaField.Kind
  private let unit: String
  private let pattern: Regex<AnyRegexOutput>?
  private let allowed: Set<CellValue>?
  /// Texts that the pattern was tried on.
  private var tried: [String: Bool] = [:]

  init(_ field: SchemaField) {
    constraints = field.constraints
    kind = field.kind
    unit = field.unit.map { $0.value == "1" ? "" : " " + $0.value } ?? ""
    // Decoding refused what is no regular expression.
    pattern = constraints.pattern.flatMap { try? Regex($0.value) }
    allowed = constraints.allowed.map(Set.init)
  }

  /// Whether every value passes, so that none has to be looked at.
  var isIdle: Bool {
    constraints.minimum == nil && constraints.maximum == nil
      && constraints.exclusiveMinimum == nil && constraints.exclusiveMaximum == nil
      && allowed == nil && pattern == nil && constraints.minimumLength == nil
      && constraints.maximumLength == nil
  }

  /// The first constraint that the value breaks.
  mutating func problem(with value: CellValue) -> CellProblem? {
    if let limit = constraints.minimum, isLess(value, limit) {
      return outOfRange(value, "less than the minimum \(limit)\(unit)")
    }
    if let limit = constraints.maximum, isLess(limit, value) {
      return outOfRange(value, "more than the maximum \(limit)\(unit)")
    }
    if let limit = constraints.exclusiveMinimum, !isLess(limit, value) {
      return outOfRange(value, "not more than \(limit)\(unit)")
    }
    if let limit = constraints.exclusiveMaximum, !isLess(value, limit) {
      return outOfRange(value, "not less than \(limit)\(unit)")
    }
    if let allowed, !allowed.contains(value) {
      let list = (constraints.allowed ?? []).map { "'\($0)'" }
      return CellProblem(
        code: "not-in-enum", message: "'\(value)' is not one of the allowed values",
        help: list.count <= 24 ? ["they are " + list.joined(separator: ", ")] : [])
    }
    guard case .text(let text) = value else { return nil }
    if let minimum = constraints.minimumLength, text.unicodeScalars.count < minimum {
      return CellProblem(
        code: "bad-length", message: "'\(text)' is shorter than \(minimum) characters")
    }
    if let maximum = constraints.maximumLength, text.unicodeScalars.count > maximum {
      return CellProblem(
        code: "bad-length", message: "'\(text)' is longer than \(maximum) characters")
    }
    if let pattern, !matches(text, pattern) {
      let written = constraints.pattern?.value ?? ""
      return CellProblem(
        code: "pattern-mismatch", message: "'\(text)' does not have the form \(written)")
    }
    return nil
  }

  private mutating func matches(_ text: String, _ pattern: Regex<AnyRegexOutput>) -> Bool {
    if let known = tried[text] { return known }
    let isMatch = (try? pattern.wholeMatch(in: text)) != nil
    if tried.count < 100_000 { tried[text] = isMatch }
    return isMatch
  }

  private func isLess(_ a: CellValue, _ b: CellValue) -> Bool {
    switch (a, b) {
    case (.integer(let x), .integer(let y)): return x < y
    case (.text(let x), .text(let y)): return x < y
    default:
      guard let x = a.number, let y = b.number else { return false }
      return x < y
    }
  }

  private func outOfRange(_ value: CellValue, _ how: String) -> CellProblem {
    CellProblem(code: "out-of-range", message: "\(value)\(unit) is \(how)")
  }
}
