import CCairo
import Graphics

/// Outlines of glyphs in thousandths of an em, y down, for pictures whose text must look the same
/// on machines without the fonts.
final class GlyphOutlines {
  private let fonts: CairoFontCache
  private let surface: OpaquePointer
  private let context: OpaquePointer

  init(fonts: CairoFontCache) {
    self.fonts = fonts
    surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)!
    context = cairo_create(surface)!
    cairo_set_font_size(context, 1000)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// The outline of a glyph at the origin; empty for spaces.
  func outline(of glyph: UInt32, in font: FontID) throws(RenderingError) -> Path {
    cairo_set_font_face(context, try fonts.face(font))
    cairo_new_path(context)
    var placed = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
    cairo_glyph_path(context, &placed, 1)
    let path = cairo_copy_path(context)!
    defer { cairo_path_destroy(path) }
    try checkCairo(context, surface, "reading a glyph's outline")
    var elements: [Path.Element] = []
    var at = 0
    while at < path.pointee.num_data {
      let data = path.pointee.data + at
      func point(_ i: Int) -> Point { Point(x: data[i].point.x, y: data[i].point.y) }
      switch data.pointee.header.type {
      case CAIRO_PATH_MOVE_TO: elements.append(.move(point(1)))
      case CAIRO_PATH_LINE_TO: elements.append(.line(point(1)))
      case CAIRO_PATH_CURVE_TO: elements.append(.curve(point(1), point(2), point(3)))
      default: elements.append(.close)
      }
      at += Int(data.pointee.header.length)
    }
    // Cairo ends a closed figure with a move back to its start.
    while case .move? = elements.last { elements.removeLast() }
    return Path(elements)
  }
}
