import CCairo

/// Collects what a cairo surface writes: a page comes in some thousand pieces of a few bytes, so they
/// are put together in plain memory before they join the rest.
final class ByteCollector {
  private struct Desk {
    static let capacity = 1 << 16

    let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    var count = 0
    var collected: [UInt8] = []

    mutating func add(_ data: UnsafePointer<UInt8>, _ length: Int) {
      if count + length > Self.capacity { clear() }
      if length > Self.capacity {
        collected.append(contentsOf: UnsafeBufferPointer(start: data, count: length))
      } else {
        (piece + count).update(from: data, count: length)
        count += length
      }
    }

    mutating func clear() {
      collected.append(contentsOf: UnsafeBufferPointer(start: piece, count: count))
      count = 0
    }
  }

  private let desk = UnsafeMutablePointer<Desk>.allocate(capacity: 1)

  init() { desk.initialize(to: Desk()) }

  deinit {
    desk.pointee.piece.deallocate()
    desk.deinitialize(count: 1)
    desk.deallocate()
  }

  /// The function that cairo calls with each piece; its closure is that of a collector that outlives
  /// the surface.
  static let write: cairo_write_func_t = { closure, data, count in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    closure.assumingMemoryBound(to: Desk.self).pointee.add(data, Int(count))
    return CAIRO_STATUS_SUCCESS
  }

  var closure: UnsafeMutableRawPointer { UnsafeMutableRawPointer(desk) }

  /// All that was written so far.
  var bytes: [UInt8] {
    desk.pointee.clear()
    return desk.pointee.collected
  }
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
