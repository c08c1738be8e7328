import CCairo
import Graphics

/// Draws display lists on a cairo context: one cairo call for each glyph run.
struct FramePainter: ~Copyable {
  let context: OpaquePointer
  let fonts: CairoFontCache
  private let images: CairoImageCache
  /// Nil when the target has no structure.
  var tags: TagWriter?
  /// Whether text is read back from what is drawn, as from PDFs.
  let isRead: Bool

  // What the context is set to, so that equal settings are not made again.
  var font: FontID?
  var fontSize: Points = 0
  var fontStretch: Float = 0
  private var source: Color?
  var scratch: [cairo_glyph_t] = []
  var clusters: [cairo_text_cluster_t] = []
  /// What is read in place of the text of some of the page's runs, by their order.
  private var edits: [Int: DividedWords.Edit] = [:]
  private var runs = 0

  init(
    context: OpaquePointer, fonts: CairoFontCache, images: CairoImageCache,
    tags: consuming TagWriter? = nil
  ) {
    self.context = context
    self.fonts = fonts
    self.images = images
    isRead = tags != nil
    self.tags = tags
  }

  /// Draws one page: content first, tagged; then furniture, outside every tag.
  ///
  /// - Parameter edits: what is read in place of the text of some runs of the content.
  mutating func paint(
    _ page: Page, edits: [Int: DividedWords.Edit] = [:]
  ) throws(RenderingError) {
    forgetSettings()
    tags?.beginPage()
    (self.edits, runs) = (edits, 0)
    try paint(page.content)
    self.edits = [:]
    tags?.endPage()
    let writer = tags.take()
    try paint(page.furniture)
    tags = writer
  }

  /// - Parameters:
  ///   - origin: of the frame's top left corner in user space.
  ///   - toPage: from user space to the page, for links and anchors, which cairo does not transform.
  mutating func paint(
    _ frame: Frame, at origin: Point = .zero, toPage: Transform = .identity
  ) throws(RenderingError) {
    for item in frame.items {
      switch item {
      case .glyphs(let run, let at):
        let edit = edits.isEmpty ? nil : edits[runs]
        runs += 1
        try show(run, edit, x: origin.x + at.x, y: origin.y + at.y)
      case .path(let path, let fill, let stroke):
        tags?.prepareContent()
        draw(path, origin, fill: fill, stroke: stroke)
      case .image(let image, let rect):
        tags?.prepareContent()
        try draw(image, in: rect.offsetBy(dx: origin.x, dy: origin.y))
      case .frame(let inner, let at):
        let place = Point(x: origin.x + at.x, y: origin.y + at.y)
        if tags?.isInPicture == true {
          let rect = Rect(x: place.x, y: place.y, width: inner.width, height: inner.height)
          tags?.add(bounds: toPage.bounds(of: rect))
        }
        try paint(inner, at: place, toPage: toPage)
      case .group(let inner, let transform, let clip):
        try paintGroup(inner, transform.then(.translation(x: origin.x, y: origin.y)), clip, toPage)
      case .anchor(let name, let at):
        tags?.anchor(
          name, at: toPage.apply(to: Point(x: origin.x + at.x, y: origin.y + at.y)))
      case .beginTag(let element): tags?.begin(element)
      case .beginLink(let target, let rect, let element):
        let rect = rect.offsetBy(dx: origin.x, dy: origin.y)
        tags?.beginLink(target, toPage.bounds(of: rect), element)
      case .endTag: tags?.end()
      }
    }
  }

  mutating func beginDocument() { tags?.beginDocument() }
  mutating func endDocument() { tags?.endDocument() }

  private mutating func paintGroup(
    _ frame: Frame, _ transform: Transform, _ clip: Rect?, _ toPage: Transform
  ) throws(RenderingError) {
    cairo_save(context)
    var matrix = cairo_matrix_t(
      xx: transform.a, yx: transform.b, xy: transform.c, yy: transform.d, x0: transform.tx,
      y0: transform.ty)
    cairo_transform(context, &matrix)
    if let clip {
      cairo_rectangle(context, clip.minX, clip.minY, clip.size.width, clip.size.height)
      cairo_clip(context)
    }
    try paint(frame, toPage: transform.then(toPage))
    cairo_restore(context)
    forgetSettings()
  }

  private mutating func forgetSettings() {
    font = nil
    source = nil
  }

  mutating func setSource(_ color: Color) {
    guard source != color else { return }
    cairo_set_source_rgba(
      context, Double(color.red), Double(color.green), Double(color.blue), Double(color.alpha))
    source = color
  }

  private mutating func draw(_ path: Path, _ origin: Point, fill: Color?, stroke: Stroke?) {
    guard !path.elements.isEmpty, fill != nil || stroke != nil else { return }
    let (x, y) = (origin.x, origin.y)
    cairo_new_path(context)
    for element in path.elements {
      switch element {
      case .move(let p): cairo_move_to(context, x + p.x, y + p.y)
      case .line(let p): cairo_line_to(context, x + p.x, y + p.y)
      case .curve(let a, let b, let c):
        cairo_curve_to(context, x + a.x, y + a.y, x + b.x, y + b.y, x + c.x, y + c.y)
      case .close: cairo_close_path(context)
      }
    }
    if let fill, stroke == nil, path.coversMuch {
      // Cairo takes a fill of the whole page for a new beginning, and forgets the tags; not so
      // under a clip.
      cairo_save(context)
      cairo_clip(context)
      cairo_set_source_rgba(
        context, Double(fill.red), Double(fill.green), Double(fill.blue), Double(fill.alpha))
      cairo_paint(context)
      cairo_restore(context)
      return
    }
    if let fill {
      setSource(fill)
      if stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let stroke {
      setSource(stroke.color)
      cairo_set_line_width(context, stroke.width)
      cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
      cairo_set_line_cap(context, stroke.cap.cairo)
      cairo_set_line_join(context, stroke.join.cairo)
      cairo_stroke(context)
    }
  }

  private mutating func draw(_ image: ImageResource, in rect: Rect) throws(RenderingError) {
    guard rect.size.width > 0, rect.size.height > 0 else { return }
    cairo_save(context)
    defer {
      cairo_restore(context)
      forgetSettings()
    }
    // An unclipped cairo_paint makes cairo forget what the page had before, tags included.
    cairo_rectangle(context, rect.minX, rect.minY, rect.size.width, rect.size.height)
    cairo_clip(context)
    switch try images.picture(for: image) {
    case .raster(let surface, let width, let height):
      cairo_translate(context, rect.minX, rect.minY)
      cairo_scale(context, rect.size.width / width, rect.size.height / height)
      cairo_set_source_surface(context, surface, 0, 0)
      cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_BEST)
      cairo_paint(context)
    case .vector(let drawing): try drawing.draw(on: context, in: rect)
    }
  }
}

extension Path {
  /// Whether it is a rectangle that might be as large as a page.
  fileprivate var coversMuch: Bool {
    guard elements.count == 5, case .move(let a) = elements[0], case .line(let c) = elements[2]
    else { return false }
    return abs(c.x - a.x) >= 36 && abs(c.y - a.y) >= 24
  }
}

extension Stroke.Cap {
  fileprivate var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension Stroke.Join {
  fileprivate var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}

extension Transform {
  /// The smallest upright rectangle round a transformed one.
  fileprivate func bounds(of r: Rect) -> Rect {
    if self == .identity { return r }
    let corners = [
      r.origin, Point(x: r.maxX, y: r.minY), Point(x: r.minX, y: r.maxY),
      Point(x: r.maxX, y: r.maxY),
    ].map { apply(to: $0) }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    return Rect(
      x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
  }
}
