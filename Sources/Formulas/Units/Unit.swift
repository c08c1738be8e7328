/// What a number is measured in: a product of powers of base units, and a scale.
///
/// Two families of base units exist.
///
/// - *Strict* units (FLOP, byte, second, dollar, joule, %, point) are dimensions of their own:
///   they add, compare and convert only with themselves.
/// - *Counting* units (token, layer, channel, head, …) say what was counted. A count has the
///   dimension one (SI Brochure, 9th ed., 2.3.3), so counts of unlike things may be added when
///   they are of equal degree (a product of three counts to a product of three counts). The sum
///   of unlike counts is simply a `count`.
///
/// A unit is part of a quantity, so the scale is too: `TFLOP` is 10¹² FLOP, and formulas convert at
/// their edges. See docs/formulas.md for the rules and the reasons.
public struct Unit: Hashable, Sendable {
  /// Base units with their exponents, sorted by name; no exponent is zero.
  public private(set) var factors: [Factor]
  /// How many of the product of base units one such unit is: 1e12 for TFLOP, 60 for minute.
  public private(set) var scale: Double
  /// How an author wrote it; nil for a derived unit.
  private var spelling: String?

  public struct Factor: Hashable, Sendable {
    public var base: BaseUnit
    public var exponent: Rational
  }

  init(factors: [Factor] = [], scale: Double = 1, spelling: String? = nil) {
    self.factors = factors.filter { $0.exponent != 0 }.sorted { $0.base < $1.base }
    self.scale = scale
    self.spelling = spelling
  }

  init(_ base: BaseUnit, scale: Double = 1, spelling: String? = nil) {
    self.init(factors: [Factor(base: base, exponent: 1)], scale: scale, spelling: spelling)
  }

  /// The unit of a pure number.
  public static let one = Unit()
  public static let percent = Unit(.strict("%"))
  public static let flop = Unit(.strict("FLOP"))
  public static let byte = Unit(.strict("byte"))
  public static let second = Unit(.strict("second"))
  public static let token = Unit(.counting("token"))
  public static let layer = Unit(.counting("layer"))
  public static let channel = Unit(.counting("channel"))

  /// A pure number, neither measured in anything nor a count of anything.
  public var isOne: Bool { factors.isEmpty && scale == 1 }

  /// The strict part: what has to be equal for two units to be comparable.
  public var strictFactors: [Factor] { factors.filter { !$0.base.isCounting } }

  /// The counting part, and its degree: how many counts were multiplied.
  public var countingFactors: [Factor] { factors.filter(\.base.isCounting) }
  public var countingDegree: Rational { countingFactors.reduce(0) { $0 + $1.exponent } }

  /// The same without its scale, as values inside a formula are held.
  public var coherent: Unit { Unit(factors: factors) }

  /// Equal as physical units, however they were written.
  public func isEquivalent(to other: Unit) -> Bool {
    factors == other.factors && abs(scale / other.scale - 1) < 1e-12
  }

  public static func == (a: Unit, b: Unit) -> Bool { a.factors == b.factors && a.scale == b.scale }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(factors)
    hasher.combine(scale)
  }

  public static func * (a: Unit, b: Unit) -> Unit {
    a.combined(with: b, sign: 1)
  }

  public static func / (a: Unit, b: Unit) -> Unit {
    a.combined(with: b, sign: -1)
  }

  /// The unit of a power; a fractional one comes from a root.
  public func power(_ exponent: Rational) -> Unit {
    Unit(
      factors: factors.map { Factor(base: $0.base, exponent: $0.exponent * exponent) },
      scale: scale == 1 ? 1 : realPower(scale, exponent.doubleValue))
  }

  /// The unit of a sum of unlike counts: as many factors, but of nothing in particular.
  func asPlainCount() -> Unit {
    Unit(
      factors: strictFactors + [Factor(base: .plainCount, exponent: countingDegree)], scale: scale)
  }

  private func combined(with other: Unit, sign: Rational) -> Unit {
    var sums: [BaseUnit: Rational] = [:]
    for factor in factors { sums[factor.base, default: 0] += factor.exponent }
    for factor in other.factors { sums[factor.base, default: 0] += sign * factor.exponent }
    let scale = sign == 1 ? scale * other.scale : scale / other.scale
    return Unit(factors: sums.map { Factor(base: $0.key, exponent: $0.value) }, scale: scale)
  }
}

/// An indivisible unit.
public struct BaseUnit: Hashable, Sendable, Comparable {
  public var name: String
  /// Whether it names what was counted.
  public var isCounting: Bool

  static func strict(_ name: String) -> BaseUnit { BaseUnit(name: name, isCounting: false) }
  static func counting(_ name: String) -> BaseUnit { BaseUnit(name: name, isCounting: true) }

  /// What a sum of unlike counts counts.
  static let plainCount = BaseUnit.counting("count")

  public static func < (a: BaseUnit, b: BaseUnit) -> Bool {
    if a.isCounting != b.isCounting { return !a.isCounting }
    return a.name < b.name
  }
}

extension Unit: CustomStringConvertible {
  /// As an author would write it: `token·channel²`, `byte/second`, `1`.
  public var description: String {
    if let spelling { return spelling }
    guard !isOne else { return "1" }
    let above = factors.filter { $0.exponent > 0 }.map(\.text)
    let below = factors.filter { $0.exponent < 0 }.map {
      Factor(base: $0.base, exponent: -$0.exponent).text
    }
    var text = above.isEmpty ? "1" : above.joined(separator: "·")
    if scale != 1 { text = "\(scale.shortDescription) \(text)" }
    guard !below.isEmpty else { return text }
    return text + "/" + (below.count == 1 ? below[0] : "(\(below.joined(separator: "·")))")
  }
}

extension Unit.Factor {
  fileprivate var text: String { exponent == 1 ? base.name : base.name + exponent.superscript }
}
