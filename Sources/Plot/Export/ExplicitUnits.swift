import Graphics

/// Units with everything said that a chart's conventions leave to the drawing: types, titles,
/// domains, orders, colours, shapes and dashes.
struct ExplicitUnits {
  let source: PanelSource
  let model: ChartModel
  let theme: ChartTheme
  let conventions: ChartConventions
  /// Whether the ends of the axes hold for all that is drawn, not for one small multiple.
  let hasOwnDomains: Bool

  init(
    _ source: PanelSource, _ model: ChartModel, _ theme: ChartTheme,
    _ conventions: ChartConventions, hasOwnDomains: Bool
  ) {
    (self.source, self.model, self.theme) = (source, model, theme)
    (self.conventions, self.hasOwnDomains) = (conventions, hasOwnDomains)
  }

  /// A unit as a layer; a line with points as two, because Vega would draw their outlines dashed.
  func layers(_ index: Int) -> [ExportLayer] {
    let unit = source.units[index]
    func layer(_ mark: MarkSpec) -> ExportLayer {
      var encoding = encoding(unit.encoding, mark, index)
      encoding.label = nil
      return ExportLayer(
        spec: ChartSpec(mark: self.mark(mark, encoding), encoding: encoding), table: unit.data,
        usesSecondY: unit.usesSecondY)
    }
    guard unit.mark.type == .line, unit.mark.point ?? false, conventions.isReport else {
      return [layer(unit.mark)]
    }
    var line = unit.mark
    line.point = nil
    var point = MarkSpec(.point)
    (point.color, point.size, point.shape) = (line.color, line.size, line.shape)
    var over = layer(point)
    over.spec.encoding?.order = nil
    return [layer(line), over]
  }

  /// The channels of a unit, said in full.
  ///
  /// - Parameter index: of the unit whose plain marks have the channels.
  func encoding(_ encoding: Encoding, _ mark: MarkSpec, _ index: Int) -> Encoding {
    let unit = source.units[index]
    let resolved = source.parts(of: index).first.map { source.whole[$0] }
    var out = encoding
    for channel in Channel.allCases {
      guard var used = out[channel] else { continue }
      used = used.withoutSelection
      used.better = nil
      used.keep = nil
      used.legend?.direct = nil
      if used.type == nil, used.field != nil || used.datum != nil {
        used.type = UnitResolver.measure(used, unit.data, conventions)
      }
      if let timeUnit = used.timeUnit?.unit, !timeUnit.contains("utc") {
        used.timeUnit?.unit =
          timeUnit.hasPrefix("binned") ? "binnedutc" + timeUnit.dropFirst(6) : "utc" + timeUnit
      }
      let isClass = resolved?.hints[channel]?.isClass ?? false
      switch channel {
      case .x: position(&used, model.x, channel, isClass)
      case .y:
        position(&used, unit.usesSecondY ? model.secondY ?? model.y : model.y, channel, isClass)
      case .color: color(&used, isClass)
      case .shape where used.usesScale && used.field != nil:
        used.scale = categories(.shape, used.scale) { .text(PointShape.at($0).vegaName) }
      case .strokeDash where used.usesScale && used.field != nil:
        used.scale = categories(.strokeDash, used.scale) { _ in nil }
        if used.scale?.dashes == nil { used.scale?.dashes = dashes(.strokeDash) }
      default: break
      }
      out[channel] = used
    }
    if conventions.isReport { addSecondEncodings(mark, &out) }
    return out
  }

  // MARK: Channels

  private func position(
    _ used: inout ChannelSpec, _ axis: AxisModel, _ channel: Channel, _ isClass: Bool
  ) {
    guard used.field != nil || used.datum != nil || used.aggregate != nil else { return }
    used.showsTitle = !axis.title.isEmpty
    used.title = axis.title.isEmpty ? nil : axis.title
    used.axis?.title = nil
    var scale = used.scale ?? ScaleSpec()
    if axis.kind == .time { scale.type = .utc }
    guard conventions.isReport else {
      if scale != ScaleSpec() { used.scale = scale }
      return
    }
    if axis.isDiscrete {
      if !isClass, scale.domain == nil {
        used.sort = CategoryOrder(channel, source.whole, conventions).index.map {
          .values($0.values.compactMap(\.scalar))
        }
      }
      if axis.kind == .band {
        scale.paddingInner = axis.paddingInner ?? PositionScale.bandPadding
        scale.paddingOuter = scale.paddingOuter ?? PositionScale.bandPadding / 2
        scale.padding = nil
      }
    } else if used.bin == nil {
      scale.nice = false
      if hasOwnDomains {
        scale.domain = [
          .number(axis.domain.lowerBound), .number(axis.domain.upperBound),
        ]
        (scale.domainMin, scale.domainMax, scale.zero) = (nil, nil, nil)
      } else {
        scale.zero = scale.zero ?? (axis.domain.lowerBound == 0 || axis.domain.upperBound == 0)
      }
    }
    if scale != ScaleSpec() { used.scale = scale }
  }

