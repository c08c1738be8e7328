/// The marks that a chart can be made of; each is a file in `Marks/`.
public enum MarkType: String, Decodable, Sendable, CaseIterable {
  case point, line, bar, rule, text, area, rect, tick, pareto
  case circle, square, trail, arc, boxplot, errorbar, errorband
}

/// A mark and how it is drawn: `point`, or `{type: point, size: 30}`.
public struct MarkSpec: Decodable, Sendable, Equatable {
  public enum Interpolation: String, Decodable, Sendable, CaseIterable {
    case linear, step, monotone, cardinal, basis, natural
    case stepBefore = "step-before"
    case stepAfter = "step-after"
    case linearClosed = "linear-closed"
    case cardinalClosed = "cardinal-closed"
    case basisClosed = "basis-closed"
    case cardinalOpen = "cardinal-open"
    case basisOpen = "basis-open"
    case bundle
  }

  public enum ObjectiveLayout: String, Decodable, Sendable, CaseIterable {
    /// An axis for each objective beside the others, and a line for each row.
    case parallel
    /// A scatter for each pair of objectives.
    case matrix
  }

  public enum FrontScope: String, Decodable, Sendable, CaseIterable {
    /// One front of all points.
    case overall
    /// One for each group of the colour channel.
    case group
  }

  public var type: MarkType
  /// A colour of all of the mark: `#rrggbb` or a name of CSS.
  public var color: String?
  /// 0 to 1.
  public var opacity: Double?
  /// Area of a point in square points, or thickness of a tick or bar in points.
  public var size: Double?
  public var shape: String?
  public var filled: Bool?
  /// In points.
  public var strokeWidth: Double?
  /// Lengths of dashes and gaps in points.
  public var strokeDash: [Double]?
  /// How a line or area joins its points.
  public var interpolate: Interpolation?
  /// Whether a line or area also has points.
  public var point: Bool?
  /// Whether an area has a line along its top.
  public var line: Bool?
  /// `horizontal` or `vertical`, where the channels leave it open.
  public var orient: Orient?
  /// Thickness of a bar in points, or a share of its band.
  public var width: MarkExtent?
  public var height: MarkExtent?
  /// Text: the edge or middle that stands on the place; 0, 0.5 or 1 of its width.
  public var align: Align?
  /// Text: moved by so many points.
  public var dx: Double?
  public var dy: Double?
  public var fontSize: Double?
  public var fontWeight: Bold?
  /// Text: degrees clockwise.
  public var angle: Double?
  /// Text or label that stands for all rows.
  public var text: String?
  /// Arcs: radius of the hole in the middle and of the rim.
  public var innerRadius: Double?
  public var outerRadius: Double?
  /// Of an area or bar, apart from its outline.
  public var fillOpacity: Double?
  /// Whether what lies outside the domain is cut off.
  public var clip: Bool?
  /// Error bars and bands: `ci`, `stderr`, `stdev`, `iqr`. Box plots: `min-max`, or how many
  /// interquartile ranges the whiskers reach.
  public var extent: MarkRange?
  /// Error bars: whether they end in a short stroke.
  public var ticks: Bool?
  /// Error bands: whether they have an outline.
  public var borders: Bool?
  /// `null` shows rows that cannot be placed as gaps; they are always left out and counted here.
  var invalid: Ignored?
  /// Points: whether they are drawn as pixels inside the axes; very many are unless this is false.
  public var raster: Bool?
  /// Pareto only: marks the knee point.
  public var knee: Bool?
  /// Pareto only: states the hypervolume.
  public var hypervolume: HypervolumeSpec?
  /// Pareto only: of what fronts are made.
  public var front: FrontScope?
  /// Pareto only: differences in x and y that do not count; points that no other beats by more are
  /// shown as nearly on the front.
  public var epsilon: [Double]?
  /// Pareto only: whether the ideal point, the best x with the best y, is marked.
  public var ideal: Bool?

  /// Pareto only: two objectives or more, each with `field` and `better`, in place of x and y.
  public var objectives: [ChannelSpec]?
  /// Pareto of several objectives: how they are shown.
  public var view: ObjectiveLayout?

