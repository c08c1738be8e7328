import CDeflate

/// Unpacks what PDF's FlateDecode filter packed (RFC 1950).
final class Inflate {
  private let decompressor: OpaquePointer

  init() {
    guard let decompressor = libdeflate_alloc_decompressor() else {
      preconditionFailure("memory for a decompressor, some kilobytes")
    }
    self.decompressor = decompressor
  }

  deinit { libdeflate_free_decompressor(decompressor) }

  /// - Throws: when the bytes are damaged, or unpack to more than two gigabytes.
  func decompress(_ bytes: [UInt8]) throws(RenderingError) -> [UInt8] {
    var capacity = max(1024, bytes.count * 8)
    while true {
      var result = LIBDEFLATE_SUCCESS
      let out = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, used in
        result = libdeflate_zlib_decompress(
          decompressor, bytes, bytes.count, buffer.baseAddress, buffer.count, &used)
        if result != LIBDEFLATE_SUCCESS { used = 0 }
      }
      switch result {
      case LIBDEFLATE_SUCCESS: return out
      case LIBDEFLATE_INSUFFICIENT_SPACE where capacity < 1 << 31: capacity *= 2
      default: throw .structure("a packed stream is damaged")
      }
    }
  }
}
