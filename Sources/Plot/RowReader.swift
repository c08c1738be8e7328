/// Reads one row of the data into the terms of the scales.
struct RowReader {
  let data: ChartData
  let encoding: Encoding
  let x: AxisModel
  let y: AxisModel
  let groups: [String]
  let shapes: [String]
  let offsets: [String]

  /// Why a row cannot be drawn.
  struct Gap: Error {
    var reason: String
  }

  /// How the row is called in notes.
  func name(of row: Int) -> String {
    for channel in [Channel.label, .text, .detail] {
      if let text = value(encoding[channel], row)?.plainText, !text.isEmpty { return text }
    }
    return "row \(row + 1)"
  }

  func read(_ row: Int) -> Result<Datum, Gap> {
    var datum = Datum(row: row)
    do throws(Gap) {
      datum.x = try place(encoding.x, x, row)
      datum.y = try place(encoding.y, y, row)
      datum.x2 = try place(encoding.x2, x, row)
      datum.y2 = try place(encoding.y2, y, row)
    } catch {
      return .failure(error)
    }
    if let color = value(encoding.color, row) {
      datum.group = groups.firstIndex(of: color.plainText)
      if groups.isEmpty { datum.shade = color.number }
    }
    datum.shape = value(encoding.shape, row).flatMap { shapes.firstIndex(of: $0.plainText) }
    datum.offset =
      value(encoding.xOffset, row).flatMap { offsets.firstIndex(of: $0.plainText) } ?? 0
    datum.size = value(encoding.size, row)?.number
    datum.opacity = value(encoding.opacity, row)?.number
    datum.xError = value(encoding.xError, row)?.number.map(abs)
    datum.yError = value(encoding.yError, row)?.number.map(abs)
    datum.order = value(encoding.order, row)?.number
    datum.detail = value(encoding.detail, row)?.plainText ?? ""
    datum.text = text(encoding.text, row)
    datum.label = text(encoding.label, row)
    if let label = datum.label { datum.keepsLabel = encoding.label?.keep?.contains(label) ?? false }
    return .success(datum)
  }

  /// The cell or constant of a channel; nil when the channel is absent or the cell is empty.
  private func value(_ channel: ChannelSpec?, _ row: Int) -> ChartValue? {
    guard let channel else { return nil }
    let cell =
      channel.field.flatMap { data[$0]?.values[row] } ?? channel.datum?.chartValue
      ?? channel.value?.chartValue
    return cell == .null ? nil : cell
  }

  private func text(_ channel: ChannelSpec?, _ row: Int) -> String? {
    guard let value = value(channel, row) else { return nil }
    if let number = value.number, let format = channel?.format.flatMap(NumberFormat.init) {
      return format.text(number)
    }
    return value.plainText
  }

  private func place(
    _ channel: ChannelSpec?, _ axis: AxisModel, _ row: Int
  ) throws(Gap) -> Double? {
    guard let channel else { return nil }
    let name = channel.field ?? axis.title
    guard let value = value(channel, row) else { throw Gap(reason: "no value for '\(name)'") }
    if axis.isDiscrete {
      guard let index = axis.categories.firstIndex(of: value.plainText) else {
        throw Gap(reason: "'\(name)' is not in the domain of the axis")
      }
      return Double(index)
    }
    guard let number = value.number else { throw Gap(reason: "no number in '\(name)'") }
    if axis.kind == .log, number <= 0 {
      throw Gap(reason: "not positive on the log axis of '\(name)'")
    }
    return number
  }
}

extension ChartValue {
  /// The value as categories and labels print it.
  var plainText: String {
    switch self {
    case .null: ""
    case .number(let number): NumberFormat.plain(number)
    case .text(let text): text
    }
  }
}

extension ScalarValue {
  var chartValue: ChartValue {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    }
  }
}

extension ScaleSpec {
  /// Both ends, when the domain is a pair of numbers.
  var bounds: (Double, Double)? {
    guard let domain, domain.count == 2, case .number(let a) = domain[0],
      case .number(let b) = domain[1], a.isFinite, b.isFinite
    else { return nil }
    return (min(a, b), max(a, b))
  }
}

/// Puts the bars or areas of one place on top of each other.
enum Stacking {
  /// Negative values stack downwards. Rows keep their order; the colours decide who lies below.
  static func stack(_ rows: inout [Datum], alongX: Bool) {
    var tops: [Double: (up: Double, down: Double)] = [:]
    let order = rows.indices.sorted {
      (rows[$0].group ?? 0, $0) < (rows[$1].group ?? 0, $1)
    }
    for index in order {
      let key = (alongX ? rows[index].y : rows[index].x) ?? 0
      let length = (alongX ? rows[index].x : rows[index].y) ?? 0
      var top = tops[key] ?? (0, 0)
      let base = length < 0 ? top.down : top.up
      if length < 0 { top.down += length } else { top.up += length }
      tops[key] = top
      if alongX {
        (rows[index].x2, rows[index].x) = (base, base + length)
      } else {
        (rows[index].y2, rows[index].y) = (base, base + length)
      }
    }
  }
}
