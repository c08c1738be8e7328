import Diagnostics
import Graphics

extension PageStyle: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case theme, paper, margins, overhang, fonts, sizes, colors, paragraphs, indent
    case columns, headings, labels, lists
    case columnGap = "column-gap"
    case textWidth = "text-width"
    case textHeight = "text-height"
    case baseSize = "base-size"
    case numberHeadings = "number-headings"
    case contents
    case partNumbers = "part-numbers"
    case floats
    case backReferences = "back-references"
    case titlePage = "title-page"
    case chapterBreak = "chapter-break"
  }

  private struct Margins: Decodable {
    var top: Dimension?
    var right: Dimension?
    var bottom: Dimension?
    var left: Dimension?
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let columns = try container.decodeIfPresent(ColumnCount.self, forKey: .columns)?.count ?? 1
    let theme = try container.decodeIfPresent(Theme.self, forKey: .theme) ?? .report
    self.init(theme, columns: columns)
    columnGap =
      try container.decodeIfPresent(Dimension.self, forKey: .columnGap)?.points ?? columnGap
    if let paper = try container.decodeIfPresent(Paper.self, forKey: .paper) {
      self.paper = paper.size
    }
    let margins = try container.decodeIfPresent(Margins.self, forKey: .margins)
    let width = try container.decodeIfPresent(Dimension.self, forKey: .textWidth)?.points
    let height = try container.decodeIfPresent(Dimension.self, forKey: .textHeight)?.points
    (textLeft, textWidth) = try Self.place(
      text: width, from: margins?.left?.points, to: margins?.right?.points, on: paper.width,
      usual: (textLeft, textWidth), usualPaper: PageStyle.default.paper.width, decoder)
    (textTop, textHeight) = try Self.place(
      text: height, from: margins?.top?.points, to: margins?.bottom?.points, on: paper.height,
      usual: (textTop, textHeight), usualPaper: PageStyle.default.paper.height, decoder)
    guard columnWidth >= 72 else {
      throw decoder.invalid("the columns are too narrow", help: ["check margins and column-gap"])
    }
    let side =
      columns > 1 ? 0 : max(0, min(textLeft, paper.width - textLeft - textWidth) - .millimetres(10))
    overhang =
      try container.decodeIfPresent(Dimension.self, forKey: .overhang)?.points
      ?? min(overhang, side)

    if let fonts = try container.decodeIfPresent(Fonts.self, forKey: .fonts) { self.fonts = fonts }
    headings = try container.decodeIfPresent(Face.self, forKey: .headings) ?? headings
    labels = try container.decodeIfPresent(Face.self, forKey: .labels) ?? labels
    frontLists =
      try container.decodeIfPresent(OneOrMore<FrontList>.self, forKey: .lists)?.values ?? frontLists
    let base = try container.decodeIfPresent(Double.self, forKey: .baseSize)
    let overrides = try container.decodeIfPresent(OrderedMapping<TypeSize>.self, forKey: .sizes)
    try sizes.change(base: base, overrides: overrides)
    if let changes = try container.decodeIfPresent(PageColors.Changes.self, forKey: .colors) {
      changes.apply(to: &colors)
    }
    paragraphs = try container.decodeIfPresent(Paragraphs.self, forKey: .paragraphs) ?? paragraphs
    indent = try container.decodeIfPresent(Double.self, forKey: .indent) ?? indent
    numbersHeadings =
      try container.decodeIfPresent(Bool.self, forKey: .numberHeadings) ?? numbersHeadings
    partNumbers =
      try container.decodeIfPresent(PartNumbers.self, forKey: .partNumbers) ?? partNumbers
    contentsDepth = try container.decodeIfPresent(Int.self, forKey: .contents) ?? contentsDepth
    floatsFigures = try container.decodeIfPresent(Bool.self, forKey: .floats) ?? floatsFigures
    hasBackReferences =
      try container.decodeIfPresent(Bool.self, forKey: .backReferences) ?? hasBackReferences
    hasTitlePage = try container.decodeIfPresent(Bool.self, forKey: .titlePage) ?? hasTitlePage
    breaksBeforeChapter =
      try container.decodeIfPresent(Bool.self, forKey: .chapterBreak) ?? breaksBeforeChapter
  }

  /// One direction of the text block: any two of extent, margin before and margin after fix it.
  private static func place(
    text: Points?, from before: Points?, to after: Points?, on paper: Points,
    usual: (start: Points, extent: Points), usualPaper: Points, _ decoder: any Decoder
  ) throws -> (start: Points, extent: Points) {
    let extent: Points
    let start: Points
    switch (text, before, after) {
    case (nil, nil, nil) where paper == usualPaper: return usual
    case (let text?, let before?, let after?):
      guard abs(before + text + after - paper) < 1 else {
        throw decoder.invalid(
          "text block and both margins do not add up to the paper", help: ["leave one of them out"])
      }
      (start, extent) = (before, text)
    case (nil, let before?, let after?): (start, extent) = (before, paper - before - after)
    case (_, let before?, nil):
      extent = text ?? min(usual.extent, paper - 2 * before)
      start = before
    case (_, nil, let after?):
      extent = text ?? min(usual.extent, paper - 2 * after)
      start = paper - after - extent
    case (_, nil, nil):
      // Room before and after in the proportion of the usual page.
      extent = text ?? min(usual.extent, paper * usual.extent / usualPaper)
      start = (paper - extent) * usual.start / (usualPaper - usual.extent)
    }
    guard start >= 0, extent >= 72, start + extent <= paper + 0.01 else {
      throw decoder.invalid(
        "the text block does not fit the paper", help: ["check paper, margins and text size"])
    }
    return (start, extent)
  }
}

