import Graphics

/// What a paragraph is broken from: boxes, glue and penalties (Knuth and Plass 1981), with what
/// they set.
struct ParagraphItem {
  enum Kind { case box, glue, penalty }

  /// What a box or a space puts on the line.
  enum Content {
    case none
    /// Part of a shaped word, and where the word starts in the paragraph's text.
    case word(Int32, part: Range<Int32>, start: Int32, style: Int32)
    case space(style: Int32, byte: Int32)
    case box(Int32)
    /// An item of the content that takes no room: a tag, an anchor, a mark.
    case event(Int32)
  }

  var kind: Kind
  var width: Double
  var stretch: Double = 0
  var shrink: Double = 0
  var penalty: Double = 0
  /// A hyphen appears when the line ends here.
  var isFlagged = false
  var content = Content.none

  static let forbidden = 10_000.0
  static let forced = -10_000.0

  static func penalty(_ value: Double, width: Double = 0, flagged: Bool = false, style: Int32 = 0)
    -> ParagraphItem
  {
    ParagraphItem(
      kind: .penalty, width: width, penalty: value, isFlagged: flagged,
      content: flagged ? .space(style: style, byte: -1) : .none)
  }
}
