import Foundation

/// An sRGB colour with opacity; components run from 0 to 1.
public struct Color: Hashable, Sendable {
  public var red, green, blue, alpha: Float

  public init(red: Float, green: Float, blue: Float, alpha: Float = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  /// A colour from 0xRRGGBB.
  public init(hex: UInt32, alpha: Float = 1) {
    self.init(
      red: Float((hex >> 16) & 0xFF) / 255, green: Float((hex >> 8) & 0xFF) / 255,
      blue: Float(hex & 0xFF) / 255, alpha: alpha)
  }

  /// A colour from `#RRGGBB` or `#RGB`; nil when the text is neither.
  public init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "#"), let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    switch text.utf8.count {
    case 7: self.init(hex: value)
    case 4:
      let (r, g, b) = ((value >> 8) & 0xF, (value >> 4) & 0xF, value & 0xF)
      self.init(hex: (r * 17) << 16 | (g * 17) << 8 | b * 17)
    default: return nil
    }
  }

  public func opacity(_ alpha: Float) -> Color {
    Color(red: red, green: green, blue: blue, alpha: alpha)
  }

  public static let black = Color(hex: 0x000000)
  public static let white = Color(hex: 0xFFFFFF)

  /// `#rrggbb`, without the opacity.
  public var hexText: String {
    func two(_ v: Float) -> String {
      let text = String(Int((v * 255).rounded()), radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }
    return "#" + two(red) + two(green) + two(blue)
  }

  /// Relative luminance as WCAG 2.2 defines it, 0 for black to 1 for white.
  public var luminance: Double {
    func linear(_ v: Float) -> Double {
      let v = Double(v)
      return v <= 0.04045 ? v / 12.92 : Double.pow((v + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2).
  public func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

extension Double {
  fileprivate static func pow(_ base: Double, _ exponent: Double) -> Double {
    Foundation.pow(base, exponent)
  }
}