/// `a4`, `letter`, …, or `[170mm, 240mm]`.
private struct Paper: Decodable {
  var size: Size

  private enum Name: String, CaseIterable, Decodable {
    case a4, a5, b5, letter, legal

    /// Width and height in millimetres.
    var millimetres: (Double, Double) {
      switch self {
      case .a4: (210, 297)
      case .a5: (148, 210)
      case .b5: (176, 250)
      case .letter: (215.9, 279.4)
      case .legal: (215.9, 355.6)
      }
    }
  }

  init(from decoder: any Decoder) throws {
    if decoder.yaml?.isSequence ?? false {
      let sides = try decoder.singleValueContainer().decode([Dimension].self)
      guard sides.count == 2 else {
        throw decoder.invalid("expected the paper's width and height")
      }
      size = Size(width: sides[0].points, height: sides[1].points)
    } else {
      let (w, h) = try decoder.singleValueContainer().decode(Name.self).millimetres
      size = Size(width: .millimetres(w), height: .millimetres(h))
    }
  }
}

extension TypeSizes {
  private static var roles: [(String, WritableKeyPath<TypeSizes, TypeSize>)] {
    [
      ("body", \.body), ("chapter-title", \.chapterTitle), ("section", \.section),
      ("subsection", \.subsection), ("subsubsection", \.subsubsection), ("caption", \.caption),
      ("table", \.table), ("table-note", \.tableNote), ("code", \.code), ("footnote", \.footnote),
      ("running-head", \.runningHead), ("title", \.title), ("subtitle", \.subtitle),
      ("author", \.author), ("fine", \.fine),
    ]
  }

  /// All roles in proportion to a body size, then single roles as the author sets them.
  fileprivate mutating func change(base: Double?, overrides: OrderedMapping<TypeSize>?) throws {
    if let base {
      let factor = base / body.size
      for (_, role) in Self.roles { self[keyPath: role] = self[keyPath: role].scaled(by: factor) }
    }
    for entry in overrides?.entries ?? [] {
      guard let role = Self.roles.first(where: { $0.0 == entry.key }) else {
        throw InvalidValue(
          message: "there is no kind of text '\(entry.key)'", span: entry.keySpan,
          help: helpForUnknown(entry.key, among: Self.roles.map(\.0), called: "kinds"))
      }
      self[keyPath: role.1] = entry.value
    }
  }
}

extension PageColors {
  /// The colours that an author sets, over those of the theme.
  fileprivate struct Changes: Decodable {
    var ink, accent, rule, muted, codeBackground: ColorText?
    var series: [ColorText]?

    private enum CodingKeys: String, CodingKey, CaseIterable {
      case ink, accent, rule, muted, series
      case codeBackground = "code-background"
    }

    func apply(to colors: inout PageColors) {
      if let ink { colors.ink = ink.color }
      if let accent { colors.accent = accent.color }
      if let rule { colors.rule = rule.color }
      if let muted { colors.muted = muted.color }
      if let codeBackground { colors.codeBackground = codeBackground.color }
      if let series { colors.series = series.map(\.color) }
    }
  }

  fileprivate struct ColorText: Decodable {
    var color: Color

    init(from decoder: any Decoder) throws {
      let text = try decoder.singleValueContainer().decode(String.self)
      guard let color = Color(text) else {
        throw decoder.invalid(
          "expected a colour, found '\(text)'", help: ["write it in quotes: \"#1F4E79\""])
      }
      self.color = color
    }
  }
}

/// `1` or `2`.
private struct ColumnCount: Decodable {
  var count: Int

  init(from decoder: any Decoder) throws {
    count = try decoder.singleValueContainer().decode(Int.self)
    guard (1...2).contains(count) else {
      throw decoder.invalid("pages have one column or two")
    }
  }
}
