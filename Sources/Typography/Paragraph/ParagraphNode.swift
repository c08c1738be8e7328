import Graphics

/// One piece of a prepared paragraph, in reading order.
struct ParagraphNode {
  enum Kind: UInt8 {
    /// A shaped word; `reference` is its index in the cache.
    case word
    /// White space between words, dropped at line ends; `reference` 1 when it may be no break.
    case space
    /// A space that stands as written; dropped only where a line was broken.
    case keptSpace
    /// Explicit glue.
    case glue
    /// `reference` is the index of the content's box.
    case box
    /// `reference` is the index of the content's item.
    case anchor
    case mark
    case lineBreak

    /// Whether it vanishes at the start of a line.
    @inline(__always) var isDiscardable: Bool {
      self == .space || self == .keptSpace || self == .glue
    }
  }

  var kind: Kind
  /// Bidirectional embedding level; odd is right to left.
  var level: UInt8 = 0
  /// Index of the content's style.
  var style: Int32
  /// Index of the open tags round it.
  var context: Int32
  var reference: Int32
  /// Natural width in points, with its share in stretching and shrinking.
  var width: Float
  var stretch: Float = 0
  var shrink: Float = 0
}

/// A place where a line may end, with all that the line breaker must know of it.
///
/// Totals run from the start of the paragraph; those of a line are differences.
struct Breakpoint {
  enum Kind: UInt8 {
    case space
    /// Inside a word, a hyphen is added.
    case hyphenation
    /// After a hyphen in the text.
    case explicitHyphen
    /// Nothing is added or dropped.
    case plain
    /// A line break in the text, or the end.
    case forced

    @inline(__always) var isFlagged: Bool { self == .hyphenation || self == .explicitHyphen }
  }

  var kind: Kind
  var penalty: Float
  /// The node before which the line ends, or the word inside which it does (`byte` > 0).
  var node: Int32
  var byte: Int32 = 0
  /// The first node of the next line, and the byte of its word to begin with.
  var next: Int32
  /// Totals up to the end of the line.
  var width: Double
  var stretch, shrink: Double
  /// Totals at the start of the next line, past what is dropped.
  var nextWidth: Double
  var nextStretch, nextShrink: Double
  /// Of the hyphen that is added.
  var hyphen: Float = 0
  /// How far the line's end may stand in the margin.
  var right: Float = 0
  /// How far the next line's start may.
  var left: Float = 0
}

/// Tags and links that are open round a node: a path up a tree.
struct TagContext {
  enum Element: Hashable {
    case tag(StructureID)
    case link(LinkTarget, StructureID)
  }

  var element: Element?
  var parent: Int32
  var depth: Int32
}
