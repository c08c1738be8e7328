/// A length in PostScript points (1/72 inch). All layout is done in points.
public typealias Points = Double

extension Double {
  /// Millimetres in points.
  public static func millimetres(_ value: Double) -> Points { value * 72 / 25.4 }
}
