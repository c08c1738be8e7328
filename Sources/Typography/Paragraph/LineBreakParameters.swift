/// The parameters of line breaking, in TeX's terms and scales (The TeXbook, chapter 14).
public struct LineBreakParameters: Hashable, Sendable {
  /// Greatest badness of a line in the first pass, which uses no hyphens; negative skips the pass.
  public var pretolerance: Double = 100
  /// Greatest badness in the second pass.
  public var tolerance: Double = 400
  /// Stretch added to each line in a third pass when the second finds no way, in em of the
  /// paragraph's first style.
  public var emergencyStretch: Double = 3
  /// Added to each line's badness: prefers fewer lines.
  public var linePenalty: Double = 10
  /// For breaking at a hyphenation point. Above TeX's 50: Typst's looser, less hyphenated setting
  /// reads better side by side.
  public var hyphenPenalty: Double = 80
  /// For breaking after a hyphen that stands in the text.
  public var explicitHyphenPenalty: Double = 50
  /// For two adjoining lines of visibly different tightness.
  public var adjacentDemerits: Double = 10_000
  /// For two hyphenated lines in a row.
  public var doubleHyphenDemerits: Double = 10_000
  /// For a third hyphenated line in a row; TeX has no such limit, printers do.
  public var tripleHyphenDemerits: Double = 60_000
  /// For a hyphen at the end of the last line but one.
  public var finalHyphenDemerits: Double = 5_000
  /// How much of the usual margin protrusion is applied; 0 for none.
  public var protrusion: Double = 1
  /// Greatest stretch or shrinkage of the glyphs themselves, as a share; 0 for none. Expansion is
  /// applied in steps of 1 %, which do not multiply embedded fonts.
  public var expansion: Double = 0.02
  /// Least width of the last line, in em: a stump shorter than an indent looks like a slip.
  public var minimumLastLine: Double = 2

  public init() {}
}
