/// Names a font face of a `FontLibrary`; equal files have equal ids within a run.
public struct FontID: Hashable, Sendable, Comparable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static func < (a: FontID, b: FontID) -> Bool { a.rawValue < b.rawValue }
}

/// One glyph at a place relative to the origin of its run, on the baseline.
public struct Glyph: Hashable, Sendable {
  public var id: UInt32
  /// In points; y grows down, as on the page.
  public var x, y: Float

  public init(id: UInt32, x: Float, y: Float = 0) {
    (self.id, self.x, self.y) = (id, x, y)
  }
}

/// How many bytes of text and how many glyphs belong together, in logical order.
public struct TextCluster: Hashable, Sendable {
  public var bytes: UInt16
  public var glyphs: UInt16

  public init(bytes: Int, glyphs: Int) {
    self.bytes = UInt16(bytes)
    self.glyphs = UInt16(glyphs)
  }
}

/// Glyphs of one font, size and colour on one baseline, with the text they stand for.
///
/// The unit of drawing: one Cairo call per run, so a line's stretch of one style, spaces included,
/// should be one run. Clusters make text extraction right, ligatures included.
public struct GlyphRun: Hashable, Sendable {
  public var font: FontID
  /// Em size in points.
  public var size: Points
  /// Horizontal scale for font expansion; 1 for none.
  public var stretch: Float
  public var color: Color
  /// In drawing order, left to right.
  public var glyphs: [Glyph]
  /// UTF-8, logical order. Empty for pure decoration.
  public var text: [UInt8]
  /// Sum of bytes = text.count, sum of glyphs = glyphs.count. Zero-byte clusters are allowed.
  public var clusters: [TextCluster]
  /// Whether clusters run from the last glyph to the first.
  public var isRightToLeft: Bool
  /// Total advance in points.
  public var width: Points

  public init(
    font: FontID, size: Points, stretch: Float = 1, color: Color, glyphs: [Glyph], text: [UInt8],
    clusters: [TextCluster], isRightToLeft: Bool = false, width: Points
  ) {
    self.font = font
    self.size = size
    self.stretch = stretch
    self.color = color
    self.glyphs = glyphs
    self.text = text
    self.clusters = clusters
    self.isRightToLeft = isRightToLeft
    self.width = width
  }
}
