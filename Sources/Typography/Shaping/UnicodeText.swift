import CUnicode

/// Unicode's text segmentation, by ICU.
enum UnicodeText {
  /// Offsets after which a line may end inside a word without spaces (UAX #14), the end excluded.
  static func breaks(_ bytes: UnsafeBufferPointer<UInt8>, language: String) -> [Int] {
    var offsets = [Int32](repeating: 0, count: bytes.count + 1)
    var mandatory = [UInt8](repeating: 0, count: bytes.count + 1)
    let count = bytes.withMemoryRebound(to: CChar.self) {
      report_line_breaks(
        $0.baseAddress, Int32(bytes.count), language, &offsets, &mandatory, Int32(offsets.count))
    }
    guard count > 0 else { return [] }
    return offsets.prefix(Int(count)).map(Int.init).filter { $0 > 0 && $0 < bytes.count }
  }

  static func script(of scalar: Unicode.Scalar) -> UInt32 { report_script(scalar.value) }
}
