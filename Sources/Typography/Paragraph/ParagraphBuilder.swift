import Graphics

/// Turns content into boxes, glue and penalties: shapes words, finds where they may be broken.
struct ParagraphBuilder {
  private(set) var items = ContiguousArray<ParagraphItem>()
  private let content: ParagraphContent
  private let alignment: TextAlignment
  private let parameters: LineBreakParameters
  private let faces: [Int32]
  private let spaces: [Float]
  private let hyphens: [Float]

  /// - Parameter natural: one line, as for labels: no stretch, no hyphens.
  init(
    _ content: ParagraphContent, alignment: TextAlignment, parameters: LineBreakParameters,
    cache: inout WordCache
  ) {
    self.content = content
    self.alignment = alignment
    self.parameters = parameters
    var faces: [Int32] = []
    var spaces: [Float] = []
    var hyphens: [Float] = []
    for style in content.styles {
      let face = cache.face(of: style)
      faces.append(face)
      spaces.append(cache.width(of: [0x20], face: face) * Float(style.size))
      hyphens.append(cache.width(of: [0x2D], face: face) * Float(style.size))
    }
    (self.faces, self.spaces, self.hyphens) = (faces, spaces, hyphens)
  }

  /// Walks the content; ends with the glue and penalty that fill the last line.
  mutating func build(cache: inout WordCache, hyphenation: inout HyphenationTable) {
    items.reserveCapacity(content.utf8.count / 3)
    content.utf8.withUnsafeBufferPointer { bytes in
      for (index, item) in content.items.enumerated() {
        switch item {
        case .text(let range, let style):
          addText(bytes, range, style, &cache, &hyphenation)
        case .box(let box):
          items.append(
            ParagraphItem(
              kind: .box, width: content.boxes[Int(box)].frame.width, content: .box(box)))
        case .glue(let width, let stretch, let shrink):
          items.append(
            ParagraphItem(
              kind: .glue, width: Double(width), stretch: Double(stretch), shrink: Double(shrink)))
        case .penalty(let value): items.append(.penalty(Double(value)))
        case .lineBreak:
          addFill()
          items.append(.penalty(ParagraphItem.forced))
        case .beginTag, .beginLink, .endTag, .anchor, .mark:
          items.append(ParagraphItem(kind: .box, width: 0, content: .event(Int32(index))))
        }
      }
    }
    while items.last?.kind == .glue { items.removeLast() }
    items.append(.penalty(ParagraphItem.forbidden))
    addFill()
    items.append(.penalty(ParagraphItem.forced))
  }

  private mutating func addFill() {
    items.append(ParagraphItem(kind: .glue, width: 0, stretch: 1e5, shrink: 0))
  }

  private mutating func addText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ style: Int32,
    _ cache: inout WordCache, _ hyphenation: inout HyphenationTable
  ) {
    let keepsSpaces = content.styles[Int(style)].keepsSpaces
    var at = range.lowerBound
    while at < range.upperBound {
      if isSpace(bytes[at]) {
        let start = at
        at += 1
        if !keepsSpaces { while at < range.upperBound, isSpace(bytes[at]) { at += 1 } }
        addSpace(style, byte: start, fixed: keepsSpaces)
        continue
      }
      let start = at
      while at < range.upperBound, !isSpace(bytes[at]) { at += 1 }
      addWord(bytes, start..<at, style, &cache, &hyphenation)
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  private mutating func addSpace(_ style: Int32, byte: Int, fixed: Bool) {
    let width = Double(spaces[Int(style)])
    if !fixed, let last = items.last, last.kind == .glue, case .space = last.content { return }
    let isJustified = alignment == .justified && !fixed
    items.append(
      ParagraphItem(
        kind: .glue, width: width, stretch: isJustified ? width * 0.5 : fixed ? 0 : width * 0.3,
        shrink: isJustified ? width / 3 : 0, content: .space(style: style, byte: Int32(byte))))
  }

  private mutating func addWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ style: Int32,
    _ cache: inout WordCache, _ hyphenation: inout HyphenationTable
  ) {
    let slice = UnsafeBufferPointer(rebasing: bytes[range])
    let word = cache.word(slice, face: faces[Int(style)])
    let textStyle = content.styles[Int(style)]
    var breaks = hyphenation.breaks(in: slice, style: textStyle)
    let shaped = cache.words[word]
    let size = textStyle.size
    if !breaks.isEmpty { breaks = breaks.filter { cache.isClusterStart($0.offset, of: shaped) } }
    var start = 0
    for point in breaks {
      addPart(word, start..<point.offset, of: shaped, range, style, size, cache)
      if point.isHyphen {
        items.append(
          .penalty(
            parameters.hyphenPenalty, width: Double(hyphens[Int(style)]), flagged: true,
            style: style))
      } else {
        items.append(
          .penalty(slice[point.offset - 1] == 0x2D ? parameters.explicitHyphenPenalty : 0))
      }
      start = point.offset
    }
    addPart(word, start..<slice.count, of: shaped, range, style, size, cache)
  }

  private mutating func addPart(
    _ word: Int, _ part: Range<Int>, of shaped: ShapedWord, _ range: Range<Int>, _ style: Int32,
    _ size: Double, _ cache: WordCache
  ) {
    let isWhole = part.count == range.count
    let width = isWhole ? shaped.width : cache.width(of: shaped, part)
    items.append(
      ParagraphItem(
        kind: .box, width: Double(width) * size,
        content: .word(
          Int32(word), part: Int32(part.lowerBound)..<Int32(part.upperBound),
          start: Int32(range.lowerBound), style: style)))
  }
}
