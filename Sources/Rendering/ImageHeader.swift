import Graphics

/// Pixel size and resolution, read from a file's first bytes.
struct ImageHeader: Equatable {
  var width: Int
  var height: Int
  /// Pixels per inch; nil when the file is silent, or says only an aspect ratio.
  var pixelsPerInch: Double?

  /// 96 pixels per inch unless the file says otherwise.
  var naturalSize: Size {
    let perPixel = 72 / (pixelsPerInch ?? 96)
    return Size(width: Double(width) * perPixel, height: Double(height) * perPixel)
  }

  static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Reads IHDR and pHYs (PNG, W3C Recommendation, third edition, 11.2.1 and 11.3.4.3).
  static func png(_ bytes: [UInt8]) -> ImageHeader? {
    guard bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { return nil }
    var header = ImageHeader(width: bytes.big32(at: 16), height: bytes.big32(at: 20))
    guard header.width > 0, header.height > 0 else { return nil }
    var at = 8
    while at + 12 <= bytes.count {
      let length = bytes.big32(at: at)
      let type = bytes[at + 4..<at + 8]
      guard length >= 0, at + 12 + length <= bytes.count, !type.elementsEqual("IDAT".utf8)
      else { break }
      if type.elementsEqual("pHYs".utf8), length == 9, bytes[at + 16] == 1 {
        let perMetre = Double(bytes.big32(at: at + 8))
        // Some programs write 0 or 1 for "unknown".
        if perMetre > 39 { header.pixelsPerInch = (perMetre * 0.0254).rounded() }
      }
      at += 12 + length
    }
    return header
  }

  /// Reads the frame header and JFIF density (ITU-T T.81, B.2.2; T.871, 10.1).
  static func jpeg(_ bytes: [UInt8]) -> ImageHeader? {
    var at = 2
    var density: Double?
    while at + 9 < bytes.count {
      guard bytes[at] == 0xFF else { return nil }
      let marker = bytes[at + 1]
      if marker == 0xFF || (0xD0...0xD8).contains(marker) {
        at += marker == 0xFF ? 1 : 2
        continue
      }
      let length = bytes.big16(at: at + 2)
      if marker == 0xE0, at + 14 < bytes.count, bytes[at + 4..<at + 8].elementsEqual("JFIF".utf8) {
        let value = Double(bytes.big16(at: at + 12))
        switch bytes[at + 11] {
        case 1 where value > 1: density = value
        case 2 where value > 1: density = (value * 2.54).rounded()
        default: break
        }
      }
      // SOF0–SOF15 without DHT, JPG and DAC.
      if (0xC0...0xCF).contains(marker), marker != 0xC4, marker != 0xC8, marker != 0xCC {
        let header = ImageHeader(
          width: bytes.big16(at: at + 7), height: bytes.big16(at: at + 5), pixelsPerInch: density)
        return header.width > 0 && header.height > 0 ? header : nil
      }
      at += 2 + length
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate func big16(at i: Int) -> Int { Int(self[i]) << 8 | Int(self[i + 1]) }
  fileprivate func big32(at i: Int) -> Int { big16(at: i) << 16 | big16(at: i + 2) }
}
