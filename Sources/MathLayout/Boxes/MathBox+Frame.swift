import Graphics

extension MathBox {
  /// The box as a frame: neighbouring glyphs of one size and colour become one run.
  ///
  /// Link *n* of the formula is opened as the structure element *−n*: the document that the frame
  /// comes into puts an element of its own in its place. A link inside of another is none.
  ///
  /// - Parameter links: the targets of the formula's links.
  func frame(font: FontID, links: [LinkTarget]) -> Frame {
    var frame = Frame(
      size: Size(width: width, height: max(0, ascent) + max(0, descent)), baseline: max(0, ascent))
    let baseline = frame.baseline
    var run: GlyphRun?
    var linkDepth = 0
    func flush(_ frame: inout Frame) {
      if let finished = run {
        frame.items.append(.glyphs(finished, at: Point(x: 0, y: baseline)))
      }
      run = nil
    }
    for ink in inks {
      switch ink.shape {
      case .glyph(let glyph):
        if run == nil || run!.size != glyph.size || run!.color != ink.color {
          flush(&frame)
          run = GlyphRun(
            font: font, size: glyph.size, color: ink.color, glyphs: [], text: [], clusters: [],
            width: width)
        }
        run!.glyphs.append(Glyph(id: glyph.glyph, x: Float(ink.x), y: Float(ink.y)))
        let before = run!.text.count
        if let text = glyph.text { run!.text.append(contentsOf: UTF8.encode(text)!) }
        run!.clusters.append(TextCluster(bytes: run!.text.count - before, glyphs: 1))
      case .rule(let size), .fill(let size):
        flush(&frame)
        frame.fill(
          Rect(x: ink.x, y: baseline + ink.y, width: size.width, height: size.height), ink.color)
      case .stroke(let path, let width):
        flush(&frame)
        frame.items.append(
          .path(
            path.moved(x: ink.x, y: baseline + ink.y), fill: nil,
            stroke: Stroke(color: ink.color, width: width)))
      case .shape(let path):
        flush(&frame)
        frame.items.append(
          .path(path.moved(x: ink.x, y: baseline + ink.y), fill: ink.color, stroke: nil))
      case .run(let words):
        flush(&frame)
        frame.items.append(.glyphs(words, at: Point(x: ink.x, y: baseline + ink.y)))
      case .beginLink(let link):
        linkDepth += 1
        guard linkDepth == 1 else { continue }
        flush(&frame)
        let region = Rect(
          x: ink.x, y: baseline + ink.y, width: link.size.width, height: link.size.height)
        frame.items.append(
          .beginLink(
            links[Int(link.number) - 1], region, structure: StructureID(rawValue: -link.number)))
      case .endLink:
        linkDepth -= 1
        guard linkDepth == 0 else { continue }
        flush(&frame)
        frame.items.append(.endTag)
      }
    }
    flush(&frame)
    return frame
  }
}

extension Path {
  fileprivate func moved(x: Points, y: Points) -> Path {
    func move(_ p: Point) -> Point { Point(x: p.x + x, y: p.y + y) }
    return Path(
      elements.map { element in
        switch element {
        case .move(let p): .move(move(p))
        case .line(let p): .line(move(p))
        case .curve(let a, let b, let c): .curve(move(a), move(b), move(c))
        case .close: .close
        }
      })
  }
}
