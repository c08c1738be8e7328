import Diagnostics

extension FormulaExample {
  /// Reads `name(a: 1, b: 2) = 3 ± 0.1`.
  init(parsing text: String, formula: Formula) throws(ExampleError) {
    var scanner = ExampleScanner(text)
    let name = scanner.word()
    guard name == formula.name else {
      throw ExampleError(
        message: "the test calls '\(name)', not '\(formula.name)'",
        help: ["write it as \(formula.name)(…) = …"])
    }
    guard scanner.take("(") else {
      throw ExampleError(message: "the test lacks '(' after its name")
    }
    var values: [FormulaArgument?] = Array(repeating: nil, count: formula.parameters.count)
    var next = 0
    while !scanner.take(")") {
      let position = try scanner.parameter(of: formula, next: next)
      values[position] = try scanner.argument(of: formula.parameters[position])
      next = position + 1
      guard scanner.take(",") || scanner.peek == ")" else {
        throw ExampleError(message: "the test has '\(scanner.rest)' where ',' or ')' should be")
      }
    }
    callText = scanner.consumed
    let missing = zip(values, formula.parameters).filter { $0.0 == nil }.map(\.1.name)
    guard missing.isEmpty else {
      throw ExampleError(
        message: "the test gives no value for "
          + missing.map { "'\($0)'" }.joined(separator: ", "))
    }
    arguments = values.compactMap { $0 }
    let sign = scanner.relation()
    guard let sign else {
      throw ExampleError(
        message: "the test has no '=' or '≈' after the call",
        help: ["write the value it must have: … = 1"])
    }
    guard let (value, digits, valueText) = scanner.number() else {
      throw ExampleError(message: "the test has no number after '\(sign)'")
    }
    expected = value
    expectedText = valueText
    relation = try Self.relation(sign, lastDigit: digits, &scanner)
    guard scanner.rest.isEmpty else {
      throw ExampleError(message: "the test has '\(scanner.rest)' after its value")
    }
  }

  private static func relation(
    _ sign: String, lastDigit: Double, _ scanner: inout ExampleScanner
  ) throws(ExampleError) -> Relation {
    switch sign {
    case "<": return .less
    case "≤", "<=": return .lessOrEqual
    case ">": return .greater
    case "≥", ">=": return .greaterOrEqual
    default: break
    }
    if scanner.take("±") || scanner.take("+-") || scanner.take("+/-") {
      guard let (tolerance, _, _) = scanner.number(), tolerance >= 0 else {
        throw ExampleError(message: "the test has no number after '±'")
      }
      return .equal(tolerance: tolerance)
    }
    // A hair more than half a digit, so that a value exactly between two passes.
    return .equal(tolerance: sign == "=" ? nil : lastDigit / 2 * (1 + 1e-9))
  }
}

/// Walks over an example's text.
private struct ExampleScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var rest: String {
    var copy = self
    copy.skipSpaces()
    return copy.text(copy.position..<scalars.count)
  }

  var consumed: String { text(0..<position) }

  var peek: Unicode.Scalar? {
    var copy = self
    copy.skipSpaces()
    return copy.position < scalars.count ? scalars[copy.position] : nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  mutating func skipSpaces() {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
  }

  mutating func take(_ token: String) -> Bool {
    skipSpaces()
    let wanted = Array(token.unicodeScalars)
    guard position + wanted.count <= scalars.count,
      Array(scalars[position..<position + wanted.count]) == wanted
    else { return false }
    position += wanted.count
    return true
  }

  mutating func word() -> String {
    skipSpaces()
    let start = position
    while position < scalars.count,
      scalars[position] == "_" || scalars[position].properties.isAlphabetic
        || ("0"..."9").contains(scalars[position])
    {
      position += 1
    }
    return text(start..<position)
  }

  /// The position of the parameter that the next argument is for: named, else the next one.
  mutating func parameter(of formula: Formula, next: Int) throws(ExampleError) -> Int {
    let start = position
    let name = word()
    if !name.isEmpty, take(":") {
      guard let position = formula.parameters.firstIndex(where: { $0.name == name }) else {
        throw ExampleError(
          message: "the formula has no parameter '\(name)'",
          help: helpForUnknown(
            name, among: formula.parameters.map(\.name), called: "parameters"))
      }
      return position
    }
    position = start
    guard next < formula.parameters.count else {
      throw ExampleError(
        message: "the test gives more than \(formula.parameters.count) arguments")
    }
    return next
  }

  mutating func argument(of parameter: FormulaParameter) throws(ExampleError) -> FormulaArgument {
    skipSpaces()
    if position < scalars.count, scalars[position] == "\"" || scalars[position] == "'" {
      let quote = scalars[position]
      let start = position + 1
      position += 1
      while position < scalars.count, scalars[position] != quote { position += 1 }
      let schedule = text(start..<position)
      position = min(position + 1, scalars.count)
      do throws(CostModelError) {
        return .schedule(try TokenSchedule(parsing: schedule))
      } catch {
        throw ExampleError(message: "'\(parameter.name)': \(error.description)")
      }
    }
    guard let (value, _, _) = number() else {
      throw ExampleError(message: "the test has no number for '\(parameter.name)'")
    }
    return .number(value)
  }

  /// A number, the size of its last printed digit, and its text.
  mutating func number() -> (value: Double, lastDigit: Double, text: String)? {
    skipSpaces()
    let start = position
    var digits = ""
    var decimals: Int?
    if position < scalars.count, scalars[position] == "-" || scalars[position] == "−" {
      digits = "-"
      position += 1
    }
    scan: while position < scalars.count {
      let scalar = scalars[position]
      switch scalar {
      case "0"..."9":
        digits.unicodeScalars.append(scalar)
        decimals = decimals.map { $0 + 1 }
      case ".":
        guard decimals == nil else { break scan }
        digits += "."
        decimals = 0
      case "_", "\u{202F}", "\u{2009}": break
      default: break scan
      }
      position += 1
    }
    var exponent = 0
    if position < scalars.count, scalars[position] == "e" || scalars[position] == "E" {
      let mark = position
      position += 1
      var sign = 1
      if position < scalars.count, scalars[position] == "-" || scalars[position] == "+" {
        sign = scalars[position] == "-" ? -1 : 1
        position += 1
      }
      let digits = word()
      if let value = Int(digits), value < 400 { exponent = sign * value } else { position = mark }
    }
    guard let mantissa = Double(digits) else {
      position = start
      return nil
    }
    let shown = text(start..<position)
    let value = exponent == 0 ? mantissa : Double("\(digits)e\(exponent)") ?? mantissa
    return (value, realPower(10, Double(exponent - (decimals ?? 0))), shown)
  }

  mutating func relation() -> String? {
    for sign in ["=", "≈", "~", "<=", ">=", "≤", "≥", "<", ">"] where take(sign) { return sign }
    return nil
  }
}
