import Graphics

/// Turns content into nodes and breakpoints: white space into glue, text into shaped words, tags
/// into contexts. The arrays are reused from paragraph to paragraph.
struct ParagraphBuilder {
  private(set) var nodes = ContiguousArray<ParagraphNode>()
  private(set) var points = ContiguousArray<Breakpoint>()
  private(set) var contexts = ContiguousArray<TagContext>()
  /// The content's styles, resolved.
  private(set) var styles = ContiguousArray<ResolvedStyle>()
  /// How far the first line's start may stand in the margin.
  private(set) var firstLeft: Float = 0
  private(set) var maximumRight: Float = 0
  private(set) var isBidirectional = false
  private(set) var isRightToLeft = false

  /// What depends on the paragraph's style.
  struct Options {
    var isJustified = false
    var protrusion: Float = 0
    var expansion: Float = 0
    var hyphenPenalty: Float = 0
    var explicitHyphenPenalty: Float = 0
    /// Words wider than this may be broken anywhere: the last resort against text in the margin.
    var breaksAnywhereAbove: Float = .infinity
  }

  private(set) var options = Options()
  private var context: Int32 = 0
  private var width = 0.0
  private var stretch = 0.0
  private var shrink = 0.0
  /// The point whose next line starts here, -1 when something stands between.
  private var openPoint = -1
  /// Whether glue here may end a line: something that stays stands before it.
  private var followsBox = false
  private var atStart = true
  /// Whether a space stands here already, but for anchors and marks.
  private var followsSpace = false
  /// Last scalar of the text that touches this place, 0 when a space or box does.
  private var lastScalar: UInt32 = 0
  private var lastRight: Float = 0
  /// Whether the last word begins with a capital.
  var followsCapital = false
  /// Whether the last word ends with a digit, or is a stroke.
  var followsNumber = false

  mutating func build(
    _ content: ParagraphContent, options: Options, styles resolved: ContiguousArray<ResolvedStyle>,
    shaper: inout Shaper
  ) {
    nodes.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    contexts.append(TagContext(element: nil, parent: -1, depth: 0))
    styles = resolved
    self.options = options
    (context, width, stretch, shrink) = (0, 0, 0, 0)
    (openPoint, followsBox, atStart, lastScalar) = (-1, false, true, 0)
    (lastRight, firstLeft, maximumRight) = (0, 0, 0)
    (followsSpace, followsCapital, followsNumber) = (false, false, false)
    isBidirectional = Self.needsBidi(content)
    isRightToLeft = false
    var bidi: BidiLevels?
    if isBidirectional {
      let levels = BidiLevels(content)
      isRightToLeft = levels.isRightToLeft
      bidi = levels
    }
    content.utf8.withUnsafeBufferPointer { bytes in
      for index in content.items.indices {
        let item = content.items[index]
        switch item {
        case .text(let range, let style):
          addText(range, Int(style), of: bytes, levels: bidi?.text(index), &shaper)
        case .box(let box):
          add(
            ParagraphNode(
              kind: .box, level: bidi?.object(index) ?? 0, style: 0, context: context,
              reference: box, width: Float(content.boxes[Int(box)].frame.width)))
          (lastScalar, lastRight) = (0, 0)
        case .glue(let width, let stretch, let shrink):
          if followsBox { addPoint(.space, penalty: 0) }
          add(
            ParagraphNode(
              kind: .glue, level: bidi?.object(index) ?? 0, style: 0, context: context,
              reference: 0, width: width, stretch: options.isJustified ? stretch : 0,
              shrink: options.isJustified ? shrink : 0))
        case .penalty(let penalty): addPenalty(penalty)
        case .lineBreak: addForced(at: index)
        case .beginTag(let id): open(.tag(id))
        case .beginLink(let target, let id): open(.link(target, id))
        case .endTag: context = max(0, contexts[Int(context)].parent)
        case .anchor:
          nodes.append(
            ParagraphNode(
              kind: .anchor, level: nodes.last?.level ?? bidi?.base ?? 0, style: 0,
              context: context,
              reference: Int32(index), width: 0))
        case .mark:
          nodes.append(
            ParagraphNode(
              kind: .mark, level: nodes.last?.level ?? bidi?.base ?? 0, style: 0, context: context,
              reference: Int32(index), width: 0))
        }
      }
    }
    finish()
  }

