import CDeflate

/// Writes pixels as PNG (W3C Recommendation, third edition): the same pixels, the same bytes.
public enum PNGEncoder {
  /// - Parameters:
  ///   - pixels: row by row, red in the lowest byte, then green, blue and alpha; colours are
  ///     multiplied by alpha.
  ///   - width: in pixels; `pixels` holds whole rows.
  /// - Returns: an indexed image when at most 256 colours occur, else one of 8 bits a channel.
  public static func encode(_ pixels: [UInt32], width: Int) -> [UInt8] {
    precondition(width > 0 && pixels.count % width == 0, "an image has whole rows")
    let height = pixels.count / width
    var out: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    func chunk(_ name: String, _ content: [UInt8]) {
      let body = Array(name.utf8) + content
      out += bigEndian(UInt32(content.count)) + body
      out += bigEndian(libdeflate_crc32(0, body, body.count))
    }
    let size = bigEndian(UInt32(width)) + bigEndian(UInt32(height))
    if let palette = Palette(pixels) {
      chunk("IHDR", size + [8, 3, 0, 0, 0])
      chunk("PLTE", palette.colors.flatMap { [byte($0, 0), byte($0, 8), byte($0, 16)] })
      chunk("tRNS", palette.colors.map { byte($0, 24) })
      chunk("IDAT", Deflate().compress(palette.rows(of: pixels, width: width)))
    } else {
      chunk("IHDR", size + [8, 6, 0, 0, 0])
      chunk("IDAT", Deflate().compress(filtered(pixels, width: width)))
    }
    chunk("IEND", [])
    return out
  }

  /// Each byte less that above it, which is often the same.
  private static func filtered(_ pixels: [UInt32], width: Int) -> [UInt8] {
    let height = pixels.count / width
    return [UInt8](unsafeUninitializedCapacity: height * (1 + width * 4)) { out, count in
      var at = 0
      for row in 0..<height {
        out[at] = 2
        at += 1
        for column in 0..<width {
          let pixel = unmultiplied(pixels[row * width + column])
          let above = row > 0 ? unmultiplied(pixels[(row - 1) * width + column]) : 0
          for shift: UInt32 in [0, 8, 16, 24] {
            out[at] = byte(pixel, shift) &- byte(above, shift)
            at += 1
          }
        }
      }
      count = at
    }
  }

  fileprivate static func unmultiplied(_ pixel: UInt32) -> UInt32 {
    let alpha = pixel >> 24
    if alpha == 255 { return pixel }
    if alpha == 0 { return 0 }
    func channel(_ shift: UInt32) -> UInt32 {
      min(255, ((pixel >> shift & 0xFF) * 255 + alpha / 2) / alpha) << shift
    }
    return channel(0) | channel(8) | channel(16) | alpha << 24
  }

  fileprivate static func byte(_ pixel: UInt32, _ shift: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: pixel >> shift)
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [byte(value, 24), byte(value, 16), byte(value, 8), byte(value, 0)]
  }
}

/// The colours of an image of few.
private struct Palette {
  private(set) var colors: [UInt32] = []
  private var index: [UInt32: UInt8] = [:]

  init?(_ pixels: [UInt32]) {
    var last: UInt32?
    for pixel in pixels where pixel != last {
      last = pixel
      guard index[pixel] == nil else { continue }
      // Several shades of a faint colour may become one.
      let plain = PNGEncoder.unmultiplied(pixel)
      if let known = colors.firstIndex(of: plain) {
        index[pixel] = UInt8(known)
        continue
      }
      guard colors.count < 256 else { return nil }
      index[pixel] = UInt8(colors.count)
      colors.append(plain)
    }
  }

  func rows(of pixels: [UInt32], width: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(pixels.count + pixels.count / width)
    var last: (pixel: UInt32, place: UInt8)?
    for (number, pixel) in pixels.enumerated() {
      if number % width == 0 { out.append(0) }
      if last?.pixel != pixel { last = (pixel, index[pixel] ?? 0) }
      out.append(last?.place ?? 0)
    }
    return out
  }
}
