import Graphics

/// Places the items of lines: one glyph run per stretch of one style, spaces included. Keeps the
/// tags that stay open from line to line.
struct LineBuilder {
  let content: ParagraphContent
  let items: ContiguousArray<ParagraphItem>
  let fonts: FontLibrary
  /// Indices of content items that opened tags which are still open.
  private var open: [Int] = []

  // The line at hand. Its items stand relative to the baseline until its height is known.
  private var placed: [FrameItem] = []
  private var links: [(at: Int, x: Points)] = []
  private var run: GlyphRun?
  private var runX: Points = 0
  private var runStyle: Int32 = -1
  private var x: Points = 0
  private var ascent: Points = 0
  private var descent: Points = 0
  private var marks: [Int] = []

  init(content: ParagraphContent, items: ContiguousArray<ParagraphItem>, fonts: FontLibrary) {
    self.content = content
    self.items = items
    self.fonts = fonts
  }

  /// Sets one line.
  ///
  /// - Parameters:
  ///   - hyphenAt: the penalty at which the line ends, when it shows a hyphen.
  ///   - start: the left edge of the text in the frame.
  ///   - width: of the frame; nil for the natural one.
  ///   - available: for the text.
  mutating func line(
    _ range: Range<Int>, hyphenAt: Int?, ratio: Double, start: Points, width: Points?,
    available: Points, cache: inout WordCache
  ) -> Line {
    placed = []
    links = []
    marks = []
    (x, ascent, descent) = (start, 0, 0)
    let reopened = open
    open = []
    for event in reopened { begin(event) }
    for index in range {
      let item = items[index]
      switch item.content {
      case .none: x += natural(item, ratio)
      case .space(let style, let byte):
        guard item.kind == .glue else { break }
        addSpace(style, byte, width: natural(item, ratio), &cache)
      case .word(let word, let part, let start, let style):
        addWord(
          cache.words[Int(word)], Int(part.lowerBound)..<Int(part.upperBound), Int(start), style,
          cache)
      case .box(let box): addBox(content.boxes[Int(box)].frame)
      case .event(let event): handle(Int(event))
      }
    }
    if let hyphenAt, case .space(let style, _) = items[hyphenAt].content {
      addHyphen(style, &cache)
    }
    flush()
    for _ in open.indices { endLinkOrTag() }
    let contentWidth = x - start
    let frame = Frame(
      size: Size(width: width ?? x, height: ascent + descent), baseline: ascent,
      items: placed.map { lowered($0) })
    return Line(
      frame: frame, naturalAscent: ascent, naturalDescent: descent, marks: marks,
      overfullBy: contentWidth > available + 0.01 ? contentWidth - available : 0, ratio: ratio,
      endsWithHyphen: hyphenAt != nil, contentWidth: contentWidth)
  }

  private func natural(_ item: ParagraphItem, _ ratio: Double) -> Double {
    guard item.kind == .glue else { return 0 }
    return item.width + ratio * (ratio >= 0 ? item.stretch : item.shrink)
  }

  // MARK: Text

  private mutating func addWord(
    _ word: ShapedWord, _ part: Range<Int>, _ wordStart: Int, _ style: Int32, _ cache: WordCache
  ) {
    let size = content.styles[Int(style)].size
    let pieces = cache.pieces[word.pieces]
    for (number, piece) in zip(pieces.indices, pieces) {
      let next = number + 1 < pieces.endIndex ? pieces[number + 1].glyphs.first : nil
      let pieceEnd = min(
        part.upperBound, next.map { Int(cache.glyphs[$0].cluster) } ?? part.upperBound)
      let glyphs = cache.glyphs[piece.glyphs]
      var at = glyphs.startIndex
      while at < glyphs.endIndex {
        let cluster = Int(glyphs[at].cluster)
        var end = at + 1
        while end < glyphs.endIndex, Int(glyphs[end].cluster) == cluster { end += 1 }
        if part.contains(cluster) {
          use(piece.font, style)
          for glyph in glyphs[at..<end] {
            run!.glyphs.append(
              Glyph(
                id: glyph.id, x: Float(x - runX) + glyph.dx * Float(size),
                y: -glyph.dy * Float(size)))
            x += Double(glyph.advance) * size
          }
          let until = end < glyphs.endIndex ? Int(glyphs[end].cluster) : pieceEnd
          let bytes = wordStart + cluster..<wordStart + max(cluster, min(until, part.upperBound))
          run!.text.append(contentsOf: content.utf8[bytes])
          run!.clusters.append(TextCluster(bytes: bytes.count, glyphs: end - at))
        }
        at = end
      }
    }
  }

  private mutating func addSpace(
    _ style: Int32, _ byte: Int32, width: Points, _ cache: inout WordCache
  ) {
    let face = cache.face(of: content.styles[Int(style)])
    let word = [UInt8(0x20)].withUnsafeBufferPointer { cache.word($0, face: face) }
    let piece = cache.pieces[cache.words[word].pieces.lowerBound]
    use(piece.font, style)
    run!.glyphs.append(
      Glyph(id: cache.glyphs[piece.glyphs.lowerBound].id, x: Float(x - runX)))
    run!.text.append(0x20)
    run!.clusters.append(TextCluster(bytes: 1, glyphs: 1))
    x += width
  }

