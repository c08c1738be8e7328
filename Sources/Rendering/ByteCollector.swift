import CCairo

/// Collects what a cairo surface writes.
final class ByteCollector {
  private(set) var bytes: [UInt8] = []

  /// The function that cairo calls with each piece; its closure is an unretained collector.
  static let write: cairo_write_func_t = { closure, data, count in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let collector = Unmanaged<ByteCollector>.fromOpaque(closure).takeUnretainedValue()
    collector.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }

  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

/// Throws unless both a context and its surface are sound.
func checkCairo(
  _ context: OpaquePointer, _ surface: OpaquePointer, _ operation: String
) throws(RenderingError) {
  let drawing = cairo_status(context)
  let status = drawing == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : drawing
  guard status != CAIRO_STATUS_SUCCESS else { return }
  throw .cairo(operation: operation, status: String(cString: cairo_status_to_string(status)))
}
