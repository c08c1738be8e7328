#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How far a number that SQL computes from printed ones may be from what the numbers before their
/// rounding would give: 71.4 stands for [71.35, 71.45), so a mean of such numbers is known to ±0.05
/// and the difference of two to ±0.1.
///
/// Worst cases, by the rules of interval arithmetic, for `+ - * /`, avg, sum, total, min, max, abs,
/// mean_of and coalesce over columns whose digits are known; of anything else nothing is said.
///
/// Source: R. E. Moore, R. B. Kearfott, M. J. Cloud, "Introduction to Interval Analysis", 2009.
struct PrintedIntervals {
  /// Half of the width of the interval that a value lies in.
  enum Width: Equatable {
    case exact
    case constant(Double)
    /// Depends on the row: an SQL expression.
    case expression(String)

    var sql: String {
      switch self {
      case .exact: "0"
      case .constant(let value): "\(value)"
      case .expression(let text): text
      }
    }
  }

  private struct Value {
    var text: String
    var width: Width
  }

  private struct Unknown: Error {}

  private let tokens: [SQLTokens.Token]
  /// Half of the last printed digit of `[column]` or `[table, column]`; nil when not known.
  private let column: ([String]) -> Width?
  private var i = 0

  init(_ tokens: [SQLTokens.Token], column: @escaping ([String]) -> Width?) {
    self.tokens = tokens
    self.column = column
  }

  /// The width of the whole expression; nil when it is not of the kinds that are understood.
  var width: Width? {
    var parser = self
    guard let value = try? parser.sum(), parser.i == tokens.count else { return nil }
    return value.width
  }

  private func isSign(_ sign: String) -> Bool {
    i < tokens.count && tokens[i].kind == .other && tokens[i].text == sign
  }

  private mutating func sum() throws(Unknown) -> Value {
    var value = try product()
    while isSign("+") || isSign("-") {
      let sign = tokens[i].text
      i += 1
      let right = try product()
      value = Value(
        text: "\(value.text) \(sign) \(right.text)", width: Self.add(value.width, right.width))
    }
    return value
  }

  private mutating func product() throws(Unknown) -> Value {
    var value = try factor()
    while isSign("*") || isSign("/") {
      let isQuotient = isSign("/")
      i += 1
      let right = try factor()
      value = Value(
        text: "\(value.text) \(isQuotient ? "/" : "*") \(right.text)",
        width: isQuotient ? Self.quotient(value, right) : Self.product(value, right))
    }
    return value
  }

  private mutating func factor() throws(Unknown) -> Value {
    guard i < tokens.count else { throw Unknown() }
    if isSign("-") {
      i += 1
      let value = try factor()
      return Value(text: "-\(value.text)", width: value.width)
    }
    if isSign("(") {
      i += 1
      let value = try sum()
      guard isSign(")") else { throw Unknown() }
      i += 1
      return Value(text: "(\(value.text))", width: value.width)
    }
    let token = tokens[i]
    i += 1
    if token.kind == .number { return Value(text: token.text, width: .exact) }
    guard token.isName else { throw Unknown() }
    if isSign("(") { return try call(token.text.lowercased()) }
    var names = [token.text]
    if isSign("."), i + 1 < tokens.count, tokens[i + 1].isName {
      names.append(tokens[i + 1].text)
      i += 2
    }
    guard let width = column(names) else { throw Unknown() }
    return Value(text: names.map(quotedIdentifier).joined(separator: "."), width: width)
  }

  private mutating func call(_ name: String) throws(Unknown) -> Value {
    i += 1
    if name == "count" {
      var depth = 1
      let start = i
      while i < tokens.count, depth > 0 {
        if isSign("(") { depth += 1 }
        if isSign(")") { depth -= 1 }
        i += 1
      }
      let inner = tokens[start..<max(start, i - 1)].map(\.text).joined(separator: " ")
      return Value(text: "count(\(inner))", width: .exact)
    }
    var arguments = [try sum()]
    while isSign(",") {
      i += 1
      arguments.append(try sum())
    }
    guard isSign(")") else { throw Unknown() }
    i += 1
    // A filter or a window changes which rows there are.
    if i < tokens.count, tokens[i].isWord("filter") || tokens[i].isWord("over") { throw Unknown() }
    let text = "\(name)(\(arguments.map(\.text).joined(separator: ", ")))"
    return Value(text: text, width: try Self.width(of: name, arguments))
  }

  private static func width(
    of name: String, _ arguments: [Value]
  ) throws(Unknown) -> Width {
    let first = arguments[0]
    switch (name, arguments.count) {
    case ("abs", 1): return first.width
    case ("avg", 1):
      if case .expression(let text) = first.width { return .expression("avg(\(text))") }
      return first.width
    case ("sum", 1), ("total", 1):
      switch first.width {
      case .exact: return .exact
      case .constant(let value): return .expression("\(value) * count(\(first.text))")
      case .expression(let text): return .expression("sum(\(text))")
      }
    case ("min", 1), ("max", 1):
      if case .expression(let text) = first.width { return .expression("max(\(text))") }
      return first.width
    case ("mean_of", _), ("coalesce", _), ("min", _), ("max", _):
      // No wider than the widest.
      var most = 0.0
      for argument in arguments {
        switch argument.width {
        case .exact: break
        case .constant(let value): most = Swift.max(most, value)
        case .expression: throw Unknown()
        }
      }
      return most == 0 ? .exact : .constant(most)
    default: throw Unknown()
    }
  }

  private static func add(_ a: Width, _ b: Width) -> Width {
    switch (a, b) {
    case (.exact, let other), (let other, .exact): other
    case (.constant(let x), .constant(let y)): .constant(x + y)
    default: .expression("(\(a.sql) + \(b.sql))")
    }
  }

  private static func product(_ a: Value, _ b: Value) -> Width {
    switch (a.width, b.width) {
    case (.exact, .exact): .exact
    case (.constant(let width), .exact) where Double(b.text) != nil:
      .constant(width * abs(Double(b.text) ?? 0))
    case (.exact, .constant(let width)) where Double(a.text) != nil:
      .constant(width * abs(Double(a.text) ?? 0))
    default:
      .expression(
        "(abs(\(a.text)) * \(b.width.sql) + abs(\(b.text)) * \(a.width.sql)"
          + " + \(a.width.sql) * \(b.width.sql))")
    }
  }

  private static func quotient(_ a: Value, _ b: Value) -> Width {
    switch (a.width, b.width) {
    case (.exact, .exact): .exact
    case (.constant(let width), .exact) where Double(b.text) ?? 0 != 0:
      .constant(width / abs(Double(b.text) ?? 1))
    case (let width, .exact): .expression("(\(width.sql) / abs(\(b.text)))")
    default:
      .expression(
        "((\(a.width.sql) * abs(\(b.text)) + abs(\(a.text)) * \(b.width.sql))"
          + " / (abs(\(b.text)) * (abs(\(b.text)) - \(b.width.sql))))")
    }
  }
}
