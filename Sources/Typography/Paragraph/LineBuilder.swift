import Graphics

/// Makes the frame of one line from the nodes between two breaks.
struct LineBuilder {
  /// A line as the breaker left it.
  struct Extent {
    /// First node, and the byte of its word to begin with.
    var start: Int
    var startByte: Int32
    /// Node before which, or inside which (`endByte` > 0), the line ends.
    var end: Int
    var endByte: Int32
    var endKind: Breakpoint.Kind
    /// Whether the previous line was broken, so that spaces kept as written fall away.
    var followsBreak: Bool
    /// How far start and end may stand in the margin, in points.
    var left: Points
    var right: Points
  }

  /// Where the line goes.
  struct Place {
    var alignment: TextAlignment
    /// Left edge of the text, width for it, width of the frame.
    var x: Points
    var available: Points
    var frameWidth: Points
    var expansion: Double
    /// Whether the line keeps its natural spaces although others are justified.
    var isLast: Bool
  }

  /// Beyond this multiple of their stretchability spaces are left as in ragged text. Only lines that
  /// the breaker's last resort made come near it.
  private static let mostStretch = 7.0

  private var runs = RunBuilder()
  /// Words of the line, after cutting; parallel to its nodes. -1 is no word, -2 is dropped.
  private var words = ContiguousArray<Int32>()
  /// Links that are open, with the part of the line that they take; where all text runs one way
  /// its end is known when they close.
  private var openLinks: [(item: Int, taken: Range<Points>)] = []
  /// Of a line that holds right-to-left text, with the place of the piece at hand in it.
  private var visual: VisualOrder?
  private var piece = 0
  private var context: Int32 = 0
  private var x: Points = 0

