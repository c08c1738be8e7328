/// What a number is measured in: a product of powers of base units, and a scale.
///
/// Two families of base units exist.
///
/// - *Strict* units (FLOP, byte, second, metre, kilogram, $, %, point) are dimensions of their own:
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
  /// The names that authors wrote, so that messages speak of W·h and not of joules. Their product is
  /// the unit; empty where it came from nowhere.
  private var names: [Name] = []
  /// The whole as an author wrote it; nil for a derived unit.
  private var spelling: String?

  /// A name with its exponent.
  private struct Name: Sendable {
    var text: String
    /// Of one such unit.
    var factors: [Factor]
    var scale: Double
    var exponent: Rational

    var isCounting: Bool { factors.allSatisfy(\.base.isCounting) }

    /// How many base units it stands for.
    var power: Double {
      exponent == 1 ? scale : exponent == -1 ? 1 / scale : realPower(scale, exponent.doubleValue)
    }

    static func precedes(_ a: Name, _ b: Name) -> Bool {
      a.isCounting != b.isCounting ? b.isCounting : a.text < b.text
    }
  }

  public struct Factor: Hashable, Sendable {
    public var base: BaseUnit
    public var exponent: Rational
  }

  init(factors: [Factor] = [], scale: Double = 1) {
    self.factors = factors.filter { $0.exponent != 0 }.sorted { $0.base < $1.base }
    self.scale = scale
  }

  init(_ base: BaseUnit, scale: Double = 1) {
    self.init(factors: [Factor(base: base, exponent: 1)], scale: scale)
  }

  /// The unit by one of its names.
  func named(_ text: String) -> Unit {
    var unit = self
    unit.names = isOne ? [] : [Name(text: text, factors: factors, scale: scale, exponent: 1)]
    return unit
  }

  /// The unit as an author wrote it.
  func spelled(_ text: String) -> Unit {
    var unit = self
    unit.spelling = text
    return unit
  }

  /// The unit of a pure number.
  public static let one = Unit()
  public static let percent = Unit(.strict("%")).named("%")
  public static let flop = Unit(.strict("FLOP")).named("FLOP")
  public static let byte = Unit(.strict("byte")).named("byte")
  public static let second = Unit(.strict("second")).named("second")
  public static let token = Unit(.counting("token")).named("token")
  public static let layer = Unit(.counting("layer")).named("layer")
  public static let channel = Unit(.counting("channel")).named("channel")

  /// A pure number, neither measured in anything nor a count of anything.
  public var isOne: Bool { factors.isEmpty && scale == 1 }

  /// The strict part: what has to be equal for two units to be comparable.
  public var strictFactors: [Factor] { factors.filter { !$0.base.isCounting } }

  /// The counting part, and its degree: how many counts were multiplied.
  public var countingFactors: [Factor] { factors.filter(\.base.isCounting) }
  public var countingDegree: Rational { countingFactors.reduce(0) { $0 + $1.exponent } }

  /// How a number of this unit becomes one of another: "multiply it by 1000: 1 kWh is 1000 W·h"; nil
  /// when it cannot.
  public func conversion(to other: Unit) -> String? {
    guard factors == other.factors, scale != other.scale else { return nil }
    let (factor, isLarger) =
      scale > other.scale ? (scale / other.scale, true) : (other.scale / scale, false)
    let text = FormulaExample.shown(factor)
    return isLarger
      ? "multiply it by \(text): 1 \(self) is \(text) \(other)"
      : "divide it by \(text): 1 \(other) is \(text) \(self)"
  }

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
    var result = Unit(
      factors: factors.map { Factor(base: $0.base, exponent: $0.exponent * exponent) },
      scale: scale == 1 ? 1 : realPower(scale, exponent.doubleValue))
    result.names = names.map { name in
      var name = name
      name.exponent = name.exponent * exponent
      return name
    }
    return result
  }

  /// The unit of a sum of unlike counts: as many factors, but of nothing in particular.
  func asPlainCount() -> Unit {
    var result = Unit(
      factors: strictFactors + [Factor(base: .plainCount, exponent: countingDegree)], scale: scale)
    let count = Name(
      text: BaseUnit.plainCount.name, factors: [Factor(base: .plainCount, exponent: 1)], scale: 1,
      exponent: countingDegree)
    result.names = names.filter { !$0.isCounting } + [count]
    return result
  }

  private func combined(with other: Unit, sign: Rational) -> Unit {
    var sums: [BaseUnit: Rational] = [:]
    for factor in factors { sums[factor.base, default: 0] += factor.exponent }
    for factor in other.factors { sums[factor.base, default: 0] += sign * factor.exponent }
    let scale = sign == 1 ? scale * other.scale : scale / other.scale
    var result = Unit(factors: sums.map { Factor(base: $0.key, exponent: $0.value) }, scale: scale)
    // A name is missing where a unit of ours takes part; then base units tell it.
    guard hasNames, other.hasNames else { return result }
    result.names = names
    for var name in other.names {
      name.exponent = sign * name.exponent
      // Names of one kind cancel, as seconds over minutes do.
      let same = result.names.firstIndex {
        $0.factors == name.factors
          && ($0.text == name.text || ($0.exponent > 0) != (name.exponent > 0))
      }
      if let same {
        result.names[same].exponent += name.exponent
      } else {
        result.names.append(name)
      }
    }
    result.names.removeAll { $0.exponent == 0 }
    return result
  }

  private var hasNames: Bool { !names.isEmpty || factors.isEmpty }

  /// The same quantity in the units that its author wrote: in W·h what came from W and h.
  var asWritten: Unit {
    guard spelling == nil else { return self }
    var result = self
    result.scale = hasNames ? names.reduce(1) { $0 * $1.power } : 1
    return result
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
    if hasNames {
      return Self.text(
        names.sorted(by: Name.precedes).map { ($0.text, $0.exponent) })
    }
    let text = Self.text(factors.map { ($0.base.name, $0.exponent) })
    return scale == 1 ? text : "\(scale.shortDescription) \(text)"
  }

  /// `a·b²/c`, `1/(a·b)`, `1`.
  private static func text(_ factors: [(name: String, exponent: Rational)]) -> String {
    func product(_ part: [(name: String, exponent: Rational)], _ sign: Rational) -> [String] {
      part.map { name, exponent in
        let power = sign * exponent
        return power == 1 ? name : name + power.superscript
      }
    }
    let above = product(factors.filter { $0.exponent > 0 }, 1)
    let below = product(factors.filter { $0.exponent < 0 }, -1)
    let text = above.isEmpty ? "1" : above.joined(separator: "·")
    guard !below.isEmpty else { return text }
    return text + "/" + (below.count == 1 ? below[0] : "(\(below.joined(separator: "·")))")
  }
}
