import Graphics

/// Colours for a quantitative channel: light for little, dark for much, so that grey print keeps the
/// order.
struct ColorRamp: Sendable {
  var stops: [Color]

  /// ColorBrewer's Blues without its palest steps.
  static let blues = ColorRamp(
    stops: [0xDEEBF7, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x08519C, 0x08306B].map {
      Color(hex: $0)
    })
  /// Matplotlib's viridis from light to dark, nine samples.
  static let viridis = ColorRamp(
    stops: [
      0xFDE725, 0xADDC30, 0x5EC962, 0x28AE80, 0x21918C, 0x2C728E, 0x3B528B, 0x472D7B, 0x440154,
    ].map { Color(hex: $0) })

  /// - Parameter share: from 0 to 1; what lies outside gets the end's colour.
  func color(at share: Double) -> Color {
    let place = min(max(share, 0), 1) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    let part = Float(place - Double(index))
    let (a, b) = (stops[index], stops[index + 1])
    return Color(
      red: a.red + (b.red - a.red) * part, green: a.green + (b.green - a.green) * part,
      blue: a.blue + (b.blue - a.blue) * part)
  }
}
