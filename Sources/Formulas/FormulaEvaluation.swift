public import Diagnostics

/// Why a formula has no value at some arguments, with the part of the TeX that has none.
public struct FormulaError: Error, Sendable {
  public var message: String
  public var span: SourceSpan
}

/// What a parameter of a formula is at one evaluation, in coherent units.
public enum FormulaArgument: Sendable {
  case number(Double)
  case schedule(TokenSchedule)
}

extension Formula {
  /// The value at arguments in the parameters' units, in the formula's unit.
  ///
  /// - Throws: `FormulaError` where a part of the expression has no value. Arguments outside their
  ///   domain are the caller's to refuse, see `domainViolation`.
  public func value(at arguments: [FormulaArgument]) throws(FormulaError) -> Double {
    precondition(arguments.count == parameters.count, "one argument for each parameter")
    return try coherentValue(of: expression, at: coherent(arguments)) / unit.scale
  }

  /// The first argument that lies outside its parameter's domain, and why.
  public func domainViolation(of arguments: [FormulaArgument]) -> (
    parameter: FormulaParameter, message: String
  )? {
    for (parameter, argument) in zip(parameters, arguments) {
      switch argument {
      case .number(let value):
        if let message = parameter.violation(of: value) { return (parameter, message) }
      case .schedule(let schedule):
        for run in schedule.runs {
          if let message = parameter.violation(of: run.tokens) { return (parameter, message) }
        }
      }
    }
    return nil
  }

  /// The arguments in coherent units, as expressions hold them.
  func coherent(_ arguments: [FormulaArgument]) -> [FormulaArgument] {
    zip(arguments, parameters).map { (argument, parameter) -> FormulaArgument in
      guard case .number(let value) = argument else { return argument }
      return .number(value * parameter.unit.scale)
    }
  }

  /// The value of a part of the formula, in coherent units: for showing where a result comes from.
  func coherentValue(
    of part: Expression, at coherent: [FormulaArgument]
  ) throws(FormulaError) -> Double {
    var evaluation = FormulaEvaluation(arguments: coherent)
    return try evaluation.value(of: part)
  }
}

/// One walk over an expression.
private struct FormulaEvaluation {
  let arguments: [FormulaArgument]
  private var indices: [Double] = []

  /// So that a mistyped bound is an error and not a long wait.
  private static let largestSeries = 1_000_000.0

  init(arguments: [FormulaArgument]) { self.arguments = arguments }

  mutating func value(of expression: Expression) throws(FormulaError) -> Double {
    let result = try rawValue(of: expression)
    guard result.isFinite else { throw expression.error("is too large to be a number") }
    return result
  }

  private mutating func rawValue(of expression: Expression) throws(FormulaError) -> Double {
    switch expression.kind {
    case .number(let value): return value
    case .percent: return 1
    case .parameter(let position):
      guard case .number(let value) = arguments[position] else {
        throw expression.error("is a schedule and needs an index")
      }
      return value
    case .element(let parameter, let index):
      return try element(parameter, at: try value(of: index), expression)
    case .index(let depth): return indices[depth]
    case .negate(let operand): return -(try value(of: operand))
    case .add(let a, let b): return try value(of: a) + value(of: b)
    case .subtract(let a, let b): return try value(of: a) - value(of: b)
    case .multiply(let a, let b): return try value(of: a) * value(of: b)
    case .divide(let a, let b):
      let divisor = try value(of: b)
      guard divisor != 0 else { throw b.error("is zero and divides") }
      return try value(of: a) / divisor
    case .power(let base, let exponent): return try power(base, exponent)
    case .root(let degree, let radicand): return try root(degree, radicand)
    case .function(let function, let operands): return try call(function, operands)
    case .logarithm(let base, let operand):
      let divisor = naturalLogarithm(try positive(base, "the base of a logarithm"))
      guard divisor != 0 else { throw base.error("is one and no base of a logarithm") }
      return naturalLogarithm(try positive(operand, "the argument of a logarithm")) / divisor
    case .series(let series): return try sum(series)
    case .cases(let branches):
      for branch in branches {
        guard let condition = branch.condition else { return try value(of: branch.value) }
        if try holds(condition) { return try value(of: branch.value) }
      }
      throw expression.error("has no case for these values")
    case .apply(let formula, let operands):
      var values: [FormulaArgument] = []
      for operand in operands { values.append(try argument(operand)) }
      // Arguments are coherent already, and so is what the other formula computes inside.
      var inner = FormulaEvaluation(arguments: values)
      do {
        return try inner.value(of: formula.expression)
      } catch {
        throw expression.error("has no value: in '\(formula.name)' \(error.message)")
      }
    }
  }

