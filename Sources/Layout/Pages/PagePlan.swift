/// One page of a chapter, as the page breaker decided it: indices into the galley.
struct PagePlan: Sendable {
  /// The items on the page; empty on a page of floats.
  var items: Range<Int>
  /// The carry whose `after` opens the page, and the one whose `before` closes it.
  var opening: Int?
  var closing: Int?
  /// Floats of earlier pages, floats that stand where they are mentioned, and those at the foot.
  var topFloats: [Int] = []
  var inlineFloats: Set<Int> = []
  var bottomFloats: [Int] = []
  var notes: [NotePiece] = []
  /// Glue set ratio: positive stretches, negative shrinks, at most 1.
  var ratio: Double = 0
  /// Whether the page is the last of its chapter, or otherwise ends early on purpose.
  var isLast = false

  /// How many floats the page holds.
  var floatCount: Int { topFloats.count + inlineFloats.count + bottomFloats.count }

  /// Some lines of a footnote; a long one may go on over the page.
  struct NotePiece: Hashable, Sendable {
    var note: Int
    var lines: Range<Int>
  }
}
