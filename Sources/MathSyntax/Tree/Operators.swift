/// Where the scripts of an operator go.
public enum LimitsPlacement: String, Hashable, Sendable {
  /// Above and below in display style, beside it in the others: `\sum`, `\max`.
  case displayLimits
  /// `\limits`: always above and below.
  case limits
  /// `\nolimits`, and the default of `\int` and `\log`: always beside.
  case noLimits
}

/// An operator drawn as a sign that is larger in display style.
public struct LargeOperator: Hashable, Sendable {
  /// `∑`, `∏`, `∫` …
  public var scalar: Unicode.Scalar
  public var command: String?
  public var placement: LimitsPlacement
  /// False for `\smallint`, which never grows.
  public var grows: Bool

  public init(
    _ scalar: Unicode.Scalar, command: String?, placement: LimitsPlacement, grows: Bool = true
  ) {
    self.scalar = scalar
    self.command = command
    self.placement = placement
    self.grows = grows
  }
}

/// An operator written as a word, upright, with a thin space to its operand.
public struct OperatorName: Hashable, Sendable {
  /// The word as plain text: `log`, `TFLOP`, `arg max`.
  public var name: String
  /// What is set: usually the letters of the name.
  public var body: MathList
  public var placement: LimitsPlacement

  public init(name: String, body: MathList, placement: LimitsPlacement) {
    self.name = name
    self.body = body
    self.placement = placement
  }
}
