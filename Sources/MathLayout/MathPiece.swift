public import Graphics

/// A part of an inline formula, for the paragraph it stands in.
public enum MathPiece: Hashable, Sendable {
  /// What does not break, on the text's baseline.
  case box(Frame)
  case glue(width: Points, stretch: Points, shrink: Points)
  /// Where a line may end, at a price on TeX's scale. Glue that follows is dropped there; glue that
  /// follows a penalty of 10000 is not a place to break.
  case penalty(Int)
  /// What follows, up to `endLink`, is the text of a link, over lines if need be. Links are not
  /// nested.
  case beginLink(LinkTarget)
  case endLink
}
