import CZlib

/// Compression for PDF's FlateDecode filter (RFC 1950).
enum Deflate {
  static func compress(_ bytes: [UInt8]) throws(RenderingError) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var status = Z_OK
    // The buffer is as large as the worst case, of which little is touched.
    let out = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, used in
      status = compress2(
        buffer.baseAddress, &count, bytes, UInt(bytes.count), Z_DEFAULT_COMPRESSION)
      used = status == Z_OK ? Int(count) : 0
    }
    guard status == Z_OK else { throw .structure("zlib failed with status \(status)") }
    return out
  }

  static func decompress(_ bytes: [UInt8]) throws(RenderingError) -> [UInt8] {
    var capacity = max(1024, bytes.count * 8)
    while true {
      var out = [UInt8](repeating: 0, count: capacity)
      var count = UInt(capacity)
      switch uncompress(&out, &count, bytes, UInt(bytes.count)) {
      case Z_OK:
        out.removeSubrange(Int(count)...)
        return out
      case Z_BUF_ERROR where capacity < 1 << 31: capacity *= 2
      case let status: throw .structure("zlib failed with status \(status)")
      }
    }
  }
}
