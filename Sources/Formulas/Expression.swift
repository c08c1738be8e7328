public import Diagnostics

/// What a formula computes: a tree of operations, each with the TeX it was read from.
public struct Expression: Sendable {
  public var kind: Kind
  public var span: SourceSpan

  public init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  public indirect enum Kind: Sendable {
    /// A number as written.
    case number(Double)
    /// `\%`: one, measured in percent.
    case percent
    /// A parameter of the formula, by its position.
    case parameter(Int)
    /// The value of a schedule parameter in a layer: `n_i`.
    case element(parameter: Int, index: Expression)
    /// The index of an enclosing sum or product; 0 is the outermost.
    case index(Int)
    case negate(Expression)
    case add(Expression, Expression)
    case subtract(Expression, Expression)
    case multiply(Expression, Expression)
    case divide(Expression, Expression)
    case power(Expression, exponent: Expression)
    case root(degree: Expression?, Expression)
    case function(BuiltinFunction, [Expression])
    /// The logarithm to a base other than e.
    case logarithm(base: Expression, Expression)
    /// `\sum` or `\prod` over whole numbers, bounds included.
    case series(Series)
    /// The first branch whose condition holds.
    case cases([Branch])
    /// Another formula at these arguments, in the order of its parameters.
    case apply(Formula, [Expression])
  }

  public struct Series: Sendable {
    public enum Operation: String, Sendable { case sum, product }

    public var operation: Operation
    public var from: Expression
    public var to: Expression
    public var body: Expression
  }

  public struct Branch: Sendable {
    public var value: Expression
    /// Nil for `otherwise`.
    public var condition: Condition?
  }

  /// A chain of comparisons that all have to hold: `0 < n \le k`.
  public struct Condition: Sendable {
    public enum Comparison: String, Sendable {
      case equal = "=", notEqual = "≠", less = "<", lessOrEqual = "≤", greater = ">",
        greaterOrEqual = "≥"
    }

    public var first: Expression
    public var rest: [(comparison: Comparison, operand: Expression)]
    public var span: SourceSpan
  }
}

/// The functions that formulas know by name.
public enum BuiltinFunction: String, Sendable, CaseIterable {
  case minimum = "min"
  case maximum = "max"
  case exponential = "exp"
  case naturalLogarithm = "ln"
  case binaryLogarithm = "lb"
  case decimalLogarithm = "lg"
  case sine = "sin"
  case cosine = "cos"
  case tangent = "tan"
  case hyperbolicTangent = "tanh"
  case floor = "floor"
  case ceiling = "ceil"
  case absolute = "abs"

  /// The function that a TeX operator stands for. `\log` is the natural one, as in analysis; a base
  /// is written as a subscript.
  init?(operatorName: String) {
    switch operatorName {
    case "log": self = .naturalLogarithm
    case "floor", "ceil", "abs": return nil
    default: self.init(rawValue: operatorName)
    }
  }

  /// How many arguments it takes.
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .minimum, .maximum: 1...Int.max
    default: 1...1
    }
  }
}
