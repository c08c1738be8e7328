public import Pareto

/// One channel: a column, or one value for all rows, and how it is shown.
public struct ChannelSpec: Decodable, Sendable, Equatable {
  public enum Measure: String, Decodable, Sendable, CaseIterable {
    case quantitative, ordinal, nominal, temporal
  }

  /// The direction in which an objective improves.
  public typealias Better = Objective

  public enum Sort: String, Decodable, Sendable, CaseIterable { case ascending, descending }

  /// The column.
  public var field: String?
  /// The list of `repeat` from which the column comes: `row`, `column`, `layer` or `repeat`.
  public var repeated: String?
  /// The list of `repeat` whose field is the value, for colours that tell layers apart.
  public var repeatedDatum: String?
  /// Guessed from the column when absent: numbers are quantitative, everything else nominal.
  public var type: Measure?
  /// A value in the units of the data, for all rows.
  public var datum: ScalarValue?
  /// A value in the units of the drawing (a colour, a shape, points), for all rows.
  public var value: ScalarValue?
  public var title: String?
  /// False for `title: null`.
  public var showsTitle = true
  public var better: Better?
  public var scale: ScaleSpec?
  /// False for `scale: null`: values are colours and lengths themselves.
  public var usesScale = true
  public var axis: AxisSpec?
  /// False for `axis: null`: no line, ticks, labels or title.
  public var showsAxis = true
  public var legend: LegendSpec?
  /// False for `legend: null`.
  public var showsLegend = true
  /// How the headers of small multiples are written.
  public var header: HeaderSpec?
  /// How numbers and dates are written: `.1f`, `,d`, `.0%`, `%Y`.
  public var format: String?
  /// Labels that must be placed.
  public var keep: [String]?
  public var sort: SortSpec?
  /// Whether and how bars and areas of one place are stacked; they are when coloured.
  public var stack: StackMode?
  /// An operation over all rows that agree in the other channels: `mean`, `count`, `median` ….
  public var aggregate: AggregateSpec?
  public var bin: BinSpec?
  public var timeUnit: TimeUnitSpec?
  /// Where in a class or unit of time the mark stands, 0 to 1.
  public var bandPosition: Double?
  /// What holds for some rows instead; the first that is true.
  public var conditions: [ConditionSpec] = []
  /// How many small multiples stand in a row.
  public var columns: Int?
  /// A rule for missing rows of a line.
  public var impute: ImputeSpec?

  public init(field: String? = nil, type: Measure? = nil) {
    self.field = field
    self.type = type
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case field, type, datum, value, title, better, scale, axis, legend, header, format, formatType
    case keep, sort, stack, aggregate, bin, timeUnit, band, bandPosition, condition, columns
    case impute, align, center, spacing, labelExpr
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    if keys.shape(.field) == .mapping {
      repeated = try keys.decodeIfPresent(RepeatedField.self, forKey: .field)?.repeat
    } else {
      field = try keys.decodeIfPresent(String.self, forKey: .field).map(Self.plainName)
    }
    type = try keys.decodeIfPresent(Measure.self, forKey: .type)
    if keys.shape(.datum) == .mapping,
      let inner = try? keys.superDecoder(forKey: .datum).container(keyedBy: RepeatKey.self),
      inner.contains(.repeat)
    {
      repeatedDatum = try inner.decodeIfPresent(String.self, forKey: .repeat)
    } else {
      datum = try keys.decodeIfPresent(ScalarValue.self, forKey: .datum)
    }
    value = try keys.decodeIfPresent(ScalarValue.self, forKey: .value)
    (title, showsTitle) = try keys.title(.title)
    better = try keys.decodeIfPresent(Better.self, forKey: .better)
    if keys.contains(.scale), try keys.decodeNil(forKey: .scale) {
      usesScale = false
    } else {
      scale = try keys.decodeIfPresent(ScaleSpec.self, forKey: .scale)
    }
    if keys.contains(.axis), try keys.decodeNil(forKey: .axis) {
      showsAxis = false
    } else {
      axis = try keys.decodeIfPresent(AxisSpec.self, forKey: .axis)
    }
    if keys.contains(.legend), try keys.decodeNil(forKey: .legend) {
      showsLegend = false
    } else {
      legend = try keys.decodeIfPresent(LegendSpec.self, forKey: .legend)
      if legend?.orient == LegendSpec.Orient.none { showsLegend = false }
    }
    header = try keys.decodeIfPresent(HeaderSpec.self, forKey: .header)
    format = try keys.decodeIfPresent(String.self, forKey: .format)
    keep = try keys.decodeIfPresent([String].self, forKey: .keep)
    if keys.contains(.sort), try keys.decodeNil(forKey: .sort) {
      sort = .data
    } else {
      sort = try keys.decodeIfPresent(SortSpec.self, forKey: .sort)
    }
    if keys.contains(.stack), try keys.decodeNil(forKey: .stack) {
      stack = StackMode.none
    } else {
      stack = try keys.decodeIfPresent(StackMode.self, forKey: .stack)
    }
    aggregate = try keys.decodeIfPresent(AggregateSpec.self, forKey: .aggregate)
    bin = try keys.decodeIfPresent(BinSpec.self, forKey: .bin).flatMap { $0.isOn ? $0 : nil }
    timeUnit = try keys.decodeIfPresent(TimeUnitSpec.self, forKey: .timeUnit)
    bandPosition = try keys.decodeIfPresent(Double.self, forKey: .bandPosition)
    columns = try keys.decodeIfPresent(Int.self, forKey: .columns)
    impute = try keys.decodeIfPresent(ImputeSpec.self, forKey: .impute)
    if keys.shape(.condition) == .list {
      conditions = try keys.decodeIfPresent([ConditionSpec].self, forKey: .condition) ?? []
    } else if let one = try keys.decodeIfPresent(ConditionSpec.self, forKey: .condition) {
      conditions = [one]
    }
  }

