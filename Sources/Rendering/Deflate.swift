import CZlib

/// Compression for PDF's FlateDecode filter (RFC 1950).
enum Deflate {
  /// How much time compressing may take.
  enum Effort: Int32 {
    /// Two thirds of the time of the usual effort for 4 % more bytes: for content that cairo has
    /// compressed once already.
    case quick = 4
    case usual = 6
  }

  static func compress(
    _ bytes: [UInt8], _ effort: Effort = .usual
  ) throws(RenderingError) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var status = Z_OK
    // The buffer is as large as the worst case, of which little is touched.
    let out = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, used in
      status = compress2(buffer.baseAddress, &count, bytes, UInt(bytes.count), effort.rawValue)
      used = status == Z_OK ? Int(count) : 0
    }
    guard status == Z_OK else { throw .structure("zlib failed with status \(status)") }
    return out
  }

  static func decompress(_ bytes: [UInt8]) throws(RenderingError) -> [UInt8] {
    var capacity = max(1024, bytes.count * 8)
    while true {
      var count = UInt(capacity)
      var status = Z_OK
      let out = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, used in
        status = uncompress(buffer.baseAddress, &count, bytes, UInt(bytes.count))
        used = status == Z_OK ? Int(count) : 0
      }
      switch status {
      case Z_OK: return out
      case Z_BUF_ERROR where capacity < 1 << 31: capacity *= 2
      default: throw .structure("zlib failed with status \(status)")
      }
    }
  }
}
