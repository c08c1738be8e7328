import Foundation
import Graphics

/// Turned text and points on circles.
enum Turning {
  static func sine(_ radians: Double) -> Double { sin(radians) }
  static func cosine(_ radians: Double) -> Double { cos(radians) }

  /// A turn by degrees clockwise round the origin, then a move.
  static func transform(degrees: Double, to point: Point) -> Transform {
    let turn = degrees * .pi / 180
    // Whole quarters without a sine's rounding.
    let (s, c): (Double, Double)
    switch degrees {
    case 90: (s, c) = (1, 0)
    case -90, 270: (s, c) = (-1, 0)
    case 180, -180: (s, c) = (0, -1)
    default: (s, c) = (sin(turn), cos(turn))
    }
    return Transform(a: c, b: s, c: -s, d: c, tx: point.x, ty: point.y)
  }
}
