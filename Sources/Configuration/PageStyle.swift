public import Graphics

/// How pages look: paper, text block, type sizes, colours. The defaults are the house style; the
/// key `style` of `report.yaml` changes them.
public struct PageStyle: Hashable, Sendable {
  public enum Fonts: String, Hashable, Sendable, CaseIterable, Decodable {
    case pagella, termes, stix
    case latinModern = "latin-modern"
  }

  /// Which of the fonts a kind of text is set in.
  public enum Face: String, Hashable, Sendable, CaseIterable, Decodable { case serif, sans }

  /// What the lists after the contents may list.
  public enum FrontList: String, Hashable, Sendable, CaseIterable, Decodable {
    case figures, tables
  }

  public enum Paragraphs: String, Hashable, Sendable, CaseIterable, Decodable { case indent, space }

  /// Points; A4 unless said otherwise.
  public var paper = Size(width: .millimetres(210), height: .millimetres(297))
  /// The text block's place on the page: slightly more room outside and below.
  public var textLeft: Points = .millimetres(39)
  public var textTop: Points = .millimetres(38)
  public var textWidth: Points = .millimetres(128)
  public var textHeight: Points = .millimetres(210)
  /// How far tables and figures may reach into each side margin before they shrink.
  public var overhang: Points = .millimetres(24)

  /// One column, or two as in the proceedings of conferences.
  public var columns = 1
  public var columnGap: Points = .millimetres(8)

  public var fonts = Fonts.pagella
  /// The face of headings, and that of captions, tables, charts and running heads.
  public var headings = Face.sans
  public var labels = Face.sans
  public var sizes = TypeSizes()
  public var colors = PageColors()

  public var paragraphs = Paragraphs.indent
  /// First-line indent, in units of the body size.
  public var indent = 1.2

  /// The side that equation numbers stand on: the key `math` of `report.yaml` says it.
  public var equationNumbers = EquationNumbers.right

  /// Whether headings of chapters and sections carry numbers.
  public var numbersHeadings = true
  /// How parts are numbered.
  public var partNumbers = PartNumbers.roman
  /// How many levels the contents list; 0 for none.
  public var contentsDepth = 2
  /// The lists of figures and tables that follow the contents.
  public var frontLists: [FrontList] = []
  /// Whether figures may move to the top or foot of a page.
  public var floatsFigures = true
  /// Whether the list of works names the pages that cite them.
  public var hasBackReferences = true
  /// Whether the title has a page of its own; otherwise it stands above the text.
  public var hasTitlePage = true
  /// Whether a chapter starts on a new page.
  public var breaksBeforeChapter = true

  public init() {}

  /// The width of running text.
  public var columnWidth: Points {
    (textWidth - Double(columns - 1) * columnGap) / Double(columns)
  }

  /// The text block in page coordinates.
  public var textBlock: Rect {
    Rect(x: textLeft, y: textTop, width: textWidth, height: textHeight)
  }

  public static let `default` = PageStyle()
}

/// Sizes and leadings of each role of text, in points.
public struct TypeSizes: Hashable, Sendable {
  public var body = TypeSize(10.5, 14)
  public var chapterTitle = TypeSize(22, 28)
  public var section = TypeSize(14, 18)
  public var subsection = TypeSize(11.5, 16)
  public var subsubsection = TypeSize(10, 14)
  public var caption = TypeSize(8.5, 11.5)
  public var table = TypeSize(8.5, 11.5)
  public var tableNote = TypeSize(7.5, 10)
  public var code = TypeSize(8.8, 12.5)
  public var footnote = TypeSize(8.5, 11.5)
  public var runningHead = TypeSize(8, 10)
  public var title = TypeSize(30, 36)
  public var subtitle = TypeSize(14, 20)
  public var author = TypeSize(11, 16)
  public var fine = TypeSize(8, 11)

  public init() {}
}

/// The colours of a page.
public struct PageColors: Hashable, Sendable {
  public var ink = Color(hex: 0x1A1A1A)
  /// Links, chapter numbers, the front in charts.
  public var accent = Color(hex: 0x1F4E79)
  public var rule = Color(hex: 0xD5D9DE)
  public var muted = Color(hex: 0x5B6570)
  /// Behind words that the author marks.
  public var highlight = Color(hex: 0xFFF2B3)
  public var codeBackground = Color(hex: 0xF5F6F8)
  /// Series of charts, in order: Okabe and Ito's colours, told apart by colour-blind readers.
  public var series: [Color] = [
    Color(hex: 0x0072B2), Color(hex: 0xD55E00), Color(hex: 0x009E73), Color(hex: 0xCC79A7),
    Color(hex: 0xE69F00), Color(hex: 0x56B4E9), Color(hex: 0x4D4D4D),
  ]

  public init() {}
}
