/// A length as TeX writes it.
public struct MathLength: Hashable, Sendable {
  public enum Unit: Hashable, Sendable {
    /// A PostScript point; TeX's `pt`, `cm` … are converted.
    case points
    /// Of the font in use: `em`, `ex`.
    case em, ex
    /// 1/18 of the math font's em in the current style.
    case mu
  }

  public var value: Double
  public var unit: Unit

  public init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  public static let zero = MathLength(0, .points)
  public static func mu(_ value: Double) -> MathLength { MathLength(value, .mu) }
  public static func em(_ value: Double) -> MathLength { MathLength(value, .em) }
}

/// An sRGB colour, components 0 … 1.
public struct MathColor: Hashable, Sendable {
  public var red, green, blue: Float

  public init(red: Float, green: Float, blue: Float) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}
