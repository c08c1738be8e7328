public import Graphics

/// One set line of a paragraph.
public struct Line: Sendable {
  /// As wide as the space given (indents included), as high as the text that it holds. Protruding
  /// punctuation may stand a little outside.
  public var frame: Frame
  /// What the line's text and boxes occupy above and below the baseline.
  public var naturalAscent, naturalDescent: Points
  /// The marks that were appended within this line, in order: footnotes, floats.
  public var marks: [Int]
  /// By how much the content is wider than the space given; 0 when it fits.
  public var overfullBy: Points
  /// Glue set ratio: how far spaces stretch (positive) or shrink, in units of their stretchability.
  public var ratio: Double
  public var endsWithHyphen: Bool
  /// Width of the content at its set size, without indents.
  public var contentWidth: Points
}

/// A character that no installed font has.
public struct MissingGlyph: Hashable, Sendable {
  public var scalar: Unicode.Scalar
  /// How often it was asked for in distinct words.
  public var count: Int
  /// The Debian package of a fallback font that is not installed and might have it.
  public var package: String?
}
