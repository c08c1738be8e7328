import CZlib

/// Compression for PDF's FlateDecode filter (RFC 1950).
enum Deflate {
  static func compress(_ bytes: [UInt8]) throws(RenderingError) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var out = [UInt8](repeating: 0, count: Int(count))
    let status = compress2(&out, &count, bytes, UInt(bytes.count), Z_DEFAULT_COMPRESSION)
    guard status == Z_OK else { throw .structure("zlib failed with status \(status)") }
    out.removeSubrange(Int(count)...)
    return out
  }
}
