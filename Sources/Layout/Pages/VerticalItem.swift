import Graphics

/// What a vertical list is made of, as in TeX: boxes one below the other, glue between them, and
/// the places where a page may end. Glue that stands first on a page disappears.
enum VerticalItem: Sendable {
  case box(VerticalBox)
  case glue(VerticalGlue)
  case pageBreak(PageBreak)
  /// A float is mentioned here; it comes on this page or on one of the next.
  case float(Int)
}

/// A line, a table row, a picture: something that stays whole on a page.
struct VerticalBox: Sendable {
  /// A frame within the box, and the structure element whose content it is (`document` for none).
  struct Part: Sendable {
    var frame: Frame
    var x: Points
    var y: Points
    var tag: StructureID
  }

  /// What the box takes from the page.
  var height: Points
  var first: Part
  /// Further parts, such as the marker of a list item.
  var others: [Part] = []
  /// Footnotes whose marks stand here, as indices into the chapter's notes.
  var notes: [Int] = []
  /// Names of the place, for links and the outline.
  var anchors: [String] = []

  init(_ frame: Frame, height: Points? = nil, x: Points = 0, y: Points = 0, tag: StructureID) {
    self.height = height ?? frame.height
    first = Part(frame: frame, x: x, y: y, tag: tag)
  }

  /// A box of nothing but height.
  init(space height: Points) {
    self.init(Frame(size: Size(width: 0, height: height)), tag: .document)
  }
}

/// White space that may stretch and shrink.
struct VerticalGlue: Hashable, Sendable {
  var natural: Points
  var stretch: Points
  var shrink: Points
  /// Whether it stays at the top of a page, as above a chapter's title.
  var isKept = false

  init(_ natural: Points, stretch: Points = 0, shrink: Points = 0, isKept: Bool = false) {
    (self.natural, self.stretch, self.shrink, self.isKept) = (natural, stretch, shrink, isKept)
  }

  static let zero = VerticalGlue(0)

  /// The larger of two spaces that meet, as between a list and a heading.
  func merged(with other: VerticalGlue) -> VerticalGlue {
    VerticalGlue(
      max(natural, other.natural), stretch: max(stretch, other.stretch),
      shrink: max(shrink, other.shrink), isKept: isKept || other.isKept)
  }
}

/// A place where a page may end, at a price.
struct PageBreak: Hashable, Sendable {
  /// Added to the cost of a page that ends here. `forced` and below must be taken.
  var penalty: Double
  /// What stands before and after the break when it is taken: an index into the galley's carries.
  var carry: Int?
  /// The float that stands above, without which this is no break.
  var float: Int?

  init(_ penalty: Double = 0, carry: Int? = nil, below float: Int? = nil) {
    self.penalty = penalty
    self.carry = carry
    self.float = float
  }

  static let forced = -10_000.0
}

/// What a break inside a table brings along: the rule that closes the page's part, and the header
/// that opens the next page.
struct BreakCarry: Sendable {
  var before: [VerticalBox]
  var after: [VerticalBox]

  var heightBefore: Points { before.reduce(0) { $0 + $1.height } }
  var heightAfter: Points { after.reduce(0) { $0 + $1.height } }
}

/// A footnote, set and ready to stand at the foot of a page.
struct PlacedNote: Sendable {
  var lines: [VerticalBox]

  var height: Points { lines.reduce(0) { $0 + $1.height } }
}

/// A figure or table that may move to the top or foot of a page.
struct FloatingBox: Sendable {
  enum Place: Sendable { case automatic, top, bottom, page }
  /// What counts in a sequence of its own: the numbers of each kind rise over the pages.
  enum Kind: Sendable, CaseIterable { case figure, table }

  var kind: Kind
  /// The content from the top down, without the space around it.
  var boxes: [VerticalBox]
  var place: Place
  /// Index of the first item of the section it belongs to: it never stands above that.
  var sectionStart: Int
  /// An item that an earlier page must hold: a table of the same kind with pages of its own stands
  /// behind that page.
  var isAfter = -1

  var height: Points { boxes.reduce(0) { $0 + $1.height } }
}

/// Something drawn behind a range of items on each page that it covers: the bar of a callout, the
/// ground of a code listing.
struct Decoration: Sendable {
  enum Kind: Sendable {
    case bar(Color, width: Points)
    case ground(Color, padding: Points)
  }

  var kind: Kind
  var items: Range<Int>
  var x: Points
  var width: Points
}

/// A landscape page between two pages of text, with a wide table.
struct InsertedPage: Sendable {
  var content: Frame
  var anchors: [String]
}

/// A figure or table across the columns of a page, or a page's worth of a longer table.
struct WideFloat: Sendable {
  var kind: FloatingBox.Kind
  /// The item before which it is mentioned, and the first one of its section.
  var item: Int
  var sectionStart: Int
  /// Placed from the left edge of the text block.
  var boxes: [VerticalBox]
  /// Names of places within the boxes' frames.
  var anchors: [String] = []
  /// In place of boxes, which of the galley's insertions follows the page.
  var insertion: Int?

  var height: Points { boxes.reduce(0) { $0 + $1.height } }
}

/// A chapter as one long column, before it is cut into pages.
struct Galley: Sendable {
  /// Whether lines begin at the right: columns, running heads and the rule above notes are mirrored.
  var runsRightToLeft = false
  var items = ContiguousArray<VerticalItem>()
  var carries: [BreakCarry] = []
  var notes: [PlacedNote] = []
  var floats: [FloatingBox] = []
  var wideFloats: [WideFloat] = []
  /// In order of their start; outer ones before inner ones.
  var decorations: [Decoration] = []
  /// Pages to insert after the page that holds an item, by its index.
  var insertions: [(after: Int, pages: [InsertedPage])] = []
  /// Where tables and figures stand that do not float, and how many floats of their kind are to
  /// stand before, of columns and across them.
  var barriers: [Barrier] = []
  /// Where sections of the first level begin.
  var sections: [Int] = []
  /// The last item before tables with pages of their own.
  var lastInsertion: Int { insertions.last?.after ?? -1 }

  struct Barrier: Sendable {
    var kind: FloatingBox.Kind
    var item, floats, wideFloats: Int
  }
}
