/// How values become places, colours or sizes.
public struct ScaleSpec: Decodable, Sendable, Equatable {
  public enum Kind: String, Decodable, Sendable, CaseIterable {
    case linear, log, symlog, pow, sqrt, time, utc, band, point, ordinal, threshold, quantize
    case quantile, binOrdinal = "bin-ordinal"
    case sequential
  }

  public var type: Kind?
  /// Two ends of a quantitative scale, all categories in order, or the limits of classes.
  public var domain: [ScalarValue]?
  public var domainMin: Double?
  public var domainMax: Double?
  /// The middle of a diverging scale of colours.
  public var domainMid: Double?
  /// Whether the ends are moved to round values.
  public var nice: Bool?
  /// About how many ticks the ends are rounded for; ten unless given.
  public var niceCount: Double?
  /// The unit of time, such as `month`, to whose starts the ends are moved.
  public var niceUnit: String?
  /// Whether zero is in the domain; bars and areas have it, others not.
  public var zero: Bool?
  public var reverse: Bool?
  /// Whether values outside the domain are drawn at its end.
  public var clamp: Bool?
  /// A set of colours by name, such as `viridis`, `set1`, `redblue`.
  public var scheme: String?
  /// Colours of the categories or classes in order, shapes, or the ends of a range of sizes.
  public var range: [ScalarValue]?
  /// Of `strokeDash`: the dashes and gaps of the categories in order, in points.
  public var dashes: [[Double]]?
  /// Of `pow`; 1 unless given.
  public var exponent: Double?
  public var base: Double?
  /// Of `symlog`: where it turns from linear to logarithmic; 1 unless given.
  public var constant: Double?
  /// Share of a category's room that stays empty.
  public var padding: Double?
  public var paddingInner: Double?
  public var paddingOuter: Double?

  public init(type: Kind? = nil, domain: [ScalarValue]? = nil) {
    self.type = type
    self.domain = domain
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case type, domain, domainMin, domainMax, domainMid, nice, zero, reverse, clamp, scheme, range
    case exponent, base, constant, padding, paddingInner, paddingOuter, round, interpolate, align
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    type = try keys.decodeIfPresent(Kind.self, forKey: .type)
    // A selection as a domain is empty in print: then the data decides.
    if keys.shape(.domain) == .list {
      domain = try keys.decodeIfPresent([ScalarValue].self, forKey: .domain)
    }
    domainMin = Self.moment(try keys.decodeIfPresent(ScalarValue.self, forKey: .domainMin))
    domainMax = Self.moment(try keys.decodeIfPresent(ScalarValue.self, forKey: .domainMax))
    domainMid = try keys.decodeIfPresent(Double.self, forKey: .domainMid)
    if let answer = try? keys.superDecoder(forKey: .nice).singleValueContainer().decode(Bool.self) {
      nice = answer
    } else {
      nice = keys.contains(.nice) ? true : nil
      niceUnit = keys.word(.nice)
      if keys.shape(.nice) == .scalar, niceUnit == nil {
        niceCount = try keys.decodeIfPresent(Double.self, forKey: .nice)
      }
    }
    zero = try keys.decodeIfPresent(Bool.self, forKey: .zero)
    reverse = try keys.decodeIfPresent(Bool.self, forKey: .reverse)
    clamp = try keys.decodeIfPresent(Bool.self, forKey: .clamp)
    if keys.shape(.scheme) == .mapping {
      scheme = try keys.decodeIfPresent(NamedScheme.self, forKey: .scheme)?.name
    } else {
      scheme = try keys.decodeIfPresent(String.self, forKey: .scheme)
    }
    if let name = keys.word(.range) {
      // `category`, `diverging`, `heatmap`: the usual colours.
      scheme = ["heatmap": "viridis", "diverging": "blueorange", "ramp": "blues"][name] ?? scheme
    } else if keys.shape(.range) == .list {
      let entries = try keys.decode([Entry].self, forKey: .range)
      let (values, lists) = (entries.compactMap(\.value), entries.compactMap(\.dash))
      if values.count == entries.count { range = values }
      if !entries.isEmpty, lists.count == entries.count { dashes = lists }
    }
    exponent = try keys.decodeIfPresent(Double.self, forKey: .exponent)
    base = try keys.decodeIfPresent(Double.self, forKey: .base)
    constant = try keys.decodeIfPresent(Double.self, forKey: .constant)
    padding = try keys.decodeIfPresent(Double.self, forKey: .padding)
    paddingInner = try keys.decodeIfPresent(Double.self, forKey: .paddingInner)
    paddingOuter = try keys.decodeIfPresent(Double.self, forKey: .paddingOuter)
  }

  /// The shapes of categories, when the range names only such.
  var shapes: [PointShape]? {
    guard let range, !range.isEmpty else { return nil }
    let shapes = range.compactMap { $0.text.flatMap(PointShape.index) }
    return shapes.count == range.count ? shapes.map { PointShape.allCases[$0] } : nil
  }

  /// A colour, shape or size, or a list of dashes.
  private struct Entry: Decodable {
    var value: ScalarValue?
    var dash: [Double]?

    init(from decoder: any Decoder) throws {
      if decoder.shape == .list {
        dash = try [Double](from: decoder)
      } else {
        value = try ScalarValue(from: decoder)
      }
    }
  }

  private struct NamedScheme: Decodable {
    var name: String
    var count: Double?
    var extent: [Double]?
  }

  private static func moment(_ value: ScalarValue?) -> Double? {
    switch value {
    case .number(let number): number
    case .text(let text): DateParser.milliseconds(text)
    default: nil
    }
  }
}
