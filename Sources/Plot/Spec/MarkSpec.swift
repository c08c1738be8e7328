/// The marks that a chart can be made of; each is a file in `Marks/`.
public enum MarkType: String, Decodable, Sendable, CaseIterable {
  case point, line, bar, rule, text, area, rect, tick, pareto
}

/// A mark and how it is drawn: `point`, or `{type: point, size: 30}`.
public struct MarkSpec: Decodable, Sendable, Equatable {
  public enum Interpolation: String, Decodable, Sendable, CaseIterable {
    case linear, step
    case stepBefore = "step-before"
    case stepAfter = "step-after"
  }

  public enum FrontScope: String, Decodable, Sendable, CaseIterable {
    /// One front of all points.
    case overall
    /// One for each group of the colour channel.
    case group
  }

  public var type: MarkType
  /// `#rrggbb` for all of the mark.
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
  /// Whether a line also has points.
  public var point: Bool?
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

  public init(_ type: MarkType) { self.type = type }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case type, color, opacity, size, shape, filled, strokeWidth, strokeDash, interpolate, point
    case knee, hypervolume, front, epsilon, ideal
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
    color = try keys.decodeIfPresent(String.self, forKey: .color)
    opacity = try keys.decodeIfPresent(Double.self, forKey: .opacity)
    size = try keys.decodeIfPresent(Double.self, forKey: .size)
    shape = try keys.decodeIfPresent(String.self, forKey: .shape)
    filled = try keys.decodeIfPresent(Bool.self, forKey: .filled)
    strokeWidth = try keys.decodeIfPresent(Double.self, forKey: .strokeWidth)
    strokeDash = try keys.decodeIfPresent([Double].self, forKey: .strokeDash)
    interpolate = try keys.decodeIfPresent(Interpolation.self, forKey: .interpolate)
    point = try keys.decodeIfPresent(Bool.self, forKey: .point)
    knee = try keys.decodeIfPresent(Bool.self, forKey: .knee)
    hypervolume = try keys.decodeIfPresent(HypervolumeSpec.self, forKey: .hypervolume)
    front = try keys.decodeIfPresent(FrontScope.self, forKey: .front)
    epsilon = try keys.decodeIfPresent([Double].self, forKey: .epsilon)
    ideal = try keys.decodeIfPresent(Bool.self, forKey: .ideal)
  }
}
