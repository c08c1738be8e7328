/// What is wrong with an expression.
struct ExpressionError: Error, Equatable {
  var message: String
}

/// Reads expressions by precedence climbing.
struct ExpressionParser {
  private enum Token: Equatable {
    case number(Double)
    case text(String)
    case name(String)
    case symbol(String)
  }

  private var tokens: [Token] = []
  private var index = 0
  private var depth = 0

  static func parse(_ text: String) throws(ExpressionError) -> Expression {
    var parser = ExpressionParser()
    parser.tokens = try tokens(text)
    let expression = try parser.conditional()
    guard parser.index == parser.tokens.count else {
      throw ExpressionError(message: "the expression does not end where it should")
    }
    return expression
  }

  // MARK: Tokens

  private static let symbols = [
    ">>>", "===", "!==", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "+", "-", "*", "/", "%",
    "<", ">", "!", "~", "&", "|", "^", "?", ":", "(", ")", "[", "]", ",", ".", "{", "}",
  ]

  private static func tokens(_ text: String) throws(ExpressionError) -> [Token] {
    let characters = Array(text.unicodeScalars)
    var tokens: [Token] = []
    var index = 0
    func isLetter(_ c: Unicode.Scalar) -> Bool {
      c.properties.isAlphabetic || c == "_" || c == "$"
    }
    func isDigit(_ c: Unicode.Scalar) -> Bool { c.value >= 48 && c.value <= 57 }
    while index < characters.count {
      let c = characters[index]
      if c.properties.isWhitespace {
        index += 1
      } else if isDigit(c)
        || c == "." && index + 1 < characters.count && isDigit(characters[index + 1])
      {
        var end = index
        while end < characters.count, isDigit(characters[end]) || characters[end] == "." {
          end += 1
        }
        if end < characters.count, characters[end] == "e" || characters[end] == "E" {
          end += 1
          if end < characters.count, characters[end] == "-" || characters[end] == "+" { end += 1 }
          while end < characters.count, isDigit(characters[end]) { end += 1 }
        }
        let digits = String(String.UnicodeScalarView(characters[index..<end]))
        guard let number = Double(digits.hasPrefix(".") ? "0" + digits : digits) else {
          throw ExpressionError(message: "'\(digits)' is no number")
        }
        tokens.append(.number(number))
        index = end
      } else if c == "'" || c == "\"" {
        let (word, end) = try quoted(characters, index)
        tokens.append(.text(word))
        index = end
      } else if isLetter(c) {
        var end = index
        while end < characters.count, isLetter(characters[end]) || isDigit(characters[end]) {
          end += 1
        }
        tokens.append(.name(String(String.UnicodeScalarView(characters[index..<end]))))
        index = end
      } else {
        let rest = String(String.UnicodeScalarView(characters[index...].prefix(3)))
        guard let symbol = symbols.first(where: { rest.hasPrefix($0) }) else {
          throw ExpressionError(message: "'\(c)' has no meaning in an expression")
        }
        tokens.append(.symbol(symbol))
        index += symbol.unicodeScalars.count
      }
    }
    return tokens
  }

  private static func quoted(
    _ characters: [Unicode.Scalar], _ start: Int
  ) throws(ExpressionError) -> (String, Int) {
    var out = String.UnicodeScalarView()
    var index = start + 1
    while index < characters.count {
      let c = characters[index]
      if c == characters[start] { return (String(out), index + 1) }
      if c == "\\", index + 1 < characters.count {
        index += 1
        out.append(characters[index] == "n" ? "\n" : characters[index])
      } else {
        out.append(c)
      }
      index += 1
    }
    throw ExpressionError(message: "a text is not closed in the expression")
  }

  // MARK: Grammar

  private var next: Token? { index < tokens.count ? tokens[index] : nil }

  private mutating func take(_ symbol: String) -> Bool {
    guard next == .symbol(symbol) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(ExpressionError) {
    guard take(symbol) else { throw ExpressionError(message: "'\(symbol)' is missing") }
  }

  private mutating func conditional() throws(ExpressionError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { throw ExpressionError(message: "the expression is nested too deep") }
    let test = try binary(0)
    guard take("?") else { return test }
    let yes = try conditional()
    try expect(":")
    return .conditional(test, yes, try conditional())
  }

  private static let levels: [[String]] = [
    ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!=", "===", "!=="], ["<", ">", "<=", ">="],
    ["<<", ">>", ">>>"], ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func binary(_ level: Int) throws(ExpressionError) -> Expression {
    guard level < Self.levels.count else { return try unary() }
    var left = try binary(level + 1)
    while case .symbol(let symbol)? = next, Self.levels[level].contains(symbol) {
      index += 1
      left = .binary(symbol, left, try binary(level + 1))
    }
    return left
  }

  private mutating func unary() throws(ExpressionError) -> Expression {
    for symbol in ["-", "+", "!", "~"] where take(symbol) {
      return .unary(symbol, try unary())
    }
    return try postfix()
  }

  private mutating func postfix() throws(ExpressionError) -> Expression {
    var value = try primary()
    while true {
      if take(".") {
        guard case .name(let name)? = next else {
          throw ExpressionError(message: "a name must follow the point")
        }
        index += 1
        value = Self.member(value, .literal(.text(name)))
      } else if take("[") {
        let key = try conditional()
        try expect("]")
        value = Self.member(value, key)
      } else {
        return value
      }
    }
  }

  private static func member(_ value: Expression, _ key: Expression) -> Expression {
    if value == .name("datum"), case .literal(.text(let name)) = key { return .cell(name) }
    if case .cell(let outer) = value, case .literal(.text(let name)) = key, name != "length" {
      return .cell(outer + "." + name)
    }
    return .member(value, key)
  }

  private mutating func primary() throws(ExpressionError) -> Expression {
    guard let token = next else { throw ExpressionError(message: "the expression ends too early") }
    index += 1
    switch token {
    case .number(let number): return .literal(.number(number))
    case .text(let text): return .literal(.text(text))
    case .name(let name):
      if take("(") { return .call(name, try arguments(until: ")")) }
      switch name {
      case "true": return .literal(.bool(true))
      case "false": return .literal(.bool(false))
      case "null", "undefined": return .literal(.null)
      default: return .name(name)
      }
    case .symbol("("):
      let inner = try conditional()
      try expect(")")
      return inner
    case .symbol("["): return .list(try arguments(until: "]"))
    case .symbol("{"): return .object(try members())
    case .symbol(let symbol):
      throw ExpressionError(message: "'\(symbol)' cannot stand here in an expression")
    }
  }

  private mutating func members() throws(ExpressionError) -> [String: Expression] {
    var members: [String: Expression] = [:]
    if take("}") { return members }
    while true {
      let key: String
      switch next {
      case .name(let name), .text(let name): key = name
      case .number(let number): key = DecimalDigits.shortest(number)
      case .symbol, nil: throw ExpressionError(message: "a key must stand in braces")
      }
      index += 1
      try expect(":")
      members[key] = try conditional()
      if take("}") { return members }
      try expect(",")
    }
  }

  private mutating func arguments(until end: String) throws(ExpressionError) -> [Expression] {
    var list: [Expression] = []
    if take(end) { return list }
    while true {
      list.append(try conditional())
      if take(end) { return list }
      try expect(",")
    }
  }
}
