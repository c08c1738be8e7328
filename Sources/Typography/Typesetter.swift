import CHarfBuzz
public import Graphics

/// Sets text: shapes it with HarfBuzz, breaks paragraphs into lines, and makes frames of them.
///
/// A value with its own caches; make one per thread.
public struct Typesetter {
  public let fonts: FontLibrary
  private var missing: [Unicode.Scalar: Int] = [:]

  public init(fonts: FontLibrary) {
    self.fonts = fonts
  }

  /// The characters that no font had so far, in code point order.
  public var missingGlyphs: [MissingGlyph] {
    missing.sorted { $0.key < $1.key }.map { MissingGlyph(scalar: $0.key, count: $0.value) }
  }

  /// Breaks a paragraph into lines of a width.
  public mutating func breakLines(
    _ content: ParagraphContent, width: Points, style: ParagraphStyle = ParagraphStyle()
  ) -> [Line] {
    let frame = setLine(content)
    let marks = content.items.compactMap { item -> Int? in
      if case .mark(let mark) = item { mark } else { nil }
    }
    return [
      Line(
        frame: frame, naturalAscent: frame.ascent, naturalDescent: frame.descent, marks: marks,
        overfullBy: max(0, frame.width - width), ratio: 0, endsWithHyphen: false,
        contentWidth: frame.width)
    ]
  }

  /// Sets the content on one line at its natural width; the frame is just as wide.
  public mutating func setLine(_ content: ParagraphContent) -> Frame {
    var x: Points = 0
    var ascent: Points = 0
    var descent: Points = 0
    var placed: [(GlyphRun?, Frame?, Points)] = []
    for item in content.items {
      switch item {
      case .text(let range, let id):
        let style = content.styles[Int(id)]
        let run = shape(Array(content.utf8[range]), style)
        placed.append((run, nil, x))
        x += run.width
        let metrics = fonts.face(run.font).metrics
        ascent = max(ascent, metrics.ascent * style.size + style.baselineShift)
        descent = max(descent, metrics.descent * style.size - style.baselineShift)
      case .box(let index):
        let box = content.boxes[Int(index)].frame
        placed.append((nil, box, x))
        x += box.width
        ascent = max(ascent, box.ascent)
        descent = max(descent, box.descent)
      case .glue(let width, _, _): x += Points(width)
      default: break
      }
    }
    var frame = Frame(size: Size(width: x, height: ascent + descent), baseline: ascent)
    for (run, box, x) in placed {
      if let run { frame.items.append(.glyphs(run, at: Point(x: x, y: ascent))) }
      if let box { frame.place(box, x: x, baseline: ascent) }
    }
    return frame
  }

  /// The longest piece that cannot be broken, and the width on one line (the widest, where the
  /// content forces breaks): what table columns are made from.
  public mutating func measure(_ content: ParagraphContent) -> (minimum: Points, maximum: Points) {
    let width = setLine(content).width
    return (width, width)
  }

  private mutating func shape(_ text: [UInt8], _ style: TextStyle) -> GlyphRun {
    let id = fonts.font(style.family, weight: style.weight, italic: style.isItalic)
    let face = fonts.face(id)
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    text.withUnsafeBytes {
      hb_buffer_add_utf8(
        buffer, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32(text.count), 0,
        Int32(text.count))
    }
    hb_buffer_guess_segment_properties(buffer)
    hb_shape(face.font, buffer, nil, 0)
    var count: UInt32 = 0
    let infos = hb_buffer_get_glyph_infos(buffer, &count)
    let positions = hb_buffer_get_glyph_positions(buffer, nil)
    var glyphs: [Glyph] = []
    var clusters: [TextCluster] = []
    var x = 0.0
    let scale = style.size / Double(face.unitsPerEm)
    for i in 0..<Int(count) {
      guard let infos, let positions else { break }
      let start = Int(infos[i].cluster)
      let end = i + 1 < Int(count) ? Int(infos[i + 1].cluster) : text.count
      if end > start { clusters.append(TextCluster(bytes: end - start, glyphs: 1)) }
      glyphs.append(Glyph(id: infos[i].codepoint, x: Float(x)))
      x += Double(positions[i].x_advance) * scale
    }
    return GlyphRun(
      font: id, size: style.size, color: style.color, glyphs: glyphs, text: text,
      clusters: clusters, width: x)
  }
}
