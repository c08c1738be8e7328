/// A mark over or under a base.
public struct Accent: Hashable, Sendable {
  /// The command without its backslash: `hat`, `tilde`, `widehat`.
  public var command: String
  /// The combining character: U+0302 for `\hat`.
  public var scalar: Unicode.Scalar
  /// Whether it grows with its base, as `\widehat` does.
  public var isWide: Bool
  public var isBelow: Bool
  public var base: MathList

  public init(
    command: String, scalar: Unicode.Scalar, isWide: Bool = false, isBelow: Bool = false,
    base: MathList
  ) {
    self.command = command
    self.scalar = scalar
    self.isWide = isWide
    self.isBelow = isBelow
    self.base = base
  }
}

/// A mark of the base's full width over or under it.
public struct OverUnder: Hashable, Sendable {
  public enum Mark: String, Hashable, Sendable {
    case line, brace, bracket, parenthesis, group
    case leftArrow, rightArrow, leftRightArrow, doubleRightArrow
    case leftHarpoon, rightHarpoon, linearSegment
  }

  public var mark: Mark
  public var isBelow: Bool
  public var base: MathList

  public init(_ mark: Mark, isBelow: Bool, base: MathList) {
    self.mark = mark
    self.isBelow = isBelow
    self.base = base
  }

  /// Whether scripts on it are a label over or under the mark.
  public var takesLabel: Bool {
    switch mark {
    case .brace, .bracket, .parenthesis, .group: true
    default: false
    }
  }
}

/// Small lists over and under a base; keeps the base's class unless another is given.
public struct Stack: Hashable, Sendable {
  public var base: MathList
  public var over: MathList?
  public var under: MathList?
  /// `\stackrel` and `\overset` on a relation make a relation.
  public var mathClass: MathClass

  public init(base: MathList, over: MathList?, under: MathList?, mathClass: MathClass) {
    self.base = base
    self.over = over
    self.under = under
    self.mathClass = mathClass
  }
}

/// `\xrightarrow[below]{above}`: an arrow as long as its labels need; a relation.
public struct ExtensibleArrow: Hashable, Sendable {
  /// The command without its backslash.
  public var command: String
  public var scalar: Unicode.Scalar
  public var above: MathList
  public var below: MathList?

  public init(command: String, scalar: Unicode.Scalar, above: MathList, below: MathList?) {
    self.command = command
    self.scalar = scalar
    self.above = above
    self.below = below
  }
}