  private func color(_ used: inout ChannelSpec, _ isClass: Bool) {
    guard used.usesScale, used.field != nil || used.datum != nil else { return }
    var scale = used.scale ?? ScaleSpec()
    switch model.color {
    case .categories(let categories, let colors):
      scale.scheme = nil
      scale.range = colors.map { .text($0.hexText) }
      let isLimited = [.threshold, .quantize, .quantile].contains(scale.type)
      if !isLimited, !isClass, let index = CategoryOrder(.color, source.whole, conventions).index {
        scale.domain = index.values.compactMap(\.scalar)
        used.sort = nil
      }
      title(&used, categories.legend.title)
    case .shades(let shades):
      guard conventions.isReport else { break }
      scale.scheme = nil
      scale.range = shades.ramp.stops.map { .text($0.hexText) }
      scale.domain =
        [.number(shades.scale.domain.lowerBound)] + (shades.middle.map { [.number($0)] } ?? [])
        + [.number(shades.scale.domain.upperBound)]
      (scale.domainMid, scale.domainMin, scale.domainMax, scale.reverse) = (nil, nil, nil, nil)
      if shades.middle != nil { scale.range = Self.sampled(shades) }
      title(&used, shades.legend.title)
    case .none: break
    }
    used.scale = scale
  }

  /// The two halves of a diverging ramp, which Vega spreads evenly over the domain's three places.
  private static func sampled(_ shades: ShadeModel) -> [ScalarValue] {
    [0, 0.5, 1].map { .text(shades.ramp.color(at: $0).hexText) }
  }

  private func title(_ used: inout ChannelSpec, _ title: String) {
    used.showsTitle = !title.isEmpty
    used.title = title.isEmpty ? nil : title
    used.legend?.title = nil
  }

  /// A scale with its categories in order and what each is drawn with.
  private func categories(
    _ channel: Channel, _ scale: ScaleSpec?, _ value: (Int) -> ScalarValue?
  ) -> ScaleSpec? {
    guard let index = CategoryOrder(channel, source.whole, conventions).index else { return scale }
    var out = scale ?? ScaleSpec()
    out.domain = index.values.compactMap(\.scalar)
    let own = index.values.indices.compactMap(value)
    if out.range == nil, !own.isEmpty { out.range = own }
    return out
  }

  private func dashes(_ channel: Channel) -> [[Double]]? {
    CategoryOrder(channel, source.whole, conventions).index.map { index in
      index.values.indices.map { place in
        let dash = Dashes.of(place)
        return dash.isEmpty ? [1, 0] : dash
      }
    }
  }

  /// Groups of colours differ in shape or dashes, too, so that grey print tells them apart.
  private func addSecondEncodings(_ mark: MarkSpec, _ encoding: inout Encoding) {
    guard case .categories = model.color, let color = encoding.color, color.usesScale,
      color.field != nil, ![.threshold, .quantize, .quantile].contains(color.scale?.type)
    else { return }
    var second = color
    second.scale = ScaleSpec(domain: color.scale?.domain)
    let count = color.scale?.domain?.count ?? 0
    let hasPoints =
      mark.type == .pareto || mark.type == .point && mark.filled ?? true
    if hasPoints, encoding.shape == nil, mark.shape == nil {
      second.scale?.range = (0..<count).map { .text(PointShape.at($0).vegaName) }
      encoding.shape = second
    } else if mark.type == .line, encoding.strokeDash == nil, encoding.shape == nil,
      mark.strokeDash == nil
    {
      second.scale?.dashes = dashes(.color)
      encoding.strokeDash = second
    }
  }

  // MARK: Marks

  /// A mark with the theme's sizes and colours.
  func mark(_ mark: MarkSpec, _ encoding: Encoding) -> MarkSpec {
    guard conventions.isReport else { return mark }
    var out = mark
    let radius = theme.pointDiameter / 2
    switch mark.type {
    case .point:
      out.filled = mark.filled ?? true
      if encoding.size == nil { out.size = mark.size ?? .pi * radius * radius }
      if encoding.opacity == nil { out.opacity = mark.opacity ?? 1 }
    case .line: out.strokeWidth = mark.strokeWidth ?? theme.lineWidth
    case .rule: out.strokeWidth = mark.strokeWidth ?? 0.75
    case .text: out.fontSize = mark.fontSize ?? mark.size ?? theme.labelSize
    case .boxplot: out.size = mark.size ?? 14
    default: break
    }
    if encoding.color == nil, mark.color == nil {
      switch mark.type {
      case .rule: out.color = theme.muted.hexText
      // Text is dark or light, as what it stands on asks.
      case .text, .errorbar, .boxplot: break
      default: out.color = theme.palette[0].hexText
      }
    }
    return out
  }
}

extension PointShape {
  /// Its name in Vega, or its outline where Vega has none.
  var vegaName: String {
    guard self == .star else { return rawValue }
    return
      "M0,-1L0.26,-0.36L0.95,-0.31L0.43,0.14L0.59,0.81L0,0.45L-0.59,0.81L-0.43,0.14L-0.95,-0.31"
      + "L-0.26,-0.36Z"
  }
}

extension DataSpec {
  init(name: String) { self.name = name }
}
