/// A fence: a bracket, bar or arrow that can grow.
public struct Delimiter: Hashable, Sendable {
  /// Nil for the empty delimiter `.`.
  public var scalar: Unicode.Scalar?

  public init(_ scalar: Unicode.Scalar?) { self.scalar = scalar }

  public static let none = Delimiter(nil)
}

/// `\left( a \middle| b \right)`.
public struct Delimited: Hashable, Sendable {
  public var left: Delimiter
  public var right: Delimiter
  /// The lists between the fences: one more than there are `middles`.
  public var parts: [MathList]
  public var middles: [Delimiter]

  public init(
    left: Delimiter, right: Delimiter, parts: [MathList], middles: [Delimiter] = []
  ) {
    precondition(parts.count == middles.count + 1, "a part on each side of each middle")
    self.left = left
    self.right = right
    self.parts = parts
    self.middles = middles
  }
}