  mutating func build(
    _ line: Extent, _ place: Place, _ paragraph: ParagraphBuilder, _ content: ParagraphContent,
    _ shaper: inout Shaper
  ) -> Line {
    let nodes = paragraph.nodes
    let last = line.endByte > 0 ? line.end + 1 : line.end
    var (first, sums) = measure(line, paragraph, last: last, &shaper)
    let hasHyphen = line.endKind == .hyphenation
    let endStyle = hasHyphen ? paragraph.styles[Int(nodes[line.end].style)] : nil
    let hyphen = Points(endStyle?.hyphen ?? 0)

    // How the line is filled.
    sums.text += hyphen
    let natural = sums.width + hyphen - line.left - line.right
    let excess = place.available - natural
    var spaceRatio = 0.0
    var ratio = 0.0
    var expansion = 0.0
    let stretches = place.alignment == .justified && !(place.isLast && excess >= 0)
    if stretches, abs(excess) > 1e-9 {
      let flexible = excess > 0 ? sums.stretch : sums.shrink
      let text = sums.text * place.expansion
      if flexible + text > 0 {
        ratio = excess / (flexible + text)
        if excess < 0 { ratio = max(ratio, -1) }
        // Steps of 1 % keep the number of scaled fonts small.
        let wanted = max(-1, min(1, ratio)) * place.expansion
        expansion = (wanted * 100).rounded() / 100
        // Where spaces alone cannot take up the rest by shrinking, one step narrower.
        if excess - expansion * sums.text < -sums.shrink - 1e-9 {
          expansion = max(-place.expansion, expansion - 0.01)
        }
        // A line without spaces cannot be filled; wider letters would only look odd.
        if flexible == 0, ratio > 1 { expansion = 0 }
        let rest = excess - expansion * sums.text
        let share = rest > 0 ? sums.stretch : sums.shrink
        if share > 0 { spaceRatio = max(-1, rest / share) }
        // Holes of more than an em in a line are worse than an edge that is not straight.
        if spaceRatio > Self.mostStretch { (spaceRatio, expansion) = (1, 0) }
      }
    }
    var width = natural
    if stretches {
      width += expansion * sums.text + spaceRatio * (spaceRatio > 0 ? sums.stretch : sums.shrink)
    }
    let slack = place.available - width
    x = place.x - line.left
    switch place.alignment {
    case .justified: if paragraph.isRightToLeft, place.isLast { x += max(0, slack) }
    case .left: break
    case .center: x += max(0, slack / 2)
    case .right: x += max(0, slack)
    }

    // Draw.
    runs.reset()
    openLinks.removeAll(keepingCapacity: true)
    (context, piece) = (0, 0)
    var height = Extents()
    var marks: [Int] = []
    let glyphStretch = Float(1 + expansion)
    let lineStart = x
    visual = nil
    if paragraph.isBidirectional, first < last {
      let widths = (first..<last).map { index in
        advance(
          of: nodes[index], word: words[index - first], spaceRatio, glyphStretch, paragraph,
          content,
          shaper)
          + (hasHyphen && index == line.end ? hyphenWidth(endStyle, glyphStretch) : 0)
      }
      visual = VisualOrder(
        levels: nodes[first..<last].map(\.level), widths: widths,
        groups: nodes[first..<last].map { paragraph.link(round: $0.context) }, from: lineStart)
    }
    for index in first..<max(first, last) {
      let node = nodes[index]
      if words[index - first] == -2 { continue }
      if visual != nil, node.kind != .mark { move(to: index - first, paragraph) }
      if node.context != context, node.kind != .mark, node.kind != .lineBreak {
        change(to: node.context, paragraph)
      }
      switch node.kind {
      case .word:
        let word = words[index - first]
        guard word >= 0 else { break }
        draw(word, paragraph.styles[Int(node.style)], glyphStretch, &height, shaper)
        if hasHyphen, index == line.end, let endStyle {
          addHyphen(endStyle, glyphStretch)
        }
      case .space, .keptSpace:
        let flex = spaceRatio > 0 ? node.stretch : node.shrink
        let width = Points(node.width) + spaceRatio * Points(flex)
        addSpace(
          paragraph.styles[Int(node.style)], width, isFixed: node.reference == 1, glyphStretch,
          shaper)
      case .glue:
        x += Points(node.width) + spaceRatio * Points(spaceRatio > 0 ? node.stretch : node.shrink)
      case .box:
        let box = content.boxes[Int(node.reference)].frame
        runs.append(.frame(box, at: Point(x: x, y: -box.baseline)))
        x += box.width
        height.include(ascent: box.ascent, descent: box.descent)
      case .anchor:
        if case .anchor(let name) = content.items[Int(node.reference)] {
          runs.append(.anchor(name, at: Point(x: x, y: 0)))
        }
      case .mark:
        if case .mark(let mark) = content.items[Int(node.reference)] { marks.append(mark) }
      case .lineBreak: break
      }
    }
    if let visual { x = paragraph.isRightToLeft ? lineStart : visual.end }
    let drawnEnd = x
    if line.endKind == .space, line.end < nodes.count, nodes[line.end].kind == .space,
      nodes[line.end].context == context
    {
      // The space between the lines stays in the text, without width.
      let style = paragraph.styles[Int(nodes[line.end].style)]
      if !style.style.isUnderlined, !style.style.isStruckThrough {
        runs.add(
          glyph: style.spaceGlyph, for: [0x20], width: 0, style, at: x,
          stretch: style.isProse ? glyphStretch : 1)
      }
    }
    x = drawnEnd
    change(to: 0, paragraph)
    runs.close()
    if height.isEmpty, let style = paragraph.styles.first {
      height.include(ascent: Points(style.ascent), descent: Points(style.descent))
    }
    let frame = Frame(
      size: Size(width: place.frameWidth, height: height.ascent + height.descent),
      baseline: height.ascent,
      items: runs.items.map {
        $0.lowered(by: height.ascent, height: height.ascent + height.descent)
      })
    return Line(
      frame: frame, naturalAscent: height.ascent, naturalDescent: height.descent, marks: marks,
      overfullBy: slack < -0.01 ? -slack : 0, ratio: ratio,
      endsWithHyphen: line.endKind.isFlagged, contentWidth: width)
  }

