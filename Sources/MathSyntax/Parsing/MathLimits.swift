/// Bounds that keep a hostile or mistaken formula from taking the run down.
public struct MathLimits: Hashable, Sendable {
  /// Groups, fractions, environments … inside of one another.
  public var nesting: Int
  /// Macro calls expanded in one formula.
  public var expansions: Int
  /// Bytes of one formula, and tokens after expansion.
  public var bytes: Int
  public var tokens: Int

  public init(nesting: Int, expansions: Int, bytes: Int, tokens: Int) {
    self.nesting = nesting
    self.expansions = expansions
    self.bytes = bytes
    self.tokens = tokens
  }

  public static let standard = MathLimits(
    nesting: 120, expansions: 1000, bytes: 100_000, tokens: 200_000)
}
