import Graphics

/// Reads rows of a unit into the terms of the scales.
struct RowReader {
  /// A channel with its column looked up once.
  private struct Source {
    var cells: [ChartValue]?
    var constant: ChartValue
    var usesScale: Bool

    init?(_ channel: ChannelSpec?, _ data: ChartData) {
      guard let channel else { return nil }
      cells = channel.field.flatMap { data[$0]?.values }
      constant = channel.datum?.chartValue ?? channel.value?.chartValue ?? .null
      usesScale = channel.usesScale && (channel.field != nil || channel.datum != nil)
    }

    /// Nil for an empty cell.
    subscript(row: Int) -> ChartValue? {
      let cell = cells?[row] ?? constant
      return cell == .null ? nil : cell
    }
  }

  private let encoding: Encoding
  private let x, y: AxisModel
  private let colors: ColorIndex
  private let shapes, dashes, offsets: CategoryIndex?
  private let conventions: ChartConventions
  private var sources: [Channel: Source] = [:]
  private let details: [Source]
  private let isTimeColor: Bool
  private let opacity: ClosedRange<Double>?
  private let textFormat: NumberFormat?
  private let timeFormat: TimeFormat?
  private let markText: String?

  /// Why a row cannot be drawn.
  struct Gap: Error {
    var reason: String
  }

  init(
    _ unit: ResolvedUnit, x: AxisModel, y: AxisModel, colors: ColorIndex, shapes: CategoryIndex?,
    dashes: CategoryIndex?, offsets: CategoryIndex?, _ conventions: ChartConventions
  ) {
    encoding = unit.encoding
    (self.x, self.y, self.colors) = (x, y, colors)
    (self.shapes, self.dashes, self.offsets) = (shapes, dashes, offsets)
    self.conventions = conventions
    for channel in Channel.allCases {
      sources[channel] = Source(unit.encoding[channel], unit.data)
    }
    details = unit.encoding.details.compactMap { Source($0, unit.data) }
    isTimeColor = unit.encoding.color?.type == .temporal
    // A field decides between faint and full; a value is the opacity itself.
    let faint = sources[.opacity].flatMap { source in
      source.usesScale ? source.cells?.compactMap(\.quantity) : nil
    }
    opacity = faint.flatMap { cells in
      cells.min().flatMap { low in cells.max().map { low...$0 } }
    }
    let words = unit.encoding.text ?? unit.encoding.label
    let isTime = words?.type == .temporal
    let timeUnit = unit.hints[.text]?.timeUnit
    timeFormat =
      isTime
      ? words?.format.map { TimeFormat($0) } ?? timeUnit?.format ?? TimeFormat("%b %d, %Y")
      : nil
    textFormat = isTime ? nil : words?.format.flatMap { NumberFormat($0) }
    markText = unit.mark.text
  }

  /// How the row is called in notes.
  func name(of row: Int) -> String {
    for channel in [Channel.label, .text, .detail] {
      if let text = sources[channel]?[row]?.plainText, !text.isEmpty { return text }
    }
    return "row \(row + 1)"
  }

  func read(_ row: Int) -> Result<Datum, Gap> {
    var datum = Datum(row: row)
    do throws(Gap) {
      datum.x = try place(.x, x, row)
      datum.y = try place(.y, y, row)
      datum.x2 = try place(.x2, x, row)
      datum.y2 = try place(.y2, y, row)
    } catch {
      return .failure(error)
    }
    if let color = sources[.color] {
      if !color.usesScale {
        if case .text(let name)? = color[row] { datum.paint = ColorNames.color(name) }
      } else if let cell = color[row] {
        if colors.isShade {
          datum.shade = isTimeColor ? cell.moment : cell.quantity
        } else {
          datum.group = colors.group(cell)
        }
      }
    }
    if let shape = sources[.shape], let cell = shape[row] {
      datum.shape = shape.usesScale ? shapes?[cell] : PointShape.index(of: cell.plainText)
    }
    datum.dash = sources[.strokeDash]?[row].flatMap { dashes?[$0] }
    datum.offset = (sources[.xOffset] ?? sources[.yOffset])?[row].flatMap { offsets?[$0] } ?? 0
    datum.size = sources[.size]?[row]?.quantity
    if let value = sources[.opacity]?[row]?.quantity {
      let length = opacity.map { $0.upperBound - $0.lowerBound } ?? 0
      datum.opacity =
        opacity.map { length > 0 ? 0.3 + 0.5 * (value - $0.lowerBound) / length : 0.8 } ?? value
    }
    datum.theta = sources[.theta]?[row]?.quantity
    datum.xError = sources[.xError]?[row]?.quantity.map { abs($0) }
    datum.yError = sources[.yError]?[row]?.quantity.map { abs($0) }
    datum.order = sources[.order]?[row].flatMap { $0.quantity ?? $0.moment }
    datum.detail = sources[.detail]?[row]?.plainText ?? ""
    for detail in details { datum.detail += "\u{1F}" + (detail[row]?.plainText ?? "") }
    datum.text = text(.text, row) ?? markText
    datum.label = text(.label, row)
    if let label = datum.label { datum.keepsLabel = encoding.label?.keep?.contains(label) ?? false }
    return .success(datum)
  }

  private func text(_ channel: Channel, _ row: Int) -> String? {
    guard let value = sources[channel]?[row] else { return nil }
    if let timeFormat, let moment = value.moment { return timeFormat.text(moment) }
    guard case .number(let number) = value else { return value.plainText }
    if let textFormat { return textFormat.text(number) }
    return conventions == .vegaLite
      ? NumberFormat(.shortest).text(number) : value.plainText
  }

  private func place(
    _ channel: Channel, _ axis: AxisModel, _ row: Int
  ) throws(Gap) -> Double? {
    guard let source = sources[channel] else { return nil }
    let name = encoding[channel]?.field ?? axis.title
    guard let value = source[row] else { throw Gap(reason: "no value for '\(name)'") }
    if encoding[channel]?.value != nil, encoding[channel]?.field == nil {
      // A place in the units of the drawing, which only its ends have a name for.
      return value.number == 0 ? -.infinity : .infinity
    }
    if axis.isDiscrete {
      guard let index = axis.index?[value] else {
        throw Gap(reason: "'\(name)' is not in the domain of the axis")
      }
      return Double(index)
    }
    if axis.kind == .time {
      guard let moment = value.moment else { throw Gap(reason: "no date in '\(name)'") }
      return moment
    }
    let number = conventions == .vegaLite ? value.quantity : value.number
    guard let number else { throw Gap(reason: "no number in '\(name)'") }
    if axis.kind == .log, number <= 0 {
      throw Gap(reason: "not positive on the log axis of '\(name)'")
    }
    return number
  }
}

extension ChartValue {
  /// The value as labels print it.
  var plainText: String {
    switch self {
    case .null: ""
    case .number(let number): NumberFormat.plain(number)
    case .text(let text): text
    case .bool(let flag): flag ? "true" : "false"
    }
  }
}

extension ScalarValue {
  var chartValue: ChartValue {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .bool(let flag): .bool(flag)
    }
  }
}

extension ScaleSpec {
  /// Both ends, when the domain is a pair of numbers or dates.
  var bounds: (Double, Double)? {
    guard let domain, domain.count == 2, let a = domain[0].chartValue.moment,
      let b = domain[1].chartValue.moment, a.isFinite, b.isFinite
    else { return nil }
    return (min(a, b), max(a, b))
  }
}