  /// The hyphen of a broken word reads as U+00AD, so that search and copy join the word.
  private mutating func addHyphen(_ style: Int32, _ cache: inout WordCache) {
    let textStyle = content.styles[Int(style)]
    let face = cache.face(of: textStyle)
    let word = [UInt8(0x2D)].withUnsafeBufferPointer { cache.word($0, face: face) }
    let piece = cache.pieces[cache.words[word].pieces.lowerBound]
    use(piece.font, style)
    let glyph = cache.glyphs[piece.glyphs.lowerBound]
    run!.glyphs.append(Glyph(id: glyph.id, x: Float(x - runX)))
    run!.text += [0xC2, 0xAD]
    run!.clusters.append(TextCluster(bytes: 2, glyphs: 1))
    x += Double(glyph.advance) * textStyle.size
  }

  /// Makes the open run one of this font and style.
  private mutating func use(_ font: FontID, _ style: Int32) {
    if run?.font == font, runStyle == style { return }
    flush()
    let textStyle = content.styles[Int(style)]
    run = GlyphRun(
      font: font, size: textStyle.size, color: textStyle.color, glyphs: [], text: [],
      clusters: [], width: 0)
    runX = x
    runStyle = style
    let metrics = fonts.face(font).metrics
    ascent = max(ascent, metrics.ascent * textStyle.size + textStyle.baselineShift)
    descent = max(descent, metrics.descent * textStyle.size - textStyle.baselineShift)
  }

  private mutating func flush() {
    guard var done = run else { return }
    run = nil
    done.width = x - runX
    let style = content.styles[Int(runStyle)]
    placed.append(.glyphs(done, at: Point(x: runX, y: -style.baselineShift)))
    let metrics = fonts.face(done.font).metrics
    func rule(_ height: Double) {
      let thickness = metrics.underlineThickness * style.size
      let top = -style.baselineShift - height * style.size - thickness / 2
      placed.append(
        .path(
          .rect(Rect(x: runX, y: top, width: done.width, height: thickness)), fill: style.color,
          stroke: nil))
    }
    if style.isUnderlined { rule(-metrics.underlineDepth) }
    if style.isStruckThrough { rule(metrics.strikethroughHeight) }
  }

  // MARK: Boxes and tags

  private mutating func addBox(_ box: Frame) {
    flush()
    placed.append(.frame(box, at: Point(x: x, y: -box.baseline)))
    x += box.width
    ascent = max(ascent, box.ascent)
    descent = max(descent, box.descent)
  }

  private mutating func handle(_ event: Int) {
    flush()
    switch content.items[event] {
    case .beginTag, .beginLink: begin(event)
    case .endTag:
      if !open.isEmpty {
        endLinkOrTag()
        open.removeLast()
      }
    case .anchor(let name): placed.append(.anchor(name, at: Point(x: x, y: 0)))
    case .mark(let mark): marks.append(mark)
    default: break
    }
  }

  private mutating func begin(_ event: Int) {
    open.append(event)
    links.append((placed.count, x))
    switch content.items[event] {
    case .beginTag(let id): placed.append(.beginTag(id))
    case .beginLink(let target, let id):
      placed.append(.beginLink(target, Rect(x: x, y: 0, width: 0, height: 0), structure: id))
    default: preconditionFailure("only tags and links are opened")
    }
  }

  /// Closes the innermost tag on this line; a link's rectangle is known now.
  private mutating func endLinkOrTag() {
    guard let (at, start) = links.popLast() else { return }
    if case .beginLink(let target, _, let id) = placed[at] {
      placed[at] = .beginLink(
        target, Rect(x: start, y: -ascent, width: x - start, height: ascent + descent),
        structure: id)
    }
    placed.append(.endTag)
  }

  /// From coordinates relative to the baseline to the frame's own.
  private func lowered(_ item: FrameItem) -> FrameItem {
    func down(_ p: Point) -> Point { Point(x: p.x, y: p.y + ascent) }
    switch item {
    case .glyphs(let run, let at): return .glyphs(run, at: down(at))
    case .frame(let frame, let at): return .frame(frame, at: down(at))
    case .anchor(let name, _): return .anchor(name, at: Point(x: 0, y: 0))
    case .beginLink(let target, let rect, let id):
      return .beginLink(target, rect.offsetBy(dx: 0, dy: ascent), structure: id)
    case .path(let path, let fill, let stroke):
      return .path(
        Path(
          path.elements.map {
            switch $0 {
            case .move(let p): .move(down(p))
            case .line(let p): .line(down(p))
            case .curve(let a, let b, let c): .curve(down(a), down(b), down(c))
            case .close: .close
            }
          }), fill: fill, stroke: stroke)
    default: return item
    }
  }
}
