import Graphics
import Rendering

/// Pixels inside the axes for marks that are too many to be drawn one by one.
///
/// A printer shows no more of a cloud of points than its pixels, and a file with a path for each
/// would be slow and large. The points are stamped in their order, so opacity and colours mix as
/// those of paths would.
struct PointRaster {
  /// More marks than these are drawn as pixels unless the mark says otherwise.
  static let most = 10_000
  /// Pixels for each point: 300 to the inch.
  private static let scale = 300.0 / 72
  /// A larger picture has half as many pixels to the inch.
  private static let mostBytes = 600_000
  /// How far points may stand out over the ends of the axes.
  private static let margin: Points = 5

  private let bounds: Rect
  private let width: Int
  private let height: Int
  private(set) var pixels: [UInt32]
  private let rim: Points
  private let paper: Color

  /// Stamps by style, each for sixteen places between the pixels.
  private var stamps: [PointStamp?] = []
  private var styles: [Style: Int] = [:]
  private var last: (style: Style, place: Int)?
  /// The first styles, found sooner than by their hash.
  private var few: [(style: Style, place: Int)] = []

  private struct Style: Hashable {
    var shape: PointShape
    var isFilled: Bool
    /// In eighths of a pixel, so that sizes that no one can tell apart share a stamp.
    var diameter: Int
    var color: Color
  }

  init(area: Rect, rim: Points, paper: Color) {
    bounds = area.insetBy(dx: -Self.margin, dy: -Self.margin)
    width = max(1, Int((bounds.size.width * Self.scale).rounded(.up)))
    height = max(1, Int((bounds.size.height * Self.scale).rounded(.up)))
    pixels = Array(repeating: 0, count: width * height)
    self.rim = rim
    self.paper = paper
  }

  mutating func stamp(
    _ center: Point, _ shape: PointShape, area: Double, color: Color, isFilled: Bool
  ) {
    let x = (center.x - bounds.minX) * Self.scale
    let y = (center.y - bounds.minY) * Self.scale
    guard x >= 0, y >= 0, x < Double(width), y < Double(height) else { return }
    let quarters = (Int(x * 4), Int(y * 4))
    let diameter = 2 * (area / .pi).squareRoot() * Self.scale
    let style = Style(
      shape: shape, isFilled: isFilled, diameter: Int((diameter * 8).rounded()), color: color)
    let place = place(of: style) + (quarters.1 & 3) * 4 + (quarters.0 & 3)
    if stamps[place] == nil {
      let radius = Double(style.diameter) / 16 / Self.scale
      stamps[place] = PointStamp(
        shape, area: .pi * radius * radius, color: color, isFilled: isFilled, rim: rim,
        paper: paper,
        shift: Point(
          x: Double(quarters.0 & 3) / 4 + 0.125, y: Double(quarters.1 & 3) / 4 + 0.125),
        scale: Self.scale)
    }
    blend(place, column: quarters.0 >> 2, row: quarters.1 >> 2)
  }

  private mutating func place(of style: Style) -> Int {
    if let last, last.style == style { return last.place }
    let known = few.first { $0.style == style }?.place ?? styles[style]
    let place = known ?? stamps.count
    if known == nil {
      styles[style] = place
      if few.count < 8 { few.append((style, place)) }
      stamps.append(contentsOf: repeatElement(nil, count: 16))
    }
    last = (style, place)
    return place
  }

  /// Paints a stamp over what there is, four pixels at a time where it lies inside.
  private mutating func blend(_ place: Int, column: Int, row: Int) {
    guard let stamp = stamps[place] else { return }
    let (x, y) = (column + stamp.left, row + stamp.top)
    let (width, height) = (width, height)
    let isInside = x >= 0 && y >= 0 && x + stamp.width <= width && y + stamp.spans.count <= height
    pixels.withUnsafeMutableBufferPointer { target in
      stamp.pixels.withUnsafeBufferPointer { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        for (line, span) in stamp.spans.enumerated() where span.count > 0 {
          let from = source + (line * stamp.width + span.first)
          if isInside {
            let to = target + ((y + line) * width + x + span.first)
            for step in stride(from: 0, to: span.count, by: 4) {
              let place = UnsafeMutableRawPointer(to + step)
              let ink = UnsafeRawPointer(from + step).loadUnaligned(as: SIMD4<UInt32>.self)
              let old = place.loadUnaligned(as: SIMD4<UInt32>.self)
              place.storeBytes(of: Self.over(ink, old), as: SIMD4<UInt32>.self)
            }
          } else if y + line >= 0, y + line < height {
            for step in 0..<span.count
            where x + span.first + step >= 0 && x + span.first + step < width {
              let place = target + ((y + line) * width + x + span.first + step)
              place.pointee =
                Self.over(
                  SIMD4(repeating: from[step]), SIMD4(repeating: place.pointee))[0]
            }
          }
        }
      }
    }
  }

  /// Ink over old pixels (Porter and Duff): two channels at a time, each divided by 255 with
  /// rounding.
  @inline(__always)
  private static func over(_ ink: SIMD4<UInt32>, _ old: SIMD4<UInt32>) -> SIMD4<UInt32> {
    let mask = SIMD4<UInt32>(repeating: 0xFF_00FF)
    let half = SIMD4<UInt32>(repeating: 0x80_0080)
    let rest = SIMD4<UInt32>(repeating: 255) &- (ink &>> 24)
    let even = (old & mask) &* rest &+ half
    let odd = ((old &>> 8) & mask) &* rest &+ half
    let low = ((even &+ ((even &>> 8) & mask)) &>> 8) & mask
    let high = (odd &+ ((odd &>> 8) & mask)) & ~mask
    return ink &+ (low | high)
  }

  /// The picture, to be placed; nil when nothing was stamped.
  func item() -> FrameItem? {
    guard !styles.isEmpty else { return nil }
    var (image, columns, rows) = (pixels, width, height)
    var bytes = PNGEncoder.encode(image, width: columns)
    var scale = Self.scale
    if bytes.count > Self.mostBytes {
      (image, columns, rows) = Self.halved(image, columns, rows)
      bytes = PNGEncoder.encode(image, width: columns)
      scale /= 2
    }
    let size = Size(width: Double(columns) / scale, height: Double(rows) / scale)
    return .image(
      ImageResource(name: "points", format: .png, bytes: bytes, naturalSize: size),
      in: Rect(x: bounds.minX, y: bounds.minY, width: size.width, height: size.height))
  }

  /// Means of four pixels each.
  private static func halved(_ pixels: [UInt32], _ width: Int, _ height: Int) -> (
    [UInt32], Int, Int
  ) {
    let (columns, rows) = ((width + 1) / 2, (height + 1) / 2)
    var out: [UInt32] = []
    out.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        var even: UInt32 = 0x2_0002
        var odd: UInt32 = 0x2_0002
        for (y, x) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
          let (line, place) = (row * 2 + y, column * 2 + x)
          guard line < height, place < width else { continue }
          even += pixels[line * width + place] & 0xFF_00FF
          odd += pixels[line * width + place] >> 8 & 0xFF_00FF
        }
        out.append(even >> 2 & 0xFF_00FF | (odd >> 2 & 0xFF_00FF) << 8)
      }
    }
    return (out, columns, rows)
  }
}
