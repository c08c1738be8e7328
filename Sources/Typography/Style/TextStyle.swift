public import Graphics

/// How a stretch of text is set.
public struct TextStyle: Hashable, Sendable {
  public var family: FontFamily
  public var weight: FontWeight
  public var isItalic: Bool
  /// Em size in points.
  public var size: Points
  public var color: Color
  public var features: TextFeatures
  /// Height above the line's baseline in points; positive raises, as for superscripts.
  public var baselineShift: Points
  public var isUnderlined: Bool
  public var isStruckThrough: Bool
  /// The colour behind the text, as of a marker pen; nil for none.
  public var ground: Color?
  /// BCP 47 tag: chooses the hyphenation patterns and language-specific glyphs.
  public var language: String
  /// Whether words may be hyphenated.
  public var hyphenates: Bool
  /// Whether spaces stand as written, one by one and at fixed width, as in code; otherwise a run of
  /// white space is one stretchable space, dropped at the ends of lines.
  public var keepsSpaces: Bool

  /// - Parameters:
  ///   - hyphenates: by default all but code and mathematics.
  ///   - keepsSpaces: by default only code.
  public init(
    family: FontFamily = .serif, weight: FontWeight = .regular, isItalic: Bool = false,
    size: Points, color: Color = .black, features: TextFeatures? = nil, baselineShift: Points = 0,
    isUnderlined: Bool = false, isStruckThrough: Bool = false, language: String = "en-US",
    hyphenates: Bool? = nil, keepsSpaces: Bool? = nil
  ) {
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
    self.size = size
    self.color = color
    self.features = features ?? (family == .mono ? .noLigatures : [])
    self.baselineShift = baselineShift
    self.isUnderlined = isUnderlined
    self.isStruckThrough = isStruckThrough
    self.language = language
    self.hyphenates = hyphenates ?? (family == .serif || family == .sans)
    self.keepsSpaces = keepsSpaces ?? (family == .mono)
  }
}