  // MARK: Measuring

  private struct Sums {
    var width = 0.0
    var stretch = 0.0
    var shrink = 0.0
    /// Of text that may be expanded.
    var text = 0.0
  }

  /// Cuts the words at the line's ends and sums up; the first node is past dropped spaces.
  private mutating func measure(
    _ line: Extent, _ paragraph: ParagraphBuilder, last: Int, _ shaper: inout Shaper
  ) -> (first: Int, Sums) {
    words.removeAll(keepingCapacity: true)
    var sums = Sums()
    var first = line.start
    while first < last, isDropped(paragraph.nodes[first], line) { first += 1 }
    var leads = line.startByte == 0
    for index in first..<max(first, last) {
      let node = paragraph.nodes[index]
      guard node.kind == .word else {
        words.append(-1)
        if leads, node.kind.isDiscardable, isDropped(node, line) {
          words[words.count - 1] = -2
          continue
        }
        if node.kind != .anchor, node.kind != .mark { leads = false }
        sums.width += Points(node.width)
        sums.stretch += Points(node.stretch)
        sums.shrink += Points(node.shrink)
        continue
      }
      leads = false
      let style = paragraph.styles[Int(node.style)]
      var word = node.reference
      let from = index == line.start ? Int(line.startByte) : 0
      let to =
        index == line.end && line.endByte > 0
        ? Int(line.endByte) : Int(shaper.cache.words[Int(word)].byteCount)
      if from > 0 || to < Int(shaper.cache.words[Int(word)].byteCount) {
        word = shaper.part(of: word, from..<to)
      }
      words.append(word)
      let width = Points(shaper.cache.words[Int(word)].width * style.size)
      sums.width += width
      if style.isProse { sums.text += width }
    }
    return (first, sums)
  }

  private func isDropped(_ node: ParagraphNode, _ line: Extent) -> Bool {
    switch node.kind {
    case .space: node.reference == 0
    case .glue: line.followsBreak
    case .keptSpace: line.followsBreak
    default: false
    }
  }

  // MARK: Drawing

  private struct Extents {
    var ascent: Points = 0
    var descent: Points = 0
    var isEmpty = true

    mutating func include(ascent: Points, descent: Points) {
      self.ascent = max(self.ascent, ascent)
      self.descent = max(self.descent, descent)
      isEmpty = false
    }
  }

  private mutating func draw(
    _ index: Int32, _ style: ResolvedStyle, _ stretch: Float, _ height: inout Extents,
    _ shaper: Shaper
  ) {
    let word = shaper.cache.words[Int(index)]
    let stretch = style.isProse ? stretch : 1
    let width = Points(word.width * style.size * stretch)
    let segments = Int(word.firstSegment)..<Int(word.firstSegment + word.segmentCount)
    let isRightToLeft = word.style & 1 == 1
    runs.shade(style, from: x, to: x + width)
    for s in segments {
      let segment = shaper.cache.segments[s]
      let em = Points(style.size * stretch)
      let offset =
        isRightToLeft
        ? Points(word.width - segment.x - segment.width) * em : Points(segment.x) * em
      runs.add(segment, of: word, style, at: x + offset, stretch: stretch, shaper.cache)
      if segment.emoji != 0, let picture = shaper.fonts.emojiPicture(segment.emoji) {
        runs.add(picture, style, isMono: style.style.family == .mono, at: x + offset)
      }
    }
    if style.style.isUnderlined || style.style.isStruckThrough {
      runs.decorate(style, shaper.fonts.face(style.font).metrics, from: x, to: x + width)
    }
    height.include(ascent: Points(style.ascent), descent: Points(style.descent))
    x += width
  }