  public init(_ type: MarkType) { self.type = type }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case type, color, opacity, size, shape, filled, strokeWidth, strokeDash, interpolate, point
    case line, orient, width, height, align, dx, dy, fontSize, fontWeight, angle, text
    case innerRadius, outerRadius, fillOpacity, clip, extent, ticks, borders, fill, stroke
    case thickness, tooltip, invalid, href, cursor, aria, style, baseline, tension, radius, theta
    case cornerRadius, cornerRadiusEnd, cornerRadiusTopLeft, cornerRadiusTopRight, binSpacing
    case cornerRadiusBottomLeft, cornerRadiusBottomRight, fontStyle, font, limit, strokeCap
    case strokeJoin, strokeOpacity, order, box, median, outliers, rule, band, padAngle
    case continuousBandSize, discreteBandSize, bandSize, lineBreak, minBandSize, blend
    case timeUnitBandPosition, timeUnitBandSize, xOffset, yOffset, description, lineHeight
    case radiusOffset, thetaOffset, radius2, theta2, ellipsis, dir
    case knee, hypervolume, front, epsilon, ideal
    case raster, objectives, view
  }

  public init(from decoder: any Decoder) throws {
    if let type = try? decoder.singleValueContainer().decode(MarkType.self) {
      self.init(type)
      return
    }
    guard let keys = try? decoder.container(keyedBy: CodingKeys.self) else {
      // Not a mapping: let the word itself say what is wrong with it.
      self.init(try decoder.singleValueContainer().decode(MarkType.self))
      return
    }
    self.init(try keys.decode(MarkType.self, forKey: .type))
    // A gradient is printed in the usual colour.
    if keys.shape(.color) == .scalar {
      color = try keys.decodeIfPresent(String.self, forKey: .color)
    }
    opacity = try keys.decodeIfPresent(Double.self, forKey: .opacity)
    size = try keys.decodeIfPresent(Double.self, forKey: .size)
    shape = try keys.decodeIfPresent(String.self, forKey: .shape)
    filled = try keys.decodeIfPresent(Bool.self, forKey: .filled)
    strokeWidth = try keys.decodeIfPresent(Double.self, forKey: .strokeWidth)
    strokeDash = try keys.decodeIfPresent([Double].self, forKey: .strokeDash)
    interpolate = try keys.decodeIfPresent(Interpolation.self, forKey: .interpolate)
    // `{…}` and `transparent` style the points of a line.
    point =
      keys.shape(.point) == .mapping
      ? true : keys.word(.point) != nil ? nil : try keys.decodeIfPresent(Bool.self, forKey: .point)
    line =
      keys.shape(.line) == .mapping ? true : try keys.decodeIfPresent(Bool.self, forKey: .line)
    orient = try keys.decodeIfPresent(Orient.self, forKey: .orient)
    width = try keys.decodeIfPresent(MarkExtent.self, forKey: .width)
    height = try keys.decodeIfPresent(MarkExtent.self, forKey: .height)
    align = try keys.decodeIfPresent(Align.self, forKey: .align)
    if keys.shape(.dx) == .scalar { dx = try keys.decodeIfPresent(Double.self, forKey: .dx) }
    if keys.shape(.dy) == .scalar { dy = try keys.decodeIfPresent(Double.self, forKey: .dy) }
    fontSize = try keys.decodeIfPresent(Double.self, forKey: .fontSize)
    fontWeight = try keys.decodeIfPresent(Bold.self, forKey: .fontWeight)
    angle = try keys.decodeIfPresent(Double.self, forKey: .angle)
    text = try keys.decodeIfPresent(Lines.self, forKey: .text)?.text
    innerRadius = try keys.decodeIfPresent(Double.self, forKey: .innerRadius)
    outerRadius = try keys.decodeIfPresent(Double.self, forKey: .outerRadius)
    if keys.shape(.radius) == .scalar, outerRadius == nil {
      outerRadius = try keys.decodeIfPresent(Double.self, forKey: .radius)
    }
    fillOpacity = try keys.decodeIfPresent(Double.self, forKey: .fillOpacity)
    clip = try keys.decodeIfPresent(Bool.self, forKey: .clip)
    extent = try keys.decodeIfPresent(MarkRange.self, forKey: .extent)
    ticks =
      keys.shape(.ticks) == .mapping ? true : try keys.decodeIfPresent(Bool.self, forKey: .ticks)
    borders =
      keys.shape(.borders) == .mapping
      ? true : try keys.decodeIfPresent(Bool.self, forKey: .borders)
    // The outline of what is filled is white; only what is all outline takes its colour.
    let isOutline = [MarkType.line, .rule, .tick, .trail].contains(type) || filled == false
    for key in isOutline ? [CodingKeys.stroke] : [.fill]
    where color == nil && keys.shape(key) == .scalar {
      color = try keys.decodeIfPresent(String.self, forKey: key)
    }
    if let thickness = try keys.decodeIfPresent(Double.self, forKey: .thickness) {
      size = size ?? thickness
    }
    raster = try keys.decodeIfPresent(Bool.self, forKey: .raster)
    objectives = try keys.decodeIfPresent([ChannelSpec].self, forKey: .objectives)
    view = try keys.decodeIfPresent(ObjectiveLayout.self, forKey: .view)
    knee = try keys.decodeIfPresent(Bool.self, forKey: .knee)
    hypervolume = try keys.decodeIfPresent(HypervolumeSpec.self, forKey: .hypervolume)
    front = try keys.decodeIfPresent(FrontScope.self, forKey: .front)
    epsilon = try keys.decodeIfPresent([Double].self, forKey: .epsilon)
    ideal = try keys.decodeIfPresent(Bool.self, forKey: .ideal)
  }
}

extension MarkSpec {
  public enum Orient: String, Decodable, Sendable, CaseIterable { case horizontal, vertical }

  public enum Align: String, Decodable, Sendable, CaseIterable {
    case left, center, right

    /// Share of the text's width that lies before its place.
    var share: Double { self == .left ? 0 : self == .center ? 0.5 : 1 }
  }
}

/// A width in points, or a share of a category's band: `{band: 0.7}`.
public enum MarkExtent: Decodable, Sendable, Equatable {
  case points(Double)
  case band(Double)

  private enum CodingKeys: String, CodingKey, CaseIterable { case band }

  public init(from decoder: any Decoder) throws {
    if decoder.shape == .mapping {
      let keys = try decoder.container(keyedBy: CodingKeys.self)
      self = .band(try keys.decode(Double.self, forKey: .band))
    } else {
      self = .points(try decoder.singleValueContainer().decode(Double.self))
    }
  }
}

/// `bold`, `normal`, or a weight from 100 to 900.
public struct Bold: Decodable, Sendable, Equatable {
  public var isBold: Bool

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let weight = try? value.decode(Double.self) {
      isBold = weight >= 600
    } else {
      isBold = ["bold", "bolder"].contains(try value.decode(String.self))
    }
  }
}

/// How far error bars, bands and the whiskers of box plots reach.
public enum MarkRange: Decodable, Sendable, Equatable {
  case word(String)
  case factor(Double)

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let factor = try? value.decode(Double.self) {
      self = .factor(factor)
    } else {
      self = .word(try value.decode(String.self))
    }
  }
}
