/// One character of a formula with the class that decides the space around it.
public struct MathSymbol: Hashable, Sendable {
  /// The plain character: `x`, `α`, `≤`. Alphabets (italic, bold …) are applied by the layout.
  public var scalar: Unicode.Scalar
  public var mathClass: MathClass
  /// The command without its backslash that made it, such as `alpha`, or nil when it was typed.
  public var command: String?
  /// A slash through it: `\not` on a relation that has no negated character of its own.
  public var isNegated: Bool

  public init(
    _ scalar: Unicode.Scalar, _ mathClass: MathClass, command: String? = nil,
    isNegated: Bool = false
  ) {
    self.scalar = scalar
    self.mathClass = mathClass
    self.command = command
    self.isNegated = isNegated
  }
}

/// TeX's classes of atoms (The TeXbook, chapter 17). They decide the space between neighbours.
public enum MathClass: UInt8, Hashable, Sendable, CaseIterable {
  /// A variable, a digit, a braced group.
  case ordinary
  /// `\sum`, `\log`.
  case largeOperator
  /// `+`, `\times`, `\cdot`.
  case binary
  /// `=`, `\le`, `\to`.
  case relation
  /// `(`, `\lfloor`.
  case opening
  /// `)`, `!`, `\rfloor`.
  case closing
  /// `,`, `;`.
  case punctuation
  /// Fractions and `\left … \right`.
  case inner
}

/// The letters that `\mathrm` and its kin ask for.
public enum MathAlphabet: String, Hashable, Sendable, CaseIterable {
  /// `\mathnormal`, `\mathit` of single letters as TeX sets variables.
  case normal
  /// `\mathrm`, `\rm`: upright; letters in a row are a word.
  case roman
  /// `\mathit`: italic; letters in a row are a word.
  case italic
  /// `\mathbf`, `\bf`: upright bold; letters in a row are a word.
  case bold
  /// `\boldsymbol`, `\bm`: everything bold, in its own slant.
  case boldSymbol
  /// `\mathbfit`.
  case boldItalic
  case sansSerif
  case typewriter
  /// `\mathcal` and `\mathscr`.
  case calligraphic
  case script
  case blackboard
  case fraktur
}

public enum MathStyleName: String, Hashable, Sendable { case display, text, script, scriptScript }
