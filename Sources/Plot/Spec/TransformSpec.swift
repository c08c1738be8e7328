/// One step that changes the rows before they are drawn, in Vega-Lite's words; its kind is the key
/// that it has: `filter`, `calculate`, `aggregate`, `bin`, `timeUnit`, `fold`, `window`,
/// `joinaggregate`, `stack`, `regression`, `loess`, `density`, `flatten`, `impute`, `pivot`,
/// `lookup`, `quantile`.
public struct TransformSpec: Decodable, Sendable, Equatable {
  /// A column made of others by an operation.
  public struct Aggregation: Decodable, Sendable, Equatable {
    public var op: String
    public var field: String?
    public var `as`: String?
    /// Of `lag`, `lead`, `ntile` and `nth_value`.
    public var param: Double?
  }

  public struct SortKey: Decodable, Sendable, Equatable {
    public var field: String
    public var order: ChannelSpec.Sort?
  }

  public struct Lookup: Decodable, Sendable, Equatable {
    public var data: DataSpec
    public var key: String
    public var fields: [String]?
  }

  public var filter: PredicateSpec?
  public var calculate: String?
  public var aggregate: [Aggregation]?
  public var joinaggregate: [Aggregation]?
  public var window: [Aggregation]?
  public var frame: [Double?]?
  public var ignorePeers: Bool?
  public var sort: [SortKey]?
  public var groupby: [String]?
  public var bin: BinSpec?
  public var timeUnit: TimeUnitSpec?
  public var field: String?
  public var fold: [String]?
  public var flatten: [String]?
  public var stack: String?
  public var offset: StackMode?
  public var impute: String?
  public var key: String?
  public var value: ScalarValue?
  public var keyvals: Ignorable?
  public var pivot: String?
  public var op: String?
  public var lookup: String?
  public var from: Lookup?
  public var regression: String?
  public var loess: String?
  public var on: String?
  public var method: String?
  public var order: Int?
  public var bandwidth: Double?
  public var extent: [Double]?
  public var density: String?
  public var cumulative: Bool?
  public var counts: Bool?
  public var steps: Int?
  public var minsteps: Int?
  public var maxsteps: Int?
  public var quantile: String?
  public var probs: [Double]?
  public var step: Double?
  public var params: Bool?
  public var `as`: NamesSpec?

  public init() {}

  /// The names that the step gives its columns.
  var names: [String] { self.as?.names ?? [] }
}

/// A value that is read and not used.
public struct Ignorable: Decodable, Sendable, Equatable {
  public init(from decoder: any Decoder) throws {}
}

/// One name or several.
public struct NamesSpec: Decodable, Sendable, Equatable {
  public var names: [String]

  public init(_ names: [String]) { self.names = names }

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    names =
      decoder.shape == .list
      ? try value.decode([String?].self).compactMap { $0 } : [try value.decode(String.self)]
  }
}

/// How numbers are put in classes: `true`, `{maxbins: 20}`, `{step: 5}`; `binned` when the data
/// has been classed already.
public struct BinSpec: Decodable, Sendable, Equatable {
  public var isOn = true
  /// The column holds the lower ends of classes made elsewhere.
  public var isBinned = false
  public var maxbins: Double?
  public var step: Double?
  public var minstep: Double?
  public var base: Double?
  public var nice: Bool?
  public var extent: [Double]?
  public var anchor: Double?
  public var steps: [Double]?
  public var divide: [Double]?

  public init(maxbins: Double? = nil, step: Double? = nil) {
    self.maxbins = maxbins
    self.step = step
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case maxbins, step, minstep, base, nice, extent, anchor, binned, steps, divide
  }

  public init(from decoder: any Decoder) throws {
    self.init()
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      isOn = flag
      return
    }
    if let word = try? value.decode(String.self), word == "binned" {
      isBinned = true
      return
    }
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    maxbins = try keys.decodeIfPresent(Double.self, forKey: .maxbins)
    step = try keys.decodeIfPresent(Double.self, forKey: .step)
    minstep = try keys.decodeIfPresent(Double.self, forKey: .minstep)
    base = try keys.decodeIfPresent(Double.self, forKey: .base)
    nice = try keys.decodeIfPresent(Bool.self, forKey: .nice)
    extent = try keys.decodeIfPresent([Double].self, forKey: .extent)
    anchor = try keys.decodeIfPresent(Double.self, forKey: .anchor)
    steps = try keys.decodeIfPresent([Double].self, forKey: .steps)
    divide = try keys.decodeIfPresent([Double].self, forKey: .divide)
    isBinned = try keys.decodeIfPresent(Bool.self, forKey: .binned) ?? false
    func require(_ holds: Bool, _ key: CodingKeys, _ message: String) throws {
      guard !holds else { return }
      throw DecodingError.dataCorruptedError(
        forKey: key, in: keys, debugDescription: "'\(key.rawValue)' " + message)
    }
    try require(step ?? 1 > 0, .step, "must be above zero")
    try require(maxbins ?? 1 >= 1, .maxbins, "must be at least 1")
    try require(base ?? 10 > 1, .base, "must be above one")
    try require(minstep ?? 0 >= 0, .minstep, "must not be negative")
    try require(steps?.allSatisfy { $0 > 0 } ?? true, .steps, "must be above zero")
    try require(divide?.allSatisfy { $0 > 1 } ?? true, .divide, "must be above one")
    try require(
      extent.map { $0.count == 2 && $0[0] < $0[1] } ?? true, .extent,
      "takes two numbers, the lower first")
  }
}

/// A unit of time, and how many of it make one class.
public struct TimeUnitSpec: Decodable, Sendable, Equatable {
  public var unit: String?
  public var step: Int?
  public var maxbins: Double?

  public init(_ unit: String) { self.unit = unit }

  private enum CodingKeys: String, CodingKey, CaseIterable { case unit, step, maxbins, utc, binned }

  public init(from decoder: any Decoder) throws {
    if decoder.shape == .scalar {
      unit = try decoder.singleValueContainer().decode(String.self)
    } else {
      let keys = try decoder.container(keyedBy: CodingKeys.self)
      unit = try keys.decodeIfPresent(String.self, forKey: .unit)
      step = try keys.decodeIfPresent(Int.self, forKey: .step)
      maxbins = try keys.decodeIfPresent(Double.self, forKey: .maxbins)
      guard step ?? 1 >= 1 else {
        throw DecodingError.dataCorruptedError(
          forKey: .step, in: keys, debugDescription: "'step' must be at least 1")
      }
    }
  }

  /// The unit, when its name is one.
  var timeUnit: TimeUnit? {
    var result = TimeUnit(unit ?? "year")
    result?.step = step ?? 1
    return result
  }

  /// Whether the column holds the starts of units already.
  var isBinned: Bool { unit?.hasPrefix("binned") ?? false }
}

/// Whether and how bars and areas of one place lie on each other.
public enum StackMode: Decodable, Sendable, Equatable {
  case none, zero, normalize, center

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      self = flag ? .zero : .none
      return
    }
    self =
      switch try value.decode(Word.self) {
      case .zero: .zero
      case .normalize: .normalize
      case .center: .center
      }
  }

  private enum Word: String, Decodable, CaseIterable { case zero, normalize, center }
}