  /// The innermost link that a context stands in, -1 for none.
  func link(round context: Int32) -> Int32 {
    var at = context
    while at >= 0 {
      if case .link? = contexts[Int(at)].element { return at }
      at = contexts[Int(at)].parent
    }
    return -1
  }

  // MARK: Nodes

  private mutating func open(_ element: TagContext.Element) {
    contexts.append(
      TagContext(element: element, parent: context, depth: contexts[Int(context)].depth + 1))
    context = Int32(contexts.count - 1)
  }

  @inline(__always)
  private mutating func add(_ node: ParagraphNode) {
    nodes.append(node)
    width += Double(node.width)
    stretch += Double(node.stretch)
    shrink += Double(node.shrink)
    followsSpace = false
    if node.kind.isDiscardable {
      followsBox = false
      if openPoint >= 0 {
        points[openPoint].nextWidth = width
        points[openPoint].nextStretch = stretch
        points[openPoint].nextShrink = shrink
      }
      lastScalar = 0
    } else {
      openPoint = -1
      followsBox = true
      atStart = false
    }
  }

  /// The white space of a text; several in a row are one.
  mutating func addSpace(_ style: Int, keeps: Bool, level: UInt8, penalty: Float = 0) {
    let resolved = styles[style]
    if keeps {
      if followsBox { addPoint(.space, penalty: 0) }
      add(
        ParagraphNode(
          kind: .keptSpace, level: level, style: Int32(style), context: context, reference: 0,
          width: resolved.space))
      return
    }
    if atStart || followsSpace { return }
    if followsBox, penalty < 10_000 { addPoint(.space, penalty: penalty) }
    add(space(style, level: level, resolved))
    followsSpace = true
  }

  /// A space that no line ends at.
  mutating func addNoBreakSpace(_ style: Int, level: UInt8) {
    var node = space(style, level: level, styles[style])
    node.reference = 1
    nodes.append(node)
    width += Double(node.width)
    stretch += Double(node.stretch)
    shrink += Double(node.shrink)
    (openPoint, followsBox, atStart, lastScalar) = (-1, false, false, 0)
    followsSpace = false
  }

  private func space(_ style: Int, level: UInt8, _ resolved: ResolvedStyle) -> ParagraphNode {
    ParagraphNode(
      kind: .space, level: level, style: Int32(style), context: context, reference: 0,
      width: resolved.space, stretch: options.isJustified ? resolved.spaceStretch : 0,
      shrink: options.isJustified ? resolved.spaceShrink : 0)
  }

  /// A shaped word with the breaks inside it.
  ///
  /// - Parameter isJoined: no break between the word and what stands directly before it.
  mutating func addWord(_ index: Int32, _ style: Int, level: UInt8, _ shaper: inout Shaper) {
    let word = shaper.cache.words[Int(index)]
    let resolved = styles[style]
    let size = resolved.size
    let wordWidth = word.width * size
    let flexible = resolved.isProse ? wordWidth * options.expansion : 0
    let left = word.leftProtrusion * size * options.protrusion
    if openPoint >= 0 {
      points[openPoint].left = left
    } else if atStart {
      firstLeft = left
    }
    let node = Int32(nodes.count)
    let (w, s, k) = (width, stretch, shrink)
    if word.breakCount > 0 {
      let share = Double(resolved.isProse ? options.expansion : 0)
      for b in Int(word.firstBreak)..<Int(word.firstBreak + word.breakCount) {
        let place = shaper.cache.breaks[b]
        let x = Double(place.x * size)
        let restX = Double(place.restX * size)
        var point = Breakpoint(
          kind: .plain, penalty: Float(place.penalty), node: node, byte: place.byte, next: node,
          width: w + x, stretch: s + x * share, shrink: k + x * share, nextWidth: w + restX,
          nextStretch: s + restX * share, nextShrink: k + restX * share)
        switch place.kind {
        case .hyphenation:
          point.kind = .hyphenation
          point.penalty = options.hyphenPenalty
          point.hyphen = resolved.hyphen
          point.right = resolved.hyphenProtrusion * options.protrusion
        case .explicitHyphen:
          point.kind = .explicitHyphen
          point.penalty = options.explicitHyphenPenalty
          point.right = resolved.hyphenProtrusion * options.protrusion
        case .plain: break
        }
        maximumRight = max(maximumRight, point.right)
        points.append(point)
      }
    }
    if wordWidth > options.breaksAnywhereAbove { breakAnywhere(word, style, shaper) }
    add(
      ParagraphNode(
        kind: .word, level: level, style: Int32(style), context: context, reference: index,
        width: wordWidth, stretch: flexible, shrink: flexible))
    lastRight = word.rightProtrusion * size * options.protrusion
  }

