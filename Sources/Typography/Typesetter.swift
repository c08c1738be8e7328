public import Graphics

/// Sets text: shapes it with HarfBuzz, breaks paragraphs into lines, and makes frames of them.
///
/// A value with its own word cache; make one per thread.
public struct Typesetter {
  public let fonts: FontLibrary
  private var shaper: Shaper
  private var paragraph = ParagraphBuilder()
  private var lineBuilder = LineBuilder()
  private var styleIDs: [TextStyle: Int] = [:]
  private var styles = ContiguousArray<ResolvedStyle>()

  public init(fonts: FontLibrary) {
    self.fonts = fonts
    shaper = Shaper(fonts: fonts)
  }

  /// The characters that no font had so far, in code point order.
  public var missingGlyphs: [MissingGlyph] {
    shaper.missing.sorted { $0.key < $1.key }.map {
      MissingGlyph(scalar: $0.key, count: $0.value, package: shaper.packages[$0.key])
    }
  }

  /// The package that brings colour emoji, when some were asked for and it is not installed.
  public var absentEmojiPackage: String? {
    shaper.lacksEmoji ? "fonts-noto-color-emoji" : nil
  }

  /// Languages of hyphenated text whose patterns are not installed, in order; their words are not
  /// divided.
  public var languagesWithoutPatterns: [String] { shaper.languagesWithoutPatterns.sorted() }

  /// Divides these words as their hyphens say, and not as the language's patterns do. To be called
  /// before any of them is set.
  public mutating func addHyphenation(_ words: [String], language: String) {
    shaper.addExceptions(words, language: language)
  }

  /// Breaks a paragraph into lines of a width, all together so that the whole looks best.
  ///
  /// - Returns: no lines when the content draws nothing and holds no anchor or mark.
  public mutating func breakLines(
    _ content: ParagraphContent, width: Points, style: ParagraphStyle = ParagraphStyle()
  ) -> [Line] {
    let parameters = style.parameters
    let isJustified = style.alignment == .justified
    var options = ParagraphBuilder.Options()
    options.isJustified = isJustified
    options.protrusion = isJustified ? Float(parameters.protrusion) : 0
    options.expansion = isJustified ? Float(parameters.expansion) : 0
    // Ragged lines need few hyphens: their ends are uneven anyway.
    options.hyphenPenalty = Float(parameters.hyphenPenalty) * (isJustified ? 1 : 3)
    options.explicitHyphenPenalty = Float(parameters.explicitHyphenPenalty)
    build(content, options)
    guard !paragraph.nodes.isEmpty else { return [] }

    let em = content.styles.first?.size ?? 10
    let otherWidth = width - style.leftIndent - style.rightIndent
    let firstWidth = otherWidth - style.firstLineIndent
    let breaks: [Int]
    if paragraph.points.count(where: { $0.kind == .forced }) == 1,
      let end = paragraph.points.last, end.width <= firstWidth
    {
      breaks = [paragraph.points.count - 1]
    } else {
      var breaker = LineBreaker(
        parameters: parameters, firstWidth: firstWidth, otherWidth: otherWidth,
        background: isJustified ? 0 : 3 * em, em: em, firstLeft: Double(paragraph.firstLeft),
        maximumRight: Double(paragraph.maximumRight))
      if !isJustified { breaker.parameters.minimumLastLine = 0 }
      if let found = paragraph.points.withUnsafeBufferPointer({ breaker.solve($0) }) {
        breaks = found
      } else {
        options.breaksAnywhereAbove = Float(max(0, min(firstWidth, otherWidth)))
        build(content, options)
        let pass = breaker.lastPass
        breaks =
          paragraph.points.withUnsafeBufferPointer { breaker.attempt($0, pass)?.breaks } ?? []
      }
    }
    return lines(content, breaks, style, width: width, expansion: Double(options.expansion))
  }

  /// Sets the content on one line at its natural width; the frame is just as wide. Line breaks in
  /// the content are ignored.
  public mutating func setLine(_ content: ParagraphContent) -> Frame {
    build(content, ParagraphBuilder.Options())
    guard !paragraph.nodes.isEmpty else { return .empty }
    let extent = LineBuilder.Extent(
      start: 0, startByte: 0, end: paragraph.nodes.count, endByte: 0, endKind: .forced,
      followsBreak: false, left: 0, right: 0)
    let place = LineBuilder.Place(
      alignment: .left, x: 0, available: 0, frameWidth: 0, expansion: 0, isLast: true)
    let line = lineBuilder.build(extent, place, paragraph, content, &shaper)
    var frame = line.frame
    frame.size.width = line.contentWidth
    return frame
  }

  /// The longest piece that cannot be broken, and the width on one line (the widest, where the
  /// content forces breaks): what table columns are made from.
  public mutating func measure(_ content: ParagraphContent) -> (minimum: Points, maximum: Points) {
    build(content, ParagraphBuilder.Options())
    var minimum = 0.0
    var maximum = 0.0
    var pieceStart = 0.0
    var lineStart = 0.0
    for point in paragraph.points {
      minimum = max(minimum, point.width + Double(point.hyphen) - pieceStart)
      pieceStart = point.nextWidth
      if point.kind == .forced {
        maximum = max(maximum, point.width - lineStart)
        lineStart = point.nextWidth
      }
    }
    return (minimum, maximum)
  }

  private mutating func build(_ content: ParagraphContent, _ options: ParagraphBuilder.Options) {
    var resolved = ContiguousArray<ResolvedStyle>()
    resolved.reserveCapacity(content.styles.count)
    for style in content.styles { resolved.append(resolve(style)) }
    paragraph.build(content, options: options, styles: resolved, shaper: &shaper)
  }

  private mutating func resolve(_ style: TextStyle) -> ResolvedStyle {
    if let known = styleIDs[style] { return styles[known] }
    let resolved = ResolvedStyle(
      style, shaping: shaper.id(of: ShapingStyle(style)), fonts: fonts)
    styleIDs[style] = styles.count
    styles.append(resolved)
    return resolved
  }

  private mutating func lines(
    _ content: ParagraphContent, _ breaks: [Int], _ style: ParagraphStyle, width: Points,
    expansion: Double
  ) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(breaks.count)
    var extent = LineBuilder.Extent(
      start: 0, startByte: 0, end: 0, endByte: 0, endKind: .forced, followsBreak: false,
      left: Points(paragraph.firstLeft), right: 0)
    let isReversed = paragraph.isRightToLeft
    for (number, index) in breaks.enumerated() {
      let point = paragraph.points[index]
      extent.end = Int(point.node)
      extent.endByte = point.byte
      extent.endKind = point.kind
      extent.right = Points(point.right)
      // In right-to-left text start and end change sides; margins stay straight there.
      if isReversed { (extent.left, extent.right) = (0, 0) }
      let indent = number == 0 ? style.firstLineIndent : 0
      let place = LineBuilder.Place(
        alignment: isReversed && style.alignment == .left ? .right : style.alignment,
        x: isReversed ? style.rightIndent : style.leftIndent + indent,
        available: width - style.leftIndent - style.rightIndent - indent, frameWidth: width,
        expansion: expansion, isLast: point.kind == .forced)
      lines.append(lineBuilder.build(extent, place, paragraph, content, &shaper))
      extent.start = Int(point.next)
      extent.startByte = point.byte
      extent.followsBreak = point.kind != .forced
      extent.left = Points(point.left)
    }
    return lines
  }
}
