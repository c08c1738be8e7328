import Graphics

/// A set piece of a formula: TeX's box, with what scripts and accents need to know of it.
struct MathBox: Sendable {
  var width: Points = 0
  /// Above and below the baseline; either may be negative.
  var ascent: Points = 0
  var descent: Points = 0
  /// How far the top right leans out beyond the width.
  var italicsCorrection: Points = 0
  /// Where an accent is centred.
  var topAccent: Points = 0
  /// The glyph, when the box is a single character: scripts sit closer to it, and are kerned.
  var glyph: GlyphInk?
  /// Whether it takes scripts as a character does, not as a box: digits.
  var isCharacterLike = false
  var inks: ContiguousArray<MathInk> = []

  static let empty = MathBox()

  var height: Points { ascent + descent }

  /// Puts another box with its origin at a point; `y` grows downwards from our baseline. Extents
  /// grow to hold it, the width does not.
  mutating func place(_ box: MathBox, x: Points, y: Points = 0) {
    ascent = max(ascent, box.ascent - y)
    descent = max(descent, box.descent + y)
    // No reserve: a capacity that is just enough is outgrown, and copied, by the next box.
    for ink in box.inks { inks.append(ink.moved(x: x, y: y)) }
  }

  /// Puts another box at our right end.
  mutating func append(_ box: MathBox) {
    place(box, x: width)
    width += box.width
  }

  /// The same ink, moved down; extents with it.
  func lowered(by y: Points) -> MathBox {
    var box = self
    box.ascent -= y
    box.descent += y
    box.glyph = nil
    for index in box.inks.indices { box.inks[index].y += y }
    return box
  }

  /// An empty box of a size.
  static func space(_ width: Points) -> MathBox { MathBox(width: width) }

  /// A filled rectangle that stands from `bottom` to `top` above the baseline.
  static func rule(width: Points, top: Points, bottom: Points, color: Color) -> MathBox {
    var box = MathBox(width: width, ascent: top, descent: -bottom, topAccent: width / 2)
    if width > 0, top > bottom {
      box.inks.append(
        MathInk(.rule(Size(width: width, height: top - bottom)), x: 0, y: -top, color: color))
    }
    return box
  }
}

/// A drawn element at a place relative to the origin of its box; `y` grows downwards.
struct MathInk: Sendable {
  enum Shape: Sendable {
    case glyph(GlyphInk)
    /// Its top left corner is the ink's place.
    case rule(Size)
    case stroke(Path, width: Points)
    case fill(Size)
    /// A filled outline.
    case shape(Path)
    /// Words, set by Typography.
    case run(GlyphRun)
    /// The ink that follows, up to `endLink`, belongs to a link over a region.
    case beginLink(Link)
    case endLink
  }

  /// A link's region; its top left corner is the ink's place.
  struct Link: Sendable {
    /// The place of its target in `MathLayouter.links`, counted from 1.
    var number: Int32
    var size = Size.zero
  }

  var shape: Shape
  var x, y: Points
  var color: Color

  init(_ shape: Shape, x: Points, y: Points, color: Color) {
    self.shape = shape
    self.x = x
    self.y = y
    self.color = color
  }

  func moved(x dx: Points, y dy: Points) -> MathInk {
    var ink = self
    ink.x += dx
    ink.y += dy
    return ink
  }
}

/// One glyph of the math face.
struct GlyphInk: Hashable, Sendable {
  var glyph: UInt32
  var size: Points
  /// What it reads as; nil for parts of an assembly and other decoration.
  var text: Unicode.Scalar?
}
