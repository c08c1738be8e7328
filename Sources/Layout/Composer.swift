import Configuration
import Diagnostics
import Graphics
import Markup
import MathLayout
import Typography

/// Turns the blocks of a chapter into a galley. Each kind of block has its own file under `Blocks`.
///
/// One composer serves a whole manuscript, so that words are shaped once and structure elements are
/// made in reading order.
struct Composer {
  let style: PageStyle
  /// Of the chapter being composed: its language is theirs.
  private(set) var styles: TextStyles
  let images: any ImageFinding
  let anchors: AnchorIndex
  var typesetter: Typesetter
  let mathSetter: MathSetter
  let drawingText: DrawingText
  var structure: StructureTree
  var diagnostics = DiagnosticList()
  /// What the labels of drawings could not be set for.
  var drawingFaults = DiagnosticList()
  var outline: [HeadingEntry] = []
  /// The depths of the headings that what comes next stands under.
  var openHeadings: [Int] = []
  /// The captions of numbered figures and tables, for the lists that ask for them.
  var captions: [PageStyle.FrontList: [HeadingEntry]] = [:]

  /// The pages on which works are cited.
  var citationPages = CitationPages()

  // The chapter being composed.
  var galley = Galley()
  var chapter = ChapterState()
  /// The element of the part that chapters belong to.
  var part = StructureID.document
  /// Space to come before the next box; spaces that meet do not add up.
  private var pending: VerticalGlue?
  /// What a page break before the next box costs; nil forbids it.
  private var nextBreak: PageBreak? = PageBreak()
  /// Whether the next paragraph begins without an indent.
  var suppressesIndent = true
  /// Elements made for inline content, so that content built again at another size reuses them.
  var inlineElements = InlineElements()

  init(
    style: PageStyle, fonts: FontLibrary, images: any ImageFinding, anchors: AnchorIndex,
    language: String
  ) {
    self.style = style
    styles = TextStyles(style, language: language)
    self.images = images
    self.anchors = anchors
    typesetter = Typesetter(fonts: fonts)
    var math = MathSetter(fonts: fonts)
    math.references = anchors.numbers
    math.linkColor = style.colors.accent
    mathSetter = math
    drawingText = DrawingText(
      fonts: fonts, math: math, family: styles.labelFamily, language: language)
    structure = StructureTree(language: language)
  }

  /// The context of body text straight in the text block.
  func bodyContext(in parent: StructureID) -> BlockContext {
    var context = BlockContext(
      width: style.columnWidth, text: styles.body, grid: LineGrid(style.sizes.body), parent: parent)
    context.block = style.columnWidth
    switch style.paragraphs {
    case .indent: context.indents = style.indent * style.sizes.body.size
    case .space:
      context.paragraphSpace = VerticalGlue(style.sizes.body.leading / 2, stretch: 1)
    }
    return context
  }

  /// Composes something in a language of its own, nil for the report's.
  mutating func inLanguage(_ other: String?, _ compose: (inout Composer) -> Void) {
    let outer = styles
    if let other, other != styles.language { styles = TextStyles(style, language: other) }
    compose(&self)
    styles = outer
  }

  var rhythm: Points { style.sizes.body.leading }

  // MARK: The vertical list

  /// Asks for space before whatever comes next.
  mutating func addSpace(_ glue: VerticalGlue) {
    pending = pending?.merged(with: glue) ?? glue
  }

  /// Drops the space asked for so far and asks for this instead.
  mutating func replaceSpace(_ glue: VerticalGlue) { pending = glue }

  /// Sets what a page break before the next box costs; nil forbids it.
  mutating func setBreak(_ pageBreak: PageBreak?) { nextBreak = pageBreak }

  /// Whether a page may end before the next box: not right below a heading, nor before anything has
  /// been said.
  var mayBreak: Bool { nextBreak != nil && !galley.items.isEmpty }

  /// The float without which no page ends before the next box.
  var floatBelowHeading: Int? { nextBreak?.float }

  /// Makes a break before the next box dearer, unless it is forbidden already.
  mutating func discourageBreak(_ penalty: Double) {
    if let old = nextBreak, old.penalty > PageBreak.forced {
      nextBreak?.penalty = max(old.penalty, penalty)
    }
  }

  /// Makes the place before the next box a good one to end a page, unless it is forbidden.
  mutating func encourageBreak(_ bonus: Double) {
    if nextBreak != nil { nextBreak = PageBreak(-bonus, below: nextBreak?.float) }
  }

