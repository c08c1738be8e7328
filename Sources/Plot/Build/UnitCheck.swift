import Graphics

/// Checks that the columns of a unit exist, formats and colours can be read, and that its mark has
/// what it needs.
struct UnitCheck {
  private let unit: UnitSpec
  private(set) var problems: [ChartError.Problem] = []

  init(_ unit: UnitSpec) { self.unit = unit }

  private mutating func problem(_ path: [String], _ message: String, help: [String] = []) {
    problems.append(.init(path: path, message: message, help: help))
  }

  mutating func run() {
    let (mark, encoding, path) = (unit.mark, unit.encoding, unit.path)
    for channel in Channel.allCases {
      guard let used = encoding[channel] else { continue }
      check(used, channel, path + ["encoding", channel.rawValue])
    }
    for channel in MarkRegistry.required(mark.type) where encoding[channel] == nil {
      problem(
        path + ["encoding"],
        "the mark '\(mark.type.rawValue)' needs the channel '\(channel.rawValue)'")
    }
    let words = mark.type == .boxplot ? ["min-max"] : ["ci", "stderr", "stdev", "iqr"]
    if [.boxplot, .errorbar, .errorband].contains(mark.type), case .word(let word)? = mark.extent,
      !words.contains(word)
    {
      let list = words.map { "'\($0)'" }.joined(separator: ", ")
      problem(
        path + ["mark", "extent"], "'\(word)' is no extent of the mark '\(mark.type.rawValue)'",
        help: [mark.type == .boxplot ? "write \(list) or a number" : "write \(list)"])
    }
    if mark.type == .pareto {
      problems += ParetoOptions.problems(mark, encoding).map {
        ChartError.Problem(path: path + $0.path, message: $0.message, help: $0.help)
      }
    }
    if let color = mark.color, ColorNames.color(color) == nil {
      problem(path + ["mark", "color"], "'\(color)' is no colour like #0072B2 or steelblue")
    }
  }

  private mutating func check(_ used: ChannelSpec, _ channel: Channel, _ path: [String]) {
    problems += [
      LabelExpression.problem(used.axis?.labelExpr, path + ["axis"]),
      LabelExpression.problem(used.legend?.labelExpr, path + ["legend"]),
    ].compactMap { $0 }
    for condition in used.conditions {
      if condition.channel.field != nil { check(condition.channel, channel, path + ["condition"]) }
    }
    if let field = used.field {
      // A table without rows has no columns that could be missed.
      let isAll = field == "*" && used.aggregate == .operation(.count)
      if unit.data[field] == nil, unit.data.rowCount > 0, !isAll {
        problem(
          path + ["field"], "there is no column '\(field)'", help: [ViewBuilder.columns(unit.data)])
      }
    } else if used.datum == nil, used.value == nil, used.conditions.isEmpty, used.aggregate == nil,
      [.x, .y, .label].contains(channel)
    {
      problem(path, "the channel has neither 'field' nor 'datum' nor 'value'")
    }
    if let value = used.value, [.x, .y, .x2, .y2].contains(channel),
      value.text != "width", value.text != "height", value.number != 0
    {
      let takesPoints = [.point, .rule, .text].contains(unit.mark.type)
      if value.number == nil || !takesPoints || channel == .x2 || channel == .y2 {
        problem(
          path + ["value"], "this position has no value in units of the drawing",
          help: ["write 'datum' for a place in units of the data"])
      }
    }
    let isTime = used.type == .temporal || used.timeUnit != nil
    for (key, format) in [
      ("format", used.format), ("axis", used.axis?.format), ("legend", used.legend?.format),
    ] {
      guard let format, !isTime, !format.contains("%") || format.hasSuffix("%"),
        NumberFormat(format) == nil
      else { continue }
      problem(path + [key], "'\(format)' is no number format", help: ["write for example '.1f'"])
    }
    // Outlines of an author's own (SVG paths) are printed as the report's shapes.
    if channel == .shape {
      for shape in used.scale?.range ?? []
      where !shape.isOutline && shape.text.flatMap(PointShape.index) == nil {
        problem(
          path + ["scale", "range"], "'\(shape.chartValue.plainText)' is no shape",
          help: ["the shapes are \(PointShape.list)"])
      }
    }
    if let columns = used.legend?.columns, columns < 0 {
      problem(
        path + ["legend", "columns"], "a legend cannot have \(columns) columns",
        help: ["write how many entries stand in a row, or 0 for as many as fit"])
    }
    if [.size, .opacity].contains(channel), let range = used.scale?.range, used.type != .nominal,
      range.count != 2 || range.contains(where: { $0.number == nil })
    {
      problem(
        path + ["scale", "range"], "a range of sizes or opacities has two numbers as its ends")
    }
    if channel == .color {
      for color in used.scale?.range ?? [] where color.text.flatMap(ColorNames.color) == nil {
        problem(path + ["scale", "range"], "'\(color.chartValue.plainText)' is no colour")
      }
    }
  }
}