  private mutating func addSpace(
    _ style: ResolvedStyle, _ width: Points, isFixed: Bool, _ stretch: Float, _ shaper: Shaper
  ) {
    runs.shade(style, from: x, to: x + width)
    // The same stretch as the words', so that the run goes on.
    runs.add(
      glyph: style.spaceGlyph, for: isFixed ? [0xC2, 0xA0] : [0x20], width: width, style, at: x,
      stretch: style.isProse ? stretch : 1)
    if style.style.isUnderlined || style.style.isStruckThrough {
      runs.decorate(style, shaper.fonts.face(style.font).metrics, from: x, to: x + width)
    }
    x += width
  }

  /// What a node takes when it is drawn; nothing for a word that is dropped.
  private func advance(
    of node: ParagraphNode, word: Int32, _ spaceRatio: Double, _ stretch: Float,
    _ paragraph: ParagraphBuilder, _ content: ParagraphContent, _ shaper: Shaper
  ) -> Points {
    guard word != -2 else { return 0 }
    switch node.kind {
    case .word:
      guard word >= 0 else { return 0 }
      let style = paragraph.styles[Int(node.style)]
      return Points(
        shaper.cache.words[Int(word)].width * style.size * (style.isProse ? stretch : 1))
    case .box: return content.boxes[Int(node.reference)].frame.width
    case .space, .keptSpace, .glue:
      return Points(node.width) + spaceRatio * Points(spaceRatio > 0 ? node.stretch : node.shrink)
    case .anchor, .mark, .lineBreak: return 0
    }
  }

  private func hyphenWidth(_ style: ResolvedStyle?, _ stretch: Float) -> Points {
    guard let style else { return 0 }
    return Points(style.hyphen * (style.isProse ? stretch : 1))
  }

  /// Goes to the place of a piece of a line of mixed direction. Runs end where the pen jumps, and
  /// a link whose pieces stand apart is a link at each place.
  private mutating func move(to piece: Int, _ paragraph: ParagraphBuilder) {
    guard let visual else { return }
    let place = visual.positions[piece]
    if abs(place - x) > 0.01 { runs.close() }
    x = place
    let isElsewhere = visual.stretch(of: piece) != visual.stretch(of: self.piece)
    self.piece = piece
    let link = paragraph.link(round: context)
    if isElsewhere, link >= 0 { change(to: paragraph.contexts[Int(link)].parent, paragraph) }
  }

  /// The hyphen of a divided word reads as U+00AD, so that search and copy join the word.
  private mutating func addHyphen(_ style: ResolvedStyle, _ stretch: Float) {
    let width = hyphenWidth(style, stretch)
    let stretch = style.isProse ? stretch : 1
    runs.add(
      glyph: style.hyphenGlyph, for: [0xC2, 0xAD], width: width, style, at: x, stretch: stretch)
    x += width
  }

  /// Closes and opens tags so that what follows stands in `target`.
  private mutating func change(to target: Int32, _ paragraph: ParagraphBuilder) {
    let contexts = paragraph.contexts
    var opening: [Int32] = []
    var from = context
    var to = target
    while from != to {
      let (outer, inner) = (contexts[Int(from)].depth, contexts[Int(to)].depth)
      if outer >= inner {
        close(contexts[Int(from)])
        from = contexts[Int(from)].parent
      }
      if inner >= outer {
        opening.append(to)
        to = contexts[Int(to)].parent
      }
    }
    for context in opening.reversed() {
      runs.close()
      switch contexts[Int(context)].element {
      case .tag(let id): runs.append(.beginTag(id))
      case .link(let link, let id):
        openLinks.append((runs.items.count, visual?.stretch(of: piece) ?? x..<x))
        runs.append(.beginLink(link, Rect(x: x, y: 0, width: 0, height: 0), structure: id))
      case nil: break
      }
    }
    context = target
  }

  private mutating func close(_ context: TagContext) {
    runs.close()
    if case .link(let link, let id)? = context.element, let (item, taken) = openLinks.popLast() {
      let right = visual == nil ? x : taken.upperBound
      let rect = Rect(x: taken.lowerBound, y: 0, width: right - taken.lowerBound, height: 0)
      runs.replace(at: item, with: .beginLink(link, rect, structure: id))
    }
    runs.append(.endTag)
  }
}