  /// Puts a box below what is there, after the space and the break that were asked for.
  mutating func add(_ box: VerticalBox) {
    flushSpace()
    galley.items.append(.box(box))
    nextBreak = PageBreak()
  }

  /// Writes out the break and the space before the next box, and allows no second break there.
  mutating func flushSpace() {
    if let pageBreak = nextBreak, !galley.items.isEmpty {
      galley.items.append(.pageBreak(pageBreak))
    }
    nextBreak = nil
    if let glue = pending, glue.isKept || !galley.items.isEmpty {
      galley.items.append(.glue(glue))
    }
    pending = nil
  }

  /// Ends the chapter's galley and starts an empty one.
  mutating func finishGalley() -> Galley {
    if !galley.items.isEmpty {
      galley.items.append(.pageBreak(PageBreak(PageBreak.forced)))
    }
    galley.runsRightToLeft = chapter.pagesRunRightToLeft ?? false
    let finished = galley
    galley = Galley()
    chapter = ChapterState()
    pending = nil
    nextBreak = PageBreak()
    suppressesIndent = true
    return finished
  }

  // MARK: Parts of their own

  /// Composes something apart from the galley (a footnote, a table cell, a figure) and returns it
  /// as boxes that touch each other.
  mutating func composeApart(_ compose: (inout Composer) -> Void) -> [VerticalBox] {
    let list = composeList(compose)
    return VerticalBox.stack(list.items, decorations: list.decorations)
  }

  /// Composes something as a vertical list of its own.
  mutating func composeList(_ compose: (inout Composer) -> Void) -> (
    items: ContiguousArray<VerticalItem>, decorations: [Decoration]
  ) {
    let saved = (galley.items, galley.decorations, pending, nextBreak, suppressesIndent)
    galley.items = []
    galley.decorations = []
    (pending, nextBreak, suppressesIndent) = (nil, nil, true)
    compose(&self)
    let list = (galley.items, galley.decorations)
    (galley.items, galley.decorations, pending, nextBreak, suppressesIndent) = saved
    return list
  }

  /// Draws something behind all that `compose` adds, on each page that it covers.
  mutating func decorate(
    _ kind: Decoration.Kind, x: Points, width: Points, _ compose: (inout Composer) -> Void
  ) {
    flushSpace()
    let start = galley.items.count
    let index = galley.decorations.count
    galley.decorations.append(Decoration(kind: kind, items: start..<start, x: x, width: width))
    compose(&self)
    galley.decorations[index].items = start..<galley.items.count
  }
}

/// What is known about the chapter being composed.
struct ChapterState {
  var index = 0
  /// Whether chapters start on a page of their own.
  var opensPage = false
  /// Whether this is the title of a part, and whether a chapter belongs to a part.
  var isPart = false
  var isInPart = false
  /// Whether blocks of the file being composed begin at the right.
  var runsRightToLeft = false {
    didSet { pagesRunRightToLeft = pagesRunRightToLeft ?? runsRightToLeft }
  }
  /// Whether columns begin at the right, as the galley's first file says.
  private(set) var pagesRunRightToLeft: Bool?
  var footnotes: [Footnote<Resolved>] = []
  /// Index of the first footnote of the file being composed: a chapter may have several files.
  var firstNote = 0
  /// The printed number of each footnote, by its index in `footnotes`.
  var noteNumbers: [Int] = []
  /// Galley note of each footnote that was met, by its index in `footnotes`.
  var notes: [Int: Int] = [:]
  /// The link of the first mark of each note, beside which the note stands.
  var noteMarks: [Int: StructureID] = [:]
  /// The structure element of the section being composed; headings open further ones.
  var section: StructureID { sections.last?.element ?? .document }
  /// The open sections, outermost first, with the levels of their headings: 0 for none.
  var sections: [(level: Int, element: StructureID)] = []
  /// Whether nothing stands in the innermost section yet.
  func isUntouched(in structure: StructureTree) -> Bool {
    structure.elements.count == Int(section.rawValue) + 1
  }

  /// Item where the current section begins.
  var sectionStart = 0
  /// Whether text of the section comes after the figure or table being composed.
  var textFollows = false
}

/// A heading for the outline, the contents and the running head.
struct HeadingEntry: Sendable {
  var title: String
  var number: String?
  var content: [Inline<Resolved>]
  var anchor: String
  var level: Int
  var chapter: Int
  var isPart = false
  /// Whether it stands in a chapter that belongs to a part.
  var isInPart = false
}

/// Structure elements made while inline content is built; replayed when it is built once more.
struct InlineElements {
  var recorded: [StructureID] = []
  var replay: ArraySlice<StructureID> = []
}
