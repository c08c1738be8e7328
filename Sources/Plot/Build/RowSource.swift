import Graphics

/// A channel with its column looked up once.
struct RowSource {
  private let cells: ChartCells?
  private let numbers: [Double]?
  private let constant: ChartValue
  let usesScale: Bool

  init?(_ channel: ChannelSpec?, _ data: ChartData) {
    guard let channel else { return nil }
    cells = channel.field.flatMap { data[$0]?.values }
    numbers = cells?.numbers
    constant = channel.datum?.chartValue ?? channel.value?.chartValue ?? .null
    usesScale = channel.usesScale && (channel.field != nil || channel.datum != nil)
  }

  /// Nil for an empty cell.
  subscript(row: Int) -> ChartValue? {
    let cell = cells?[row] ?? constant
    return cell == .null ? nil : cell
  }

  /// The number in a cell, also when it is written as text.
  func quantity(_ row: Int) -> Double? {
    guard let numbers else { return self[row]?.quantity }
    return numbers[row].isFinite ? numbers[row] : nil
  }

  /// A number that is one, not a text of digits.
  func number(_ row: Int) -> Double? {
    guard let numbers else { return self[row]?.number }
    return numbers[row].isFinite ? numbers[row] : nil
  }

  /// Whether a cell is empty.
  func isEmpty(_ row: Int) -> Bool {
    if let numbers { numbers[row].isNaN } else { self[row] == nil }
  }

  /// Least and greatest number of the column.
  var extent: ClosedRange<Double>? {
    guard let cells else { return nil }
    var (low, high) = (Double.infinity, -Double.infinity)
    for row in cells.indices {
      guard let number = quantity(row) else { continue }
      (low, high) = (min(low, number), max(high, number))
    }
    return low <= high ? low...high : nil
  }

  /// The least number of the column above zero.
  var leastPositive: Double? {
    cells?.indices.lazy.compactMap { quantity($0) }.filter { $0 > 0 }.min()
  }

  /// What each cell of the list of those there are becomes, so that rows need not look it up.
  func coded<Value>(_ value: (ChartValue) -> Value?) -> (codes: [UInt32], values: [Value?])? {
    cells?.codes.map { ($0.codes, $0.list.map { $0 == .null ? nil : value($0) }) }
  }
}

/// A channel of position, ready to read.
struct RowPlace {
  private enum Reading {
    /// In the units of the drawing, of which only the ends have a name.
    case end(Double)
    case category(CategoryIndex?)
    case coded([UInt32], [Int?])
    case moment
    case number(isLog: Bool)
  }

  private let source: RowSource
  private let name: String
  private let reading: Reading
  private let readsText: Bool
  /// A place in the units of the drawing, from the left or top of the data's rectangle; nil for one
  /// of the data, and for both ends.
  let points: Points?

  init?(
    _ channel: ChannelSpec, _ data: ChartData, _ axis: AxisModel, _ conventions: ChartConventions
  ) {
    guard let source = RowSource(channel, data) else { return nil }
    self.source = source
    name = channel.field.map(Self.written) ?? axis.title
    readsText = conventions.isVegaLite
    points = channel.field == nil ? channel.value?.number.flatMap { $0 == 0 ? nil : $0 } : nil
    if let value = channel.value, channel.field == nil {
      reading = .end(value.number == 0 ? -.infinity : .infinity)
    } else if axis.isDiscrete {
      reading =
        source.coded { axis.index?[$0] }.map { .coded($0.codes, $0.values) }
        ?? .category(axis.index)
    } else if axis.kind == .time {
      reading = .moment
    } else {
      reading = .number(isLog: axis.kind == .log)
    }
  }

  /// The author's name of a field: columns of units of time and of bins are made of it.
  private static func written(_ field: String) -> String {
    let parts = field.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, Channel(rawValue: parts[0]) != nil,
      parts[1] == "bin"
        || parts[1].split(separator: "-").allSatisfy({ TimeUnit.Part(rawValue: String($0)) != nil })
    else { return field }
    return parts[2]
  }

  /// The place in the terms of the axis.
  /// - Throws: why the row has none.
  func value(_ row: Int) throws(RowReader.Gap) -> Double {
    if case .number(let isLog) = reading {
      if let number = readsText ? source.quantity(row) : source.number(row) {
        guard number > 0 || !isLog else {
          throw RowReader.Gap(reason: .notPositive(name))
        }
        return number
      }
    }
    guard !source.isEmpty(row) else { throw RowReader.Gap(reason: .noValue(name)) }
    var index: Int?
    switch reading {
    case .end(let end): return end
    case .number: throw RowReader.Gap(reason: .noNumber(name))
    case .moment:
      guard let moment = source[row]?.moment else {
        throw RowReader.Gap(reason: .noDate(name))
      }
      return moment
    case .coded(let codes, let places): index = places[Int(codes[row])]
    case .category(let known): index = source[row].flatMap { known?[$0] }
    }
    guard let index else {
      throw RowReader.Gap(reason: .notInDomain(name))
    }
    return Double(index)
  }
}

/// The channel of colour, ready to read.
struct RowColor {
  private let source: RowSource
  private let colors: ColorIndex
  private let isTime: Bool
  private let coded: (codes: [UInt32], values: [Int?])?

  init(_ source: RowSource, _ colors: ColorIndex, isTime: Bool) {
    self.source = source
    self.colors = colors
    self.isTime = isTime
    coded = colors.isShade || !source.usesScale ? nil : source.coded { colors.group($0) }
  }

  /// Sets the row's group or shade.
  /// - Returns: the colour that the data holds itself.
  func read(_ row: Int, into datum: inout Datum) -> Color? {
    if let coded {
      datum.group = coded.values[Int(coded.codes[row])]
    } else if !source.usesScale {
      if case .text(let name)? = source[row] { return ColorNames.color(name) }
    } else if colors.isShade {
      datum.shade = isTime ? source[row]?.moment : source.quantity(row)
    } else if let cell = source[row] {
      datum.group = colors.group(cell)
    }
    return nil
  }
}
