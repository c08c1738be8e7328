import Graphics

/// The looks that ship with the tool.
public enum Theme: String, Hashable, Sendable, CaseIterable, Decodable {
  /// A quiet book page: Pagella, headings and labels in Inter, blue accents.
  case report
  /// The look of TeX's classes: Latin Modern throughout, bold serif headings, black.
  case classic
}

extension PageStyle {
  /// The defaults of a theme for one column or two.
  public init(_ theme: Theme, columns: Int = 1) {
    self.init()
    switch theme {
    case .report: break
    case .classic: becomeClassic()
    }
    self.columns = columns
    if columns == 2 { becomeTwoColumns(theme) }
  }

  private mutating func becomeClassic() {
    fonts = .latinModern
    headings = .serif
    labels = .serif
    indent = 1.5
    sizes.body = TypeSize(10.9, 13.6)
    sizes.chapterTitle = TypeSize(20.7, 25)
    sizes.section = TypeSize(14.4, 18)
    sizes.subsection = TypeSize(12, 14.5)
    sizes.subsubsection = TypeSize(10.9, 13.6)
    sizes.caption = TypeSize(9.5, 12)
    sizes.table = TypeSize(9.5, 12)
    sizes.tableNote = TypeSize(8.5, 10.5)
    sizes.footnote = TypeSize(9, 11)
    sizes.runningHead = TypeSize(9, 11)
    sizes.title = TypeSize(24.8, 30)
    sizes.subtitle = TypeSize(14, 18)
    sizes.author = TypeSize(12, 14.5)
    sizes.fine = TypeSize(8.5, 10.5)
    colors.ink = Color(hex: 0x000000)
    colors.accent = Color(hex: 0x1A3C6E)
    colors.muted = Color(hex: 0x404040)
  }

  /// An article in two columns: small margins, small type, the title above the text, chapters
  /// without pages of their own.
  private mutating func becomeTwoColumns(_ theme: Theme) {
    textLeft = .millimetres(18)
    textWidth = .millimetres(174)
    textTop = .millimetres(23)
    textHeight = .millimetres(248)
    overhang = 0
    columnGap = .millimetres(7.5)
    indent = 1
    hasTitlePage = false
    breaksBeforeChapter = false
    contentsDepth = 0
    sizes.body = TypeSize(9.5, 11.75)
    sizes.chapterTitle = TypeSize(12, 15)
    sizes.section = TypeSize(10.2, 12.5)
    sizes.subsection = TypeSize(9.5, 11.75)
    sizes.subsubsection = TypeSize(9.5, 11.75)
    sizes.caption = TypeSize(8, 10)
    sizes.table = TypeSize(8, 10)
    sizes.tableNote = TypeSize(7, 9)
    sizes.code = TypeSize(7.5, 10)
    sizes.footnote = TypeSize(7.8, 9.5)
    sizes.runningHead = TypeSize(7.5, 9)
    sizes.title = TypeSize(20, 24)
    sizes.subtitle = TypeSize(12, 15)
    sizes.author = TypeSize(10.5, 13.5)
    sizes.fine = TypeSize(7.5, 9.5)
    if theme == .classic {
      sizes.body = TypeSize(9.96, 11.95)
      sizes.caption = TypeSize(8.97, 10.95)
    }
  }
}
