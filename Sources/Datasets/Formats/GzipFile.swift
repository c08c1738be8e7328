import CDeflate

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
    guard let decompressor = libdeflate_alloc_decompressor() else {
      preconditionFailure("memory for a decompressor, some kilobytes")
    }
    defer { libdeflate_free_decompressor(decompressor) }
    var out: [UInt8] = []
    var place = 0
    repeat {
      let member = try unpack(bytes[place...], most: most - out.count, decompressor)
      out += member.bytes
      place += member.packedCount
    } while place < bytes.count
    return out
  }

  /// - Parameter packed: one member, and what may follow it.
  private static func unpack(
    _ packed: ArraySlice<UInt8>, most: Int, _ decompressor: OpaquePointer
  ) throws(Failure) -> (bytes: [UInt8], packedCount: Int) {
    var capacity = min(most, max(1 << 16, packed.count * 4))
    while true {
      var (result, packedCount) = (LIBDEFLATE_BAD_DATA, 0)
      let bytes = packed.withUnsafeBytes { input in
        [UInt8](unsafeUninitializedCapacity: capacity) { buffer, used in
          result = libdeflate_gzip_decompress_ex(
            decompressor, input.baseAddress, input.count, buffer.baseAddress, capacity,
            &packedCount, &used)
          if result != LIBDEFLATE_SUCCESS { used = 0 }
        }
      }
      switch result {
      case LIBDEFLATE_SUCCESS: return (bytes, packedCount)
      case LIBDEFLATE_INSUFFICIENT_SPACE where capacity < most: capacity = min(most, capacity * 2)
      case LIBDEFLATE_INSUFFICIENT_SPACE: throw .tooLarge
      default: throw .damaged
      }
    }
  }
}
