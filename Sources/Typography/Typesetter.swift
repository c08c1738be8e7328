public import Graphics

/// Sets text: shapes it with HarfBuzz, breaks paragraphs into lines, and makes frames of them.
///
/// A value with its own caches; make one per thread.
public struct Typesetter {
  public let fonts: FontLibrary
  private var cache: WordCache
  private var hyphenation = HyphenationTable()

  public init(fonts: FontLibrary) {
    self.fonts = fonts
    cache = WordCache(fonts: fonts)
  }

  /// The characters that no font had so far, in code point order.
  public var missingGlyphs: [MissingGlyph] {
    cache.missing.sorted { $0.key < $1.key }.map { MissingGlyph(scalar: $0.key, count: $0.value) }
  }

  /// Breaks a paragraph into lines of a width.
  public mutating func breakLines(
    _ content: ParagraphContent, width: Points, style: ParagraphStyle = ParagraphStyle()
  ) -> [Line] {
    let items = items(of: content, style)
    let available = width - style.leftIndent - style.rightIndent
    let breaker = LineBreaker(
      items: items, parameters: style.parameters, firstWidth: available - style.firstLineIndent,
      width: available, em: content.styles.first?.size ?? 10)
    var builder = LineBuilder(content: content, items: items, fonts: fonts)
    var lines: [Line] = []
    for broken in breaker.lines() {
      let indent = lines.isEmpty ? style.firstLineIndent : 0
      let room = available - indent
      var start = broken.start + 1
      // Discardable items at the start of a line vanish, but what they carry does not.
      if broken.start >= 0 {
        while start < broken.end, items[start].kind != .box { start += 1 }
      }
      let isRagged = style.alignment != .justified
      let ratio = isRagged ? min(0, broken.ratio) : broken.ratio
      let end = items[broken.end]
      var line = builder.line(
        start..<max(start, broken.end), hyphenAt: end.isFlagged ? broken.end : nil,
        ratio: ratio, start: style.leftIndent + indent, width: width, available: room,
        cache: &cache)
      let slack = room - line.contentWidth
      if slack > 0, style.alignment == .center || style.alignment == .right {
        line.frame = line.frame.shifted(by: style.alignment == .center ? slack / 2 : slack)
      }
      lines.append(line)
    }
    return lines
  }

  /// Sets the content on one line at its natural width; the frame is just as wide.
  public mutating func setLine(_ content: ParagraphContent) -> Frame {
    let items = items(of: content, ParagraphStyle(alignment: .left))
    var builder = LineBuilder(content: content, items: items, fonts: fonts)
    let line = builder.line(
      0..<max(0, items.count - 2), hyphenAt: nil, ratio: 0, start: 0, width: nil,
      available: .infinity, cache: &cache)
    return line.frame
  }

  /// The longest piece that cannot be broken, and the width on one line (the widest, where the
  /// content forces breaks): what table columns are made from.
  public mutating func measure(_ content: ParagraphContent) -> (minimum: Points, maximum: Points) {
    let items = items(of: content, ParagraphStyle(alignment: .left))
    var (piece, longest, line, widest) = (0.0, 0.0, 0.0, 0.0)
    for item in items {
      switch item.kind {
      case .box:
        piece += item.width
        line += item.width
      case .glue:
        longest = max(longest, piece)
        piece = 0
        line += item.width
      case .penalty:
        if item.penalty < ParagraphItem.forbidden {
          longest = max(longest, piece + item.width)
          piece = 0
        }
        if item.penalty <= ParagraphItem.forced {
          widest = max(widest, line)
          line = 0
        }
      }
    }
    return (max(longest, piece), max(widest, line))
  }

  private mutating func items(
    of content: ParagraphContent, _ style: ParagraphStyle
  ) -> ContiguousArray<ParagraphItem> {
    var builder = ParagraphBuilder(
      content, alignment: style.alignment, parameters: style.parameters, cache: &cache)
    builder.build(cache: &cache, hyphenation: &hyphenation)
    return builder.items
  }
}

extension Frame {
  /// The frame with its items moved to the right.
  fileprivate func shifted(by dx: Points) -> Frame {
    var inner = self
    inner.size.width -= dx
    return Frame(size: size, baseline: baseline, items: [.frame(inner, at: Point(x: dx, y: 0))])
  }
}
