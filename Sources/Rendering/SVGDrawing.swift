import CCairo
import CRSVG
import Graphics

/// An SVG file as librsvg reads it.
///
/// A class, because ownership of the handle is shared by the image cache and its users.
final class SVGDrawing {
  private let handle: OpaquePointer
  let naturalSize: Size
  private let name: String

  init(bytes: [UInt8], name: String) throws(RenderingError) {
    var error: UnsafeMutablePointer<GError>?
    let bytes = SVGLinks.removed(from: bytes)
    let made = bytes.withUnsafeBufferPointer {
      rsvg_handle_new_from_data($0.baseAddress, UInt($0.count), &error)
    }
    guard let made else { throw Self.failure(error, name: name) }
    handle = OpaquePointer(made)
    self.name = name
    rsvg_handle_set_dpi(made, 96)
    var width = 0.0
    var height = 0.0
    var box = RsvgRectangle()
    var (hasWidth, hasHeight, hasBox): (gboolean, gboolean, gboolean) = (0, 0, 0)
    var (w, h) = (RsvgLength(), RsvgLength())
    if rsvg_handle_get_intrinsic_size_in_pixels(made, &width, &height) == 0 {
      rsvg_handle_get_intrinsic_dimensions(
        made, &hasWidth, &w, &hasHeight, &h, &hasBox, &box)
      (width, height) = hasBox != 0 ? (box.width, box.height) : (300, 150)
    }
    naturalSize = Size(width: max(width, 1) * 0.75, height: max(height, 1) * 0.75)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

  /// Draws the whole picture into a rectangle of the context's user space.
  func draw(on context: OpaquePointer, in rect: Rect) throws(RenderingError) {
    var viewport = RsvgRectangle(
      x: rect.minX, y: rect.minY, width: rect.size.width, height: rect.size.height)
    var error: UnsafeMutablePointer<GError>?
    let drawn = rsvg_handle_render_document(
      UnsafeMutablePointer(handle), context, &viewport, &error)
    guard drawn != 0 else { throw Self.failure(error, name: name) }
  }

  private static func failure(
    _ error: UnsafeMutablePointer<GError>?, name: String
  ) -> RenderingError {
    defer { g_error_free(error) }
    let reason = error?.pointee.message.map { String(cString: $0) } ?? "librsvg gave no reason"
    return .image(name: name, reason: reason)
  }
}
