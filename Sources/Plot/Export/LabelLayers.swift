import Graphics

/// The labels of a chart as layers of text.
enum LabelLayers {
  /// Words and leaders at the places that were found for them, in the units of the axes.
  static func placed(_ cell: DrawnPanel, _ theme: ChartTheme) -> [ExportLayer] {
    guard !cell.labels.isEmpty else { return [] }
    let (x, y) = (cell.plan.x, cell.plan.y)
    func place(_ point: Point) -> (x: ChartValue, y: ChartValue) {
      (
        .number(x.value(at: point.x).rounded(digits: 6)),
        .number(y.value(at: point.y).rounded(digits: 6))
      )
    }
    let words = cell.labels.map { label in
      place(Point(x: label.place.box.minX, y: label.place.box.midY))
    }
    var text = MarkSpec(.text)
    text.align = .left
    text.fontSize = theme.labelSize
    text.color = theme.ink.hexText
    var layers: [ExportLayer] = []
    let leaders = cell.labels.compactMap(\.place.leader).map { (place($0.0), place($0.1)) }
    if !leaders.isEmpty {
      var rule = MarkSpec(.rule)
      rule.color = theme.muted.hexText
      rule.strokeWidth = 0.3
      layers.append(
        layer(
          rule,
          [
            ("x", leaders.map(\.0.x)), ("y", leaders.map(\.0.y)), ("x2", leaders.map(\.1.x)),
            ("y2", leaders.map(\.1.y)),
          ], cell))
    }
    layers.append(
      layer(
        text,
        [
          ("x", words.map(\.x)), ("y", words.map(\.y)),
          ("label", cell.labels.map { .text($0.request.words) }),
        ], cell))
    return layers
  }

  private static func layer(
    _ mark: MarkSpec, _ columns: [(String, [ChartValue])], _ cell: DrawnPanel
  ) -> ExportLayer {
    var encoding = Encoding()
    encoding.x = position("x", cell.plan.x.axis)
    encoding.y = position("y", cell.plan.y.axis)
    for (name, _) in columns.dropFirst(2) {
      switch name {
      case "x2": encoding.x2 = ChannelSpec(field: "x2")
      case "y2": encoding.y2 = ChannelSpec(field: "y2")
      default: encoding.text = ChannelSpec(field: name, type: .nominal)
      }
    }
    return ExportLayer(
      spec: ChartSpec(mark: mark, encoding: encoding),
      table: ChartData(columns.map { ChartColumn($0.0, values: $0.1) }))
  }

  /// A channel on the scale of an axis.
  private static func position(_ field: String, _ axis: AxisModel) -> ChannelSpec {
    var out = ChannelSpec(
      field: field, type: axis.kind == .time ? .temporal : .quantitative)
    var scale = ScaleSpec(
      type: axis.kind.scale,
      domain: [.number(axis.domain.lowerBound), .number(axis.domain.upperBound)])
    scale.nice = false
    scale.reverse = axis.isReversed ? true : nil
    out.scale = scale
    out.showsTitle = !axis.title.isEmpty
    out.title = axis.title.isEmpty ? nil : axis.title
    return out
  }

  /// Words beside the points of a unit, where no places were found in the units of the axes.
  static func beside(
    _ index: Int, _ source: PanelSource, _ explicit: ExplicitUnits
  ) -> ExportLayer? {
    let unit = source.units[index]
    guard let label = unit.encoding.label else { return nil }
    let layer = explicit.layers(index)[0]
    var encoding = Encoding()
    (encoding.x, encoding.y) = (layer.spec.encoding?.x, layer.spec.encoding?.y)
    (encoding.xOffset, encoding.yOffset) = (unit.encoding.xOffset, unit.encoding.yOffset)
    encoding.text = label
    encoding.text?.keep = nil
    encoding.text?.type = label.type ?? .nominal
    var text = MarkSpec(.text)
    text.align = .left
    text.dx = 4
    text.fontSize = explicit.theme.labelSize
    text.color = explicit.theme.ink.hexText
    return ExportLayer(
      spec: ChartSpec(mark: text, encoding: encoding), table: layer.table,
      usesSecondY: unit.usesSecondY)
  }
}

extension AxisModel.Kind {
  /// The word for it in a specification; nil for linear, which is what an axis is.
  fileprivate var scale: ScaleSpec.Kind? {
    switch self {
    case .linear: nil
    case .log: .log
    case .symlog: .symlog
    case .pow: .pow
    case .sqrt: .sqrt
    case .time: .utc
    case .band: .band
    case .point: .point
    }
  }
}

extension Double {
  /// With so many significant digits.
  func rounded(digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let places = digits - 1 - DecimalDigits.exponent(self)
    let unit = LogMath.power10(abs(places))
    return places >= 0 ? (self * unit).rounded() / unit : (self / unit).rounded() * unit
  }
}
