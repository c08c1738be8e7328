import Graphics

/// A shaped word: ranges into the pools of a `WordCache`. Lengths are in em of the style's size.
struct ShapedWord {
  /// The key: a shaping style and the word's bytes.
  var style: Int32
  var firstKeyByte: Int32
  var keyByteCount: Int32
  /// The text without soft hyphens; usually the key itself.
  var firstByte: Int32
  var byteCount: Int32
  var firstSegment: Int32
  var segmentCount: Int32
  var firstBreak: Int32
  var breakCount: Int32
  var width: Float
  /// How far the first and last characters may stand in the margin.
  var leftProtrusion: Float
  var rightProtrusion: Float
}

/// The part of a word that one face draws in one direction.
struct WordSegment {
  var font: FontID
  var isRightToLeft: Bool
  /// Of the glyphs relative to the style's size; below 1 for made-up small capitals.
  var scale: Float
  /// From the word's start.
  var x: Float
  var width: Float
  var firstGlyph: Int32
  var glyphCount: Int32
  var firstCluster: Int32
  var clusterCount: Int32
  /// Within the word's text.
  var firstByte: Int32
  var byteCount: Int32
  /// Glyph of the colour picture that is drawn, 0 for none; the segment's own glyph is blank then
  /// and carries the text.
  var emoji: UInt32 = 0
}

/// A place inside a word where a line may end.
struct WordBreak {
  enum Kind: UInt8 {
    /// A hyphen is added.
    case hyphenation
    /// The hyphen stands in the text.
    case explicitHyphen
    /// Nothing is added: after a dash, in an address.
    case plain
  }

  /// Offset in the word's text.
  var byte: Int32
  var kind: Kind
  /// On TeX's scale, for plain breaks; the others' comes from the paragraph's parameters.
  var penalty: Int16
  /// Width of what stays on the line.
  var x: Float
  /// What the rest of the word starts at; differs from `x` where a ligature is taken apart.
  var restX: Float
}
