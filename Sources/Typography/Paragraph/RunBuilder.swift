import Graphics

/// Collects glyphs into runs: one for each stretch of one font, size, colour, height and expansion,
/// spaces included.
struct RunBuilder {
  /// Finished items, relative to the baseline.
  private(set) var items: [FrameItem] = []
  private var glyphs: [Glyph] = []
  private var text: [UInt8] = []
  private var clusters: [TextCluster] = []
  private var font = FontID(rawValue: 0)
  private var size: Float = 0
  private var color = Color.black
  private var shift: Points = 0
  private var stretch: Float = 1
  private var isRightToLeft = false
  private var isOpen = false
  private var start: Points = 0
  private var end: Points = 0

  /// The rules under and through text, one for each stretch of one look.
  private struct Rule: Hashable {
    var y, thickness: Points
    var color: Color
  }
  private var rules: [(rule: Rule, from: Points, to: Points)] = []
  /// The colours behind text, each from its top down.
  private var grounds: [(color: Color, area: Rect)] = []
  /// Pictures of emoji whose text is in the run at hand.
  private var pictures: [FrameItem] = []

  mutating func reset() {
    items = []
    rules.removeAll(keepingCapacity: true)
    grounds.removeAll(keepingCapacity: true)
    pictures.removeAll(keepingCapacity: true)
    isOpen = false
  }

  mutating func append(_ item: FrameItem) {
    close()
    items.append(item)
  }

  /// Replaces an item, as a link's when its rectangle is known.
  mutating func replace(at index: Int, with item: FrameItem) { items[index] = item }

  mutating func removeLast() { items.removeLast() }

  /// Draws the segment of a word with its origin at `x`.
  mutating func add(
    _ segment: WordSegment, of word: ShapedWord, _ style: ResolvedStyle, at x: Points,
    stretch: Float, _ cache: WordCache
  ) {
    open(
      segment.font, style.size * segment.scale, style, stretch: stretch,
      isRightToLeft: segment.isRightToLeft, at: x)
    if segment.isRightToLeft { close(reopening: x, segment, style, stretch) }
    let offset = Float(x - start)
    let em = style.size * stretch
    let first = Int(segment.firstGlyph)
    for g in first..<(first + Int(segment.glyphCount)) {
      let glyph = cache.glyphs[g]
      glyphs.append(Glyph(id: glyph.id, x: offset + glyph.x * em, y: glyph.y * style.size))
    }
    let byte = Int(word.firstByte + segment.firstByte)
    text.append(contentsOf: cache.bytes[byte..<(byte + Int(segment.byteCount))])
    let cluster = Int(segment.firstCluster)
    clusters.append(contentsOf: cache.clusters[cluster..<(cluster + Int(segment.clusterCount))])
    end = x + Points(segment.width * em)
    if segment.isRightToLeft { close() }
  }

  /// Draws an emoji's picture, the left edge of whose space is at `x`; its text is in the run.
  mutating func add(_ picture: ImageResource, _ style: ResolvedStyle, isMono: Bool, at x: Points) {
    let em = style.style.size
    let box = EmojiBox(column: isMono ? Points(style.column) : nil)
    let rect = Rect(
      x: x + box.left * em, y: (box.depth - box.height) * em - style.style.baselineShift,
      width: box.width * em, height: box.height * em)
    pictures.append(.image(picture, in: rect))
    if !isOpen { flushPictures() }
  }

  private mutating func flushPictures() {
    items += pictures
    pictures.removeAll(keepingCapacity: true)
  }

  /// Draws one glyph of the style's own face that stands for some text: a space, a hyphen.
  mutating func add(
    glyph: UInt32, for bytes: [UInt8], width: Points, _ style: ResolvedStyle, at x: Points,
    stretch: Float
  ) {
    open(style.font, style.size, style, stretch: stretch, isRightToLeft: false, at: x)
    glyphs.append(Glyph(id: glyph, x: Float(x - start)))
    text.append(contentsOf: bytes)
    clusters.append(TextCluster(bytes: bytes.count, glyphs: 1))
    end = x + width
  }

