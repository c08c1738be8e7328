import CZlib

/// Unpacks files that gzip packed.
///
/// Source: RFC 1952; several members, one behind the other, are one file.
enum GzipFile {
  /// Why a file cannot be unpacked.
  enum Failure: Error { case damaged, tooLarge }

  /// Larger contents are taken for a mistake or an attack: a few kilobytes can hold gigabytes.
  static let mostBytes = 1 << 30

  /// Whether the bytes begin as a gzip file does.
  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  static func unpack(_ bytes: [UInt8], most: Int = mostBytes) throws(Failure) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window, and 16 for gzip's header in place of zlib's.
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged }
    defer { inflateEnd(&stream) }
    var packed = bytes
    var out: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    return try packed.withUnsafeMutableBufferPointer { input throws(Failure) in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        let status = piece.withUnsafeMutableBufferPointer { buffer in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          return inflate(&stream, Z_NO_FLUSH)
        }
        guard status == Z_OK || status == Z_STREAM_END else { throw .damaged }
        out += piece[..<(piece.count - Int(stream.avail_out))]
        guard out.count <= most else { throw .tooLarge }
        guard status == Z_STREAM_END else { continue }
        if stream.avail_in == 0 { return out }
        guard inflateReset(&stream) == Z_OK else { throw .damaged }
      }
    }
  }
}
