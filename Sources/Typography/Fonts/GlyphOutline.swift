import CHarfBuzz
public import Graphics

extension FontFace {
  /// The outline of a glyph as a path, for what is drawn and not read.
  ///
  /// - Parameters:
  ///   - size: em size in points.
  ///   - origin: of the glyph on its baseline; y grows down.
  public func outline(_ glyph: UInt32, size: Points, at origin: Point) -> Path {
    let pen = OutlinePen(scale: size / Double(unitsPerEm), origin: origin)
    hb_font_get_glyph_shape(
      font, glyph, OutlinePen.functions, Unmanaged.passUnretained(pen).toOpaque())
    return Path(pen.elements)
  }
}

/// Collects what HarfBuzz draws.
private final class OutlinePen {
  var elements: [Path.Element] = []
  private let scale: Double
  private let origin: Point

  init(scale: Double, origin: Point) {
    self.scale = scale
    self.origin = origin
  }

  func point(_ x: Float, _ y: Float) -> Point {
    Point(x: origin.x + Double(x) * scale, y: origin.y - Double(y) * scale)
  }

  static func of(_ data: UnsafeMutableRawPointer?) -> OutlinePen {
    guard let data else { preconditionFailure("HarfBuzz hands on the pen that it was given") }
    return Unmanaged<OutlinePen>.fromOpaque(data).takeUnretainedValue()
  }

  /// Immutable once made, as HarfBuzz's objects may then be shared between threads.
  nonisolated(unsafe) static let functions: OpaquePointer = {
    guard let functions = hb_draw_funcs_create() else {
      preconditionFailure("HarfBuzz gives an inert object even without memory, never none")
    }
    hb_draw_funcs_set_move_to_func(
      functions,
      { _, data, _, x, y, _ in
        let pen = OutlinePen.of(data)
        pen.elements.append(.move(pen.point(x, y)))
      }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      functions,
      { _, data, _, x, y, _ in
        let pen = OutlinePen.of(data)
        pen.elements.append(.line(pen.point(x, y)))
      }, nil, nil)
    // Quadratic curves come as cubic ones where no function for them is set.
    hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, data, _, x1, y1, x2, y2, x, y, _ in
        let pen = OutlinePen.of(data)
        pen.elements.append(.curve(pen.point(x1, y1), pen.point(x2, y2), pen.point(x, y)))
      }, nil, nil)
    hb_draw_funcs_set_close_path_func(
      functions, { _, data, _, _ in OutlinePen.of(data).elements.append(.close) }, nil, nil)
    hb_draw_funcs_make_immutable(functions)
    return functions
  }()
}