  /// Notes that a stretch of text is underlined or struck through, as its style says.
  mutating func decorate(_ style: ResolvedStyle, _ metrics: FontMetrics, from: Points, to: Points) {
    let size = style.style.size
    func note(_ y: Points, _ thickness: Points) {
      let rule = Rule(
        y: y - style.style.baselineShift, thickness: thickness, color: style.style.color)
      if let last = rules.lastIndex(where: { $0.rule == rule && abs($0.to - from) < 0.01 }) {
        rules[last].to = to
      } else {
        rules.append((rule, from, to))
      }
    }
    let thickness = metrics.underlineThickness * size
    if style.style.isUnderlined { note(metrics.underlineDepth * size, thickness) }
    if style.style.isStruckThrough { note(-metrics.strikethroughHeight * size, thickness) }
  }

  /// Notes the colour behind text that comes next, as its style says.
  mutating func shade(_ style: ResolvedStyle, from: Points, to: Points) {
    guard let color = style.style.ground else { return }
    let top = -Points(style.ascent)
    var start = from
    if let last = grounds.last, last.color == color, last.area.minY == top,
      abs(last.area.maxX - from) < 0.01
    {
      start = last.area.minX
      grounds.removeLast()
    }
    let area = Rect(
      x: start, y: top, width: to - start, height: Points(style.descent) - top)
    grounds.append((color, area))
  }

  /// Ends the run at hand and draws what belongs to it: colours behind it, rules over it.
  mutating func close() {
    for ground in grounds {
      items.append(.path(.rect(ground.area), fill: ground.color, stroke: nil))
    }
    grounds.removeAll(keepingCapacity: true)
    if isOpen {
      items.append(
        .glyphs(
          GlyphRun(
            font: font, size: Points(size), stretch: stretch, color: color,
            glyphs: Self.fitted(glyphs), text: Self.fitted(text), clusters: Self.fitted(clusters),
            isRightToLeft: isRightToLeft, width: end - start),
          at: Point(x: start, y: -shift)))
      isOpen = false
    }
    flushPictures()
    for (rule, from, to) in rules {
      let rect = Rect(
        x: from, y: rule.y - rule.thickness / 2, width: to - from, height: rule.thickness)
      items.append(.path(.rect(rect), fill: rule.color, stroke: nil))
    }
    rules.removeAll(keepingCapacity: true)
  }

  private mutating func close(
    reopening x: Points, _ segment: WordSegment, _ style: ResolvedStyle, _ stretch: Float
  ) {
    guard !glyphs.isEmpty else { return }
    close()
    open(
      segment.font, style.size * segment.scale, style, stretch: stretch, isRightToLeft: true,
      at: x)
  }

  /// Goes on with the run at hand if it looks the same, else starts another.
  @inline(__always)
  private mutating func open(
    _ font: FontID, _ size: Float, _ style: ResolvedStyle, stretch: Float, isRightToLeft: Bool,
    at x: Points
  ) {
    if isOpen, self.font == font, self.size == size, self.stretch == stretch,
      shift == style.style.baselineShift, color == style.style.color,
      self.isRightToLeft == isRightToLeft
    {
      return
    }
    if isOpen { close() }
    (self.font, self.size, self.stretch) = (font, size, stretch)
    (self.isRightToLeft, shift, color) = (
      isRightToLeft, style.style.baselineShift, style.style.color
    )
    (start, end, isOpen) = (x, x, true)
    glyphs.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
  }

  /// A copy without spare room: a book keeps hundreds of thousands of runs until it is drawn.
  private static func fitted<Element>(_ array: [Element]) -> [Element] {
    array.withUnsafeBufferPointer { unsafe Array($0) }
  }
}
