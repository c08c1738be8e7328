public import Graphics

/// Colours, widths and sizes of charts.
public struct ChartTheme: Hashable, Sendable {
  public var ink = Color(hex: 0x1A1A1A)
  public var muted = Color(hex: 0x5B6570)
  public var rule = Color(hex: 0xD5D9DE)
  public var accent = Color(hex: 0x1F4E79)
  public var background = Color.white
  /// Categories in order; safe for the colour-blind (Okabe and Ito, 2008), black lightened.
  public var palette: [Color] = [
    Color(hex: 0x0072B2), Color(hex: 0xD55E00), Color(hex: 0x009E73), Color(hex: 0xCC79A7),
    Color(hex: 0xE69F00), Color(hex: 0x56B4E9), Color(hex: 0x4D4D4D),
  ]

  /// Em sizes in points.
  public var titleSize: Points = 8.5
  public var tickSize: Points = 7.5
  public var legendSize: Points = 7.5
  public var labelSize: Points = 7.5

  public var axisWidth: Points = 0.5
  public var gridWidth: Points = 0.3
  public var lineWidth: Points = 1.2
  /// Diameter of a point drawn as a circle; other shapes have its area.
  public var pointDiameter: Points = 5
  public var pointEdge: Points = 0.5
  public var dominatedOpacity: Float = 0.45
  /// Of the whole chart.
  public var heightToWidth = 0.58

  public init() {}

  public static let standard = ChartTheme()

  /// With text as wide as Vega's, for charts whose size is given in its pixels: Inter is a tenth
  /// wider than the faces that Vega takes.
  public static let vegaLite: ChartTheme = {
    var theme = ChartTheme()
    theme.titleSize = 11
    (theme.tickSize, theme.legendSize, theme.labelSize) = (9, 10, 10)
    theme.lineWidth = 1.6
    return theme
  }()

  var tickStyle: LabelStyle { LabelStyle(size: tickSize, color: muted) }
  var titleStyle: LabelStyle { LabelStyle(size: titleSize, color: ink) }
  var legendStyle: LabelStyle { LabelStyle(size: legendSize, color: ink) }
  var legendTitleStyle: LabelStyle { LabelStyle(size: legendSize, color: muted) }
}
