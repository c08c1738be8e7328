import CCairo
import Graphics

// Text: one cairo call for each glyph run.
extension FramePainter {
  /// Shows a run as marked content. What is read in place of a word's glyphs ends its stretch of
  /// content: readers such as poppler lose what follows it there.
  mutating func show(
    _ run: GlyphRun, _ edit: DividedWords.Edit?, x: Points, y: Points
  ) throws(RenderingError) {
    guard let edit else { return try showParts(of: run, x: x, y: y) }
    var read = edit.applied(to: run)
    if edit.dropped > 0 {
      let (first, rest) = read.split(afterClusters: 1)
      tags?.prepareContent()
      try show(first, x: x, y: y)
      tags?.breakContent()
      read = rest
    }
    guard !read.glyphs.isEmpty else { return }
    tags?.prepareContent()
    try show(read, x: x, y: y)
    if edit.rest != nil { tags?.breakContent() }
  }

  /// Shows a run in stretches that end with a cluster of several glyphs or none, as Devanagari has
  /// many: cairo says what they are read as in a mark inside of the stretch.
  private mutating func showParts(of run: GlyphRun, x: Points, y: Points) throws(RenderingError) {
    var rest = run
    if tags != nil, run.clusters.count != run.glyphs.count {
      while let spoken = rest.firstSpokenCluster {
        let (first, others) = rest.split(afterClusters: spoken + 1)
        tags?.prepareContent()
        try show(first, x: x, y: y)
        tags?.breakContent()
        rest = others
        if rest.clusters.isEmpty { return }
      }
    }
    tags?.prepareContent()
    try show(rest, x: x, y: y)
  }

  private mutating func show(_ run: GlyphRun, x: Points, y: Points) throws(RenderingError) {
    let run = isRead ? fonts.readable(run) : run
    guard !run.glyphs.isEmpty else { return }
    if font != run.font {
      cairo_set_font_face(context, try fonts.face(run.font))
      font = run.font
      fontSize = -1
    }
    if fontSize != run.size || fontStretch != run.stretch {
      var matrix = cairo_matrix_t(
        xx: run.size * Double(run.stretch), yx: 0, xy: 0, yy: run.size, x0: 0, y0: 0)
      cairo_set_font_matrix(context, &matrix)
      (fontSize, fontStretch) = (run.size, run.stretch)
    }
    setSource(run.color)
    scratch.removeAll(keepingCapacity: true)
    scratch.append(
      contentsOf: run.glyphs.lazy.map {
        cairo_glyph_t(index: UInt($0.id), x: x + Double($0.x), y: y + Double($0.y))
      })
    clusters.removeAll(keepingCapacity: true)
    clusters.append(
      contentsOf: run.clusters.lazy.map {
        cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
      })
    // Glyphs of no text: a cluster without bytes, else readers guess a text from the font.
    if run.text.isEmpty {
      clusters = [cairo_text_cluster_t(num_bytes: 0, num_glyphs: Int32(run.glyphs.count))]
    }
    let flags =
      run.isRightToLeft
      ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0)
    // Cairo wants an address even of an empty text.
    (run.text.isEmpty ? [0] : run.text).withUnsafeBytes { text in
      cairo_show_text_glyphs(
        context, text.baseAddress!.assumingMemoryBound(to: CChar.self), Int32(run.text.count),
        scratch, Int32(scratch.count), clusters, Int32(clusters.count), flags)
    }
  }
}