  /// Breaks at every cluster of a word that is wider than the line, at a high price.
  private mutating func breakAnywhere(_ word: ShapedWord, _ style: Int, _ shaper: Shaper) {
    let size = styles[style].size
    let segments =
      Int(word.firstSegment)..<Int(word.firstSegment + word.segmentCount)
    let node = Int32(nodes.count)
    let known = Set(points.filter { $0.node == node }.map(\.byte))
    for border in shaper.clusterBorders(segments)
    where border.byte > 0 && !known.contains(Int32(border.byte)) {
      let x = Double(border.x * size)
      points.append(
        Breakpoint(
          kind: .plain, penalty: 1000, node: node, byte: Int32(border.byte), next: node,
          width: width + Double(border.endX * size), stretch: stretch, shrink: shrink,
          nextWidth: width + x,
          nextStretch: stretch, nextShrink: shrink))
    }
    let first = points.firstIndex { $0.node == node && $0.byte > 0 } ?? points.count
    points[first...].sort { $0.byte < $1.byte }
  }

  // MARK: Breakpoints

  mutating func addPoint(_ kind: Breakpoint.Kind, penalty: Float) {
    points.append(
      Breakpoint(
        kind: kind, penalty: penalty, node: Int32(nodes.count), next: Int32(nodes.count),
        width: width, stretch: stretch, shrink: shrink, nextWidth: width, nextStretch: stretch,
        nextShrink: shrink, right: lastRight))
    maximumRight = max(maximumRight, lastRight)
    openPoint = points.count - 1
  }

  private mutating func addPenalty(_ penalty: Int32) {
    if penalty <= -10_000 {
      addPoint(.forced, penalty: -10_000)
    } else if penalty < 10_000 {
      if !atStart { addPoint(.plain, penalty: Float(penalty)) }
    }
    followsBox = false
    lastScalar = 0
  }

  private mutating func addForced(at index: Int) {
    dropTrailingSpace()
    addPoint(.forced, penalty: -10_000)
    nodes.append(
      ParagraphNode(
        kind: .lineBreak, level: nodes.last?.level ?? 0, style: nodes.last?.style ?? 0,
        context: context,
        reference: Int32(index), width: 0))
    points[points.count - 1].next = Int32(nodes.count)
    (followsBox, lastScalar, lastRight) = (false, 0, 0)
    followsSpace = true
  }

  /// A place between two words without a space where a line may end.
  ///
  /// - Parameter stretches: of the glue between ideographs, which has no width.
  mutating func addBoundary(stretches: Float = 0) {
    addPoint(.plain, penalty: 0)
    if stretches > 0, options.isJustified {
      add(
        ParagraphNode(
          kind: .glue, level: nodes.last?.level ?? 0, style: nodes.last?.style ?? 0,
          context: context, reference: 0, width: 0, stretch: stretches, shrink: 0))
    }
  }

  var touchingScalar: UInt32 { lastScalar }
  mutating func touch(_ scalar: UInt32) { lastScalar = scalar }

  /// Takes back spaces at the end of a line that ends anyway.
  private mutating func dropTrailingSpace() {
    while let last = nodes.last, last.kind == .space, last.reference == 0 {
      nodes.removeLast()
      width -= Double(last.width)
      stretch -= Double(last.stretch)
      shrink -= Double(last.shrink)
      if let point = points.last, point.node == Int32(nodes.count), point.byte == 0,
        point.kind == .space
      {
        points.removeLast()
      }
      openPoint = -1
      followsBox = true
    }
  }

  private mutating func finish() {
    dropTrailingSpace()
    // A break at the very end, as HTML's authors like to write, makes no empty line.
    if nodes.last?.kind == .lineBreak { return }
    if !nodes.isEmpty { addPoint(.forced, penalty: -10_000) }
  }
}
