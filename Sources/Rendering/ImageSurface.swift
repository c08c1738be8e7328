import CCairo
import Graphics

/// A cairo surface of pixels, white at first, and its drawing context in points.
struct ImageSurface: ~Copyable {
  private let surface: OpaquePointer
  let context: OpaquePointer

  /// - Parameters:
  ///   - size: in points.
  ///   - scale: pixels for each point.
  ///   - background: painted first; nil leaves the pixels transparent.
  init(size: Size, scale: Double, background: Color? = .white) throws(RenderingError) {
    precondition(scale > 0, "an image needs pixels")
    surface = cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, Int32(max(1, (size.width * scale).rounded(.up))),
      Int32(max(1, (size.height * scale).rounded(.up))))!
    context = cairo_create(surface)!
    try checkCairo(context, surface, "creating an image")
    if let background {
      cairo_set_source_rgba(
        context, Double(background.red), Double(background.green), Double(background.blue),
        Double(background.alpha))
      cairo_paint(context)
    }
    cairo_scale(context, scale, scale)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  consuming func pngBytes() throws(RenderingError) -> [UInt8] {
    try checkCairo(context, surface, "drawing an image")
    let output = ByteCollector()
    let status = cairo_surface_write_to_png_stream(surface, ByteCollector.write, output.closure)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(
        operation: "writing PNG", status: String(cString: cairo_status_to_string(status)))
    }
    return output.bytes
  }
}
