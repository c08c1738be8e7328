/// A base with its scripts. Primes are symbols `′` at the start of the superscript.
public struct Scripts: Hashable, Sendable {
  /// Nil for scripts on nothing, as in `{}_n C`.
  public var base: MathNode?
  public var sub: MathList?
  public var sup: MathList?

  public init(base: MathNode?, sub: MathList?, sup: MathList?) {
    self.base = base
    self.sub = sub
    self.sup = sup
  }
}