  private enum RepeatKey: String, CodingKey { case `repeat` }

  private struct RepeatedField: Decodable {
    var `repeat`: String
  }

  /// With a condition that asks for a selection decided: print has none, and an empty one holds all
  /// rows unless it says otherwise.
  var withoutSelection: ChannelSpec {
    guard let condition = conditions.first(where: \.isSelection) else { return self }
    var out = condition.test == .selection ? condition.channel : self
    out.title = out.title ?? title
    if condition.test != .selection { out.conditions.removeAll(where: \.isSelection) }
    return out
  }

  /// `foo\.bar` and `['foo']` name the columns `foo.bar` and `foo`.
  static func plainName(_ name: String) -> String {
    var text = name
    if text.hasPrefix("['") || text.hasPrefix("[\""), text.hasSuffix("']") || text.hasSuffix("\"]")
    {
      text = String(text.dropFirst(2).dropLast(2))
    }
    return text.contains("\\") ? text.filter { $0 != "\\" } : text
  }
}

/// A channel's value for rows that pass a test.
public struct ConditionSpec: Decodable, Sendable, Equatable {
  public var test: PredicateSpec?
  /// Whether the condition asks for a selection, of which print has none.
  public var isSelection = false
  /// In a list, because a channel cannot hold itself; one at most.
  private var channels: [ChannelSpec]

  public var channel: ChannelSpec { channels[0] }

  private enum CodingKeys: String, CodingKey, CaseIterable { case test, param, selection, empty }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    test = try keys.decodeIfPresent(PredicateSpec.self, forKey: .test)
    channels = [try ChannelSpec(from: decoder)]
    // An empty selection holds all rows unless it says otherwise.
    if keys.contains(.param) || keys.contains(.selection) {
      isSelection = true
      let isEmptyTrue = try keys.decodeIfPresent(Bool.self, forKey: .empty) ?? true
      test = isEmptyTrue ? .selection : .not(.selection)
    }
  }
}

/// What stands in for missing rows: a value, or an operation on those there are.
public struct ImputeSpec: Decodable, Sendable, Equatable {
  public enum Method: String, Decodable, Sendable, CaseIterable {
    case value, mean, median, max, min
  }

  public var value: ScalarValue?
  public var method: Method?
  public var frame: [Double?]?
  public var keyvals: Ignorable?
}

/// An operation, or the row in which another field is least or greatest.
public enum AggregateSpec: Decodable, Sendable, Equatable {
  case operation(AggregateOperation)
  case argmin(String)
  case argmax(String)

  private enum CodingKeys: String, CodingKey, CaseIterable { case argmin, argmax }

  public init(from decoder: any Decoder) throws {
    guard decoder.shape == .mapping else {
      // A word that is no operation is answered with the list of those there are.
      self = .operation(try decoder.singleValueContainer().decode(AggregateOperation.self))
      return
    }
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    if let field = try keys.decodeIfPresent(String.self, forKey: .argmin) {
      self = .argmin(field)
    } else {
      self = .argmax(try keys.decode(String.self, forKey: .argmax))
    }
  }
}
