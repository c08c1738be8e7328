/// One list over another: `\frac`, `\binom`, `\genfrac`, `\over`, `\atop`, `\choose`, `\cfrac`.
public struct Fraction: Hashable, Sendable {
  /// The line between the parts.
  public enum Bar: Hashable, Sendable {
    case normal
    /// `\binom`, `\atop`: the parts are a stack, not a quotient.
    case none
    case thickness(MathLength)
  }

  /// `\cfrac`: full size parts with a strut, and where the numerator stands.
  public enum Continued: String, Hashable, Sendable { case center, left, right }

  public var numerator: MathList
  public var denominator: MathList
  public var bar: Bar
  /// Fences of `\binom`, `\genfrac`, `\overwithdelims`; nil for none.
  public var left: Delimiter?
  public var right: Delimiter?
  /// `\dfrac` and `\tfrac` force a style.
  public var style: MathStyleName?
  public var continued: Continued?

  public init(
    numerator: MathList, denominator: MathList, bar: Bar = .normal, left: Delimiter? = nil,
    right: Delimiter? = nil, style: MathStyleName? = nil, continued: Continued? = nil
  ) {
    self.numerator = numerator
    self.denominator = denominator
    self.bar = bar
    self.left = left
    self.right = right
    self.style = style
    self.continued = continued
  }
}
