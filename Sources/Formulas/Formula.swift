public import Diagnostics

/// A formula block, compiled: the TeX that is printed as something that computes.
public struct Formula: Sendable {
  /// The name by which SQL and prose call it.
  public var name: String
  /// The symbol by which other formulas call it, when its TeX begins with `L(n) =`.
  public var symbol: String?
  /// Positions of the parameters that stand in the parentheses after the symbol.
  public var symbolParameters: [Int]
  /// In the order in which they were declared, which is the order of the arguments.
  public var parameters: [FormulaParameter]
  /// The unit of the result.
  public var unit: Unit
  public var expression: Expression
  /// Where the paper or book it comes from is named; empty when not stated.
  public var source: String
  public var summary: String
  /// Its worked examples, as they came out; empty when its units do not fit.
  public var examples: [Example] = []

  /// A worked example that was run.
  public struct Example: Sendable {
    /// `tflop_ratio(T: 32, …) = 1`.
    public var text: String
    public var span: SourceSpan
    /// Where the value is printed; empty when it follows by arithmetic.
    public var source: String
    public var holds: Bool
  }
}

/// A quantity that a formula depends on.
public struct FormulaParameter: Sendable {
  /// As written: `\tilde\mu`.
  public var symbol: String
  /// As SQL and prose write it: `mu_tilde`.
  public var name: String
  /// What it is, in words; printed in the "where" list.
  public var meaning: String
  public var unit: Unit
  /// The unit of its index when it has one value per layer (a schedule).
  public var indexUnit: Unit?
  /// The least and the largest value it may have, in its unit.
  public var minimum: Double?
  public var maximum: Double?
  public var mustBeWhole: Bool
  /// Where it was declared.
  public var span: SourceSpan

  public init(
    symbol: String, name: String, meaning: String, unit: Unit = .one, indexUnit: Unit? = nil,
    minimum: Double? = nil, maximum: Double? = nil, mustBeWhole: Bool = false, span: SourceSpan
  ) {
    self.symbol = symbol
    self.name = name
    self.meaning = meaning
    self.unit = unit
    self.indexUnit = indexUnit
    self.minimum = minimum
    self.maximum = maximum
    self.mustBeWhole = mustBeWhole
    self.span = span
  }

  /// Why a value lies outside the domain, as the end of a sentence; nil when it does not.
  func violation(of value: Double) -> String? {
    let suffix = unit.isOne ? "" : " \(unit)"
    if let minimum, value < minimum {
      return "must be at least \(minimum.shortDescription)\(suffix), got \(value.shortDescription)"
    }
    if let maximum, value > maximum {
      return "must be at most \(maximum.shortDescription)\(suffix), got \(value.shortDescription)"
    }
    if mustBeWhole, value != value.rounded() {
      return "must be a whole number, got \(value.shortDescription)"
    }
    return nil
  }
}
