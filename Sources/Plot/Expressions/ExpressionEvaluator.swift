import Foundation

/// Computes an expression for the rows of a table.
struct ExpressionEvaluator {
  private let expression: Expression
  private let cells: [String: ChartCells]
  private let numbers: NumberMarks

  /// - Parameter numbers: the marks that `format` writes.
  /// - Throws: `ExpressionError` for a mistake of syntax and for a function that there is none of.
  init(
    _ text: String, _ data: ChartData, _ numbers: NumberMarks = .english
  ) throws(ExpressionError) {
    self.numbers = numbers
    expression = try ExpressionParser.parse(text)
    var names: Set<String> = []
    try Self.check(expression, &names)
    var cells: [String: ChartCells] = [:]
    for column in data.columns where names.contains("*") || names.contains(column.name) {
      cells[column.name] = column.values
    }
    self.cells = cells
  }

  /// The value for each row of the table.
  func values(_ rows: Int) -> [ExpressionValue] { (0..<rows).map { value($0) } }

  func value(_ row: Int) -> ExpressionValue { value(expression, row) }

  /// Functions of chance and of the clock.
  private static let unsteady: Set<String> = [
    "random", "sampleNormal", "sampleLogNormal", "sampleUniform", "now",
  ]

  private static func check(
    _ expression: Expression, _ names: inout Set<String>
  ) throws(ExpressionError) {
    switch expression {
    case .literal: break
    case .cell(let name): names.insert(name)
    case .name(let name):
      guard ExpressionFunctions.constants[name] != nil else {
        throw ExpressionError(message: "there is no name '\(name)' in expressions")
      }
    case .member(let a, let b), .binary(_, let a, let b):
      // A cell of a computed name may be any.
      if a == .name("datum") { names.insert("*") } else { try check(a, &names) }
      try check(b, &names)
    case .list(let list): for item in list { try check(item, &names) }
    case .object(let members):
      for (_, item) in members.sorted(by: { $0.key < $1.key }) { try check(item, &names) }
    case .unary(_, let a): try check(a, &names)
    case .conditional(let a, let b, let c):
      for part in [a, b, c] { try check(part, &names) }
    case .call(let name, let arguments):
      guard name == "if" || ExpressionFunctions.all[name] != nil else {
        throw ExpressionError(
          message: Self.unsteady.contains(name)
            ? "'\(name)' is not the same each time, and equal data must give an equal chart;"
              + " let the data hold the column"
            : "there is no function '\(name)' in expressions")
      }
      for argument in arguments { try check(argument, &names) }
    }
  }

  private func value(_ expression: Expression, _ row: Int) -> ExpressionValue {
    switch expression {
    case .literal(let value): return value
    case .cell(let name): return cells[name].map { ExpressionValue($0[row]) } ?? .null
    case .name(let name): return .number(ExpressionFunctions.constants[name] ?? .nan)
    case .list(let list): return .list(list.map { value($0, row) })
    // An object alone is no value of a cell.
    case .object: return .null
    case .member(.object(let members), let key):
      return members[value(key, row).text].map { value($0, row) } ?? .null
    case .member(.name("datum"), let key):
      return cells[value(key, row).text].map { ExpressionValue($0[row]) } ?? .null
    case .member(let object, let key): return member(value(object, row), value(key, row))
    case .unary(let symbol, let operand):
      let operand = value(operand, row)
      switch symbol {
      case "-": return .number(-operand.number)
      case "!": return .bool(!operand.isTrue)
      case "~": return .number(Double(~Self.bits(operand)))
      default: return .number(operand.number)
      }
    case .binary("&&", let a, let b):
      let left = value(a, row)
      return left.isTrue ? value(b, row) : left
    case .binary("||", let a, let b):
      let left = value(a, row)
      return left.isTrue ? left : value(b, row)
    case .binary(let symbol, let a, let b):
      return Self.binary(symbol, value(a, row), value(b, row))
    case .conditional(let test, let yes, let no):
      return value(test, row).isTrue ? value(yes, row) : value(no, row)
    case .call("if", let arguments):
      guard arguments.count == 3 else { return .null }
      return value(arguments[value(arguments[0], row).isTrue ? 1 : 2], row)
    case .call(let name, let arguments):
      let result = ExpressionFunctions.all[name]?(arguments.map { value($0, row) }) ?? .null
      guard name == "format", case .text(let numeral) = result else { return result }
      return .text(numbers.written(numeral))
    }
  }

  private func member(_ object: ExpressionValue, _ key: ExpressionValue) -> ExpressionValue {
    switch object {
    case .list(let values):
      if key.text == "length" { return .number(Double(values.count)) }
      let index = key.number
      return index >= 0 && index < Double(values.count) ? values[Int(index)] : .null
    case .text(let text):
      if key.text == "length" { return .number(Double(text.utf16.count)) }
      let index = key.number
      guard index >= 0, index < Double(text.count) else { return .null }
      return .text(String(text[text.index(text.startIndex, offsetBy: Int(index))]))
    case .null, .number, .bool: return .null
    }
  }

  private static func bits(_ value: ExpressionValue) -> Int32 {
    let number = value.number
    return number.isFinite
      ? Int32(truncatingIfNeeded: Int64(number.remainder(dividingBy: 9.007199254740992e15))) : 0
  }

  private static func binary(
    _ symbol: String, _ a: ExpressionValue, _ b: ExpressionValue
  ) -> ExpressionValue {
    switch symbol {
    case "+":
      switch (a, b) {
      case (.text, _), (_, .text), (.list, _), (_, .list): return .text(a.text + b.text)
      default: return .number(a.number + b.number)
      }
    case "-": return .number(a.number - b.number)
    case "*": return .number(a.number * b.number)
    case "/": return .number(a.number / b.number)
    case "%": return .number(fmod(a.number, b.number))
    case "==": return .bool(equals(a, b))
    case "!=": return .bool(!equals(a, b))
    case "===": return .bool(a == b)
    case "!==": return .bool(a != b)
    case "<", ">", "<=", ">=": return .bool(compares(symbol, a, b))
    case "&": return .number(Double(bits(a) & bits(b)))
    case "|": return .number(Double(bits(a) | bits(b)))
    case "^": return .number(Double(bits(a) ^ bits(b)))
    case "<<": return .number(Double(bits(a) << (bits(b) & 31)))
    case ">>": return .number(Double(bits(a) >> (bits(b) & 31)))
    default: return .number(Double(UInt32(bitPattern: bits(a)) >> UInt32(bits(b) & 31)))
    }
  }

  private static func equals(_ a: ExpressionValue, _ b: ExpressionValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.null, _), (_, .null): false
    case (.text(let x), .text(let y)): x == y
    case (.list, .list): a == b
    default: a.number == b.number
    }
  }

  private static func compares(
    _ symbol: String, _ a: ExpressionValue, _ b: ExpressionValue
  ) -> Bool {
    if case .text(let x) = a, case .text(let y) = b {
      switch symbol {
      case "<": return x < y
      case ">": return x > y
      case "<=": return x <= y
      default: return x >= y
      }
    }
    let (x, y) = (a.number, b.number)
    switch symbol {
    case "<": return x < y
    case ">": return x > y
    case "<=": return x <= y
    default: return x >= y
    }
  }
}
