public import Graphics

/// A length as authors write it: `24mm`, `2.5 cm`, `1in`, `10.5pt`. A bare number is refused,
/// because nobody can know its unit.
public struct Dimension: Hashable, Sendable, Decodable {
  public var points: Points

  public init(points: Points) { self.points = points }

  /// Nil when the text is no number with a known unit.
  public init?(_ text: String) {
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }
    guard let number = Double(digits), let size = Self.units[String(unit)] else { return nil }
    points = number * size
  }

  private static let units: [String: Points] = [
    "pt": 1, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pc": 12,
  ]

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let length = Dimension(text) else {
      throw decoder.invalid(
        "expected a length, found '\(text)'", help: ["write a number and mm, cm, in or pt"])
    }
    self = length
  }
}

/// Type size and leading, written `10.5/14` (points) or `{size: 10.5, leading: 14}`.
public struct TypeSize: Hashable, Sendable, Decodable {
  public var size: Points
  /// Distance of baselines.
  public var leading: Points

  public init(_ size: Points, _ leading: Points) {
    self.size = size
    self.leading = leading
  }

  public func scaled(by factor: Double) -> TypeSize { TypeSize(size * factor, leading * factor) }

  private enum CodingKeys: String, CodingKey { case size, leading }

  public init(from decoder: any Decoder) throws {
    if decoder.yaml?.isMapping ?? true {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      size = try container.decode(Double.self, forKey: .size)
      leading = try container.decode(Double.self, forKey: .leading)
      return
    }
    let text = try decoder.singleValueContainer().decode(String.self)
    let parts = text.split(separator: "/").map { Double($0.filter { $0 != " " }) }
    guard (1...2).contains(parts.count), let size = parts[0], size > 0 else {
      throw decoder.invalid(
        "expected a type size, found '\(text)'", help: ["write size/leading in points: 10.5/14"])
    }
    self.size = size
    leading = parts.count == 2 ? parts[1] ?? size * 4 / 3 : size * 4 / 3
  }
}