  private mutating func argument(_ expression: Expression) throws(FormulaError) -> FormulaArgument {
    if case .parameter(let position) = expression.kind { return arguments[position] }
    return .number(try value(of: expression))
  }

  private func element(
    _ parameter: Int, at index: Double, _ expression: Expression
  ) throws(FormulaError) -> Double {
    guard case .schedule(let schedule) = arguments[parameter] else {
      throw expression.error("has an index but is not a schedule")
    }
    guard let layer = Int(exactly: index), let tokens = schedule.tokens(inLayer: layer - 1) else {
      throw expression.error(
        "has no value at \(index.shortDescription): the schedule has "
          + "\(schedule.layerCount) layers")
    }
    return tokens
  }

  private mutating func power(
    _ base: Expression, _ exponent: Expression
  ) throws(FormulaError) -> Double {
    let b = try value(of: base)
    let e = try value(of: exponent)
    if b == 0, e < 0 { throw base.error("is zero and has a negative exponent") }
    if b < 0, e != e.rounded() { throw base.error("is negative and has a broken exponent") }
    // Small whole exponents by products: n² is n·n to the last bit, as in Swift and in SQL.
    if e == e.rounded(), (0...4).contains(e) {
      return (0..<Int(e)).reduce(1.0) { product, _ in product * b }
    }
    return realPower(b, e)
  }

  private mutating func root(
    _ degree: Expression?, _ radicand: Expression
  ) throws(FormulaError) -> Double {
    let x = try value(of: radicand)
    guard let degree else {
      guard x >= 0 else { throw radicand.error("is negative under a root") }
      return x.squareRoot()
    }
    let n = try value(of: degree)
    guard n != 0 else { throw degree.error("is zero and no degree of a root") }
    if x < 0 {
      guard n == n.rounded(), Int(n) % 2 != 0 else {
        throw radicand.error("is negative under an even root")
      }
      return -realPower(-x, 1 / n)
    }
    return realPower(x, 1 / n)
  }

  private mutating func call(
    _ function: BuiltinFunction, _ operands: [Expression]
  ) throws(FormulaError) -> Double {
    var values: [Double] = []
    for operand in operands { values.append(try value(of: operand)) }
    let x = values[0]
    switch function {
    case .minimum: return values.reduce(x, Swift.min)
    case .maximum: return values.reduce(x, Swift.max)
    case .exponential: return Formulas.exponential(x)
    case .naturalLogarithm:
      return Formulas.naturalLogarithm(try positive(operands[0], "the argument of a logarithm"))
    case .binaryLogarithm:
      return Formulas.binaryLogarithm(try positive(operands[0], "the argument of a logarithm"))
    case .decimalLogarithm:
      return Formulas.decimalLogarithm(try positive(operands[0], "the argument of a logarithm"))
    case .sine: return Formulas.sine(x)
    case .cosine: return Formulas.cosine(x)
    case .tangent: return Formulas.tangent(x)
    case .hyperbolicTangent: return Formulas.hyperbolicTangent(x)
    case .floor: return x.rounded(.down)
    case .ceiling: return x.rounded(.up)
    case .absolute: return abs(x)
    }
  }

  private mutating func positive(
    _ expression: Expression, _ role: String
  ) throws(FormulaError) -> Double {
    let x = try value(of: expression)
    guard x > 0 else {
      throw expression.error("is \(x.shortDescription), and \(role) must be positive")
    }
    return x
  }

  private mutating func sum(_ series: Expression.Series) throws(FormulaError) -> Double {
    let from = try whole(series.from)
    let to = try whole(series.to)
    guard to - from < Self.largestSeries else {
      throw series.to.error("makes more than a million terms")
    }
    var result = series.operation == .sum ? 0.0 : 1.0
    indices.append(from)
    defer { indices.removeLast() }
    var index = from
    while index <= to {
      indices[indices.count - 1] = index
      let term = try value(of: series.body)
      if series.operation == .sum { result += term } else { result *= term }
      index += 1
    }
    return result
  }

  private mutating func whole(_ bound: Expression) throws(FormulaError) -> Double {
    let value = try value(of: bound)
    guard value == value.rounded() else {
      throw bound.error("is \(value.shortDescription), and a bound must be a whole number")
    }
    return value
  }

  private mutating func holds(_ condition: Expression.Condition) throws(FormulaError) -> Bool {
    var left = try value(of: condition.first)
    for (comparison, operand) in condition.rest {
      let right = try value(of: operand)
      let holds =
        switch comparison {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
      guard holds else { return false }
      left = right
    }
    return true
  }
}

extension Expression {
  fileprivate func error(_ message: String) -> FormulaError {
    FormulaError(message: message, span: span)
  }
}
