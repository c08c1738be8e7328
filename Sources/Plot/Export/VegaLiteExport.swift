public import Graphics

/// Writes a chart as a Vega-Lite specification that Vega draws alike: rows inline, and what the
/// report's conventions decide (sizes, domains, orders, colours, titles) made explicit.
///
/// Transforms have been applied to the rows. What Vega-Lite has no word for is written as layers: a
/// Pareto mark as points and the line of its front, labels as text at the places that were found
/// for them.
public struct VegaLiteExport {
  private let chart: Chart
  private let drawn: [DrawnPanel]
  private var next = 0
  private var tables: [ChartData] = []

  /// - Parameters:
  ///   - width: of the whole chart in points, as it is printed.
  ///   - text: measures labels.
  /// - Throws: `ChartError` when a label that must be kept finds no place.
  public init(_ chart: Chart, width: Points, text: any TextSetting) throws(ChartError) {
    self.chart = chart
    drawn = try chart.drawnPanels(width: width, text: text)
  }

  /// The specification as JSON text.
  public func text() -> String {
    var writer = self
    var spec = writer.view(chart.view)
    if let title = chart.specification.title, !title.text.isEmpty, spec.title == nil {
      spec.title = title
    }
    if writer.tables.count == 1 {
      spec.dropDataNames()
      spec.data = DataSpec(values: writer.tables[0])
    } else {
      spec.datasets = Dictionary(
        uniqueKeysWithValues: writer.tables.enumerated().map {
          (Self.tableName($0.offset), RowsSpec(data: $0.element))
        })
    }
    let entries = spec.json.entries
    let rows = entries.filter { ["data", "datasets"].contains($0.key) }
    let object = JSONObject { out in
      out.set("$schema", "https://vega.github.io/schema/vega-lite/v5.json")
      out.set("description", chart.altText)
      for entry in entries where !rows.contains(entry) { out.set(entry.key, entry.value) }
      if chart.conventions.isReport {
        out.set("config", chart.theme.vegaLiteConfig(chart.conventions.numbers))
      }
      for entry in rows { out.set(entry.key, entry.value) }
    }
    return JSONTree.object(object).prettyText
  }

  private static func tableName(_ index: Int) -> String { "rows-\(index + 1)" }

  private mutating func name(of table: ChartData) -> String {
    if let known = tables.firstIndex(of: table) { return Self.tableName(known) }
    tables.append(table)
    return Self.tableName(tables.count - 1)
  }

  // MARK: Views

  private mutating func view(_ view: ChartView) -> ChartSpec {
    switch view {
    case .panel(let panel): return self.panel(panel, [panel.model])
    case .facets(let facets): return self.panel(facets.panel, facets.cells.map(\.model))
    case .titled(let words, let inner):
      var spec = self.view(inner)
      spec.title = TitleSpec(words)
      return spec
    case .grid(let grid):
      var spec = ChartSpec()
      spec.concat = grid.views.map { self.view($0) }
      spec.columns = grid.columns
      return spec
    case .objectives(let objectives): return ObjectiveExport(objectives).spec
    }
  }

  private mutating func panel(_ panel: Panel, _ models: [ChartModel]) -> ChartSpec {
    let cells = Array(drawn[next..<next + models.count])
    next += models.count
    let source = panel.source
    let isSingle = source.facet == nil
    let explicit = ExplicitUnits(
      source, models[0], chart.theme, chart.conventions, hasOwnDomains: isSingle)
    var layers: [ExportLayer] = []
    for index in source.units.indices {
      if source.units[index].mark.type == .pareto {
        layers += ParetoLayers(index, panel, models, isSingle ? cells.first : nil, explicit).layers
      } else {
        layers += explicit.layers(index)
      }
    }
    if let cell = cells.first, isSingle, !cell.plan.x.axis.isDiscrete, !cell.plan.y.axis.isDiscrete
    {
      layers += LabelLayers.placed(cell, chart.theme)
    } else {
      layers += source.units.indices.compactMap { LabelLayers.beside($0, source, explicit) }
    }
    Self.unify(&layers, isForced: !isSingle)
    let names = layers.map { name(of: $0.table) }
    let isShared = Set(names).count == 1
    for index in layers.indices where !isShared {
      layers[index].spec.data = DataSpec(name: names[index])
    }
    var spec = Self.layered(layers)
    if spec.layer == nil, layers.count == 1 { spec.data = nil }
    spec.resolve = source.resolve
    if let size = cells.first?.plan.area.size {
      spec.width = .length(size.width.rounded())
      spec.height = .length(size.height.rounded())
    }
    var outer = spec
    if let facet = source.facet {
      outer = ChartSpec()
      outer.facet = facet.typed(in: source.whole, chart.conventions)
      outer.columns = source.columns
      outer.resolve = source.resolve
      spec.resolve = nil
      outer.spec = SubviewSpec(spec)
    }
    if isShared, let name = names.first { outer.data = DataSpec(name: name) }
    return outer
  }

  /// Layers over each other; those of the second y axis in a layer of their own.
  private static func layered(_ layers: [ExportLayer]) -> ChartSpec {
    guard layers.count > 1 else { return layers.first?.spec ?? ChartSpec() }
    let (first, second) = (layers.filter { !$0.usesSecondY }, layers.filter(\.usesSecondY))
    guard !second.isEmpty, !first.isEmpty else { return ChartSpec(layer: layers.map(\.spec)) }
    return ChartSpec(layer: [
      ChartSpec(layer: first.map(\.spec)), ChartSpec(layer: second.map(\.spec)),
    ])
  }

  /// Gives layers one table: the widest one when it has the columns of all; else, where they must
  /// share one, their rows below each other, told apart by a column.
  private static func unify(_ layers: inout [ExportLayer], isForced: Bool) {
    guard let widest = layers.map(\.table).max(by: { $0.columns.count < $1.columns.count }) else {
      return
    }
    let covers = layers.allSatisfy { layer in
      layer.table.rowCount == widest.rowCount
        && layer.table.columns.allSatisfy { widest[$0.name] == $0 }
    }
    if covers {
      for index in layers.indices { layers[index].table = widest }
    } else if isForced {
      let tables = layers.map(\.table)
      let union = ChartData.stacked(tables, numberedIn: "layer")
      for index in layers.indices {
        var test = FieldPredicate(field: "layer")
        test.equal = .number(Double((tables.firstIndex(of: tables[index]) ?? 0) + 1))
        var filter = TransformSpec()
        filter.filter = .field(test)
        layers[index].spec.transform = [filter] + (layers[index].spec.transform ?? [])
        layers[index].table = union
      }
    }
  }
}

/// A layer of an exported chart and the rows that it reads.
struct ExportLayer {
  var spec: ChartSpec
  var table: ChartData
  var usesSecondY = false
}

extension ChartSpec {
  /// Lets every view read the rows of the outermost one.
  fileprivate mutating func dropDataNames() {
    if data?.name != nil { data = nil }
    func drop(_ views: inout [ChartSpec]?) {
      for index in (views ?? []).indices { views?[index].dropDataNames() }
    }
    drop(&layer)
    drop(&concat)
    spec?.views[0].dropDataNames()
  }
}

extension FacetSpec {
  /// With the types that are guessed made explicit.
  fileprivate func typed(
    in units: [ResolvedUnit], _ conventions: ChartConventions
  ) -> FacetSpec {
    func typed(_ channel: ChannelSpec?) -> ChannelSpec? {
      guard var channel, let data = units.first?.raw else { return channel }
      channel.type = channel.type ?? UnitResolver.measure(channel, data, conventions)
      if channel.type == .quantitative, channel.bin == nil { channel.type = .ordinal }
      channel.columns = nil
      return channel
    }
    return FacetSpec(wrapped: typed(wrapped), row: typed(row), column: typed(column))
  }
}

extension ChartTheme {
  /// Sizes and colours of text, axes and grid in Vega-Lite's words.
  fileprivate func vegaLiteConfig(_ numbers: NumberMarks) -> JSONTree {
    .object(
      JSONObject { out in
        out.set("font", "Inter, Helvetica, sans-serif")
        if numbers != .english { out.set("locale", object: { $0.set("number", numbers.locale) }) }
        out.set("view", object: { $0.set("stroke", JSONTree.null) })
        for (key, title) in [("axis", titleSize), ("legend", legendSize)] {
          out.set(
            key,
            object: { out in
              out.set("labelFontSize", tickSize)
              out.set("labelColor", muted.hexText)
              out.set("titleFontSize", title)
              out.set("titleFontWeight", "normal")
              out.set("titleColor", ink.hexText)
              if key == "axis" {
                out.set("gridColor", rule.hexText)
                out.set("gridWidth", gridWidth)
                out.set("domainColor", muted.hexText)
                out.set("tickColor", muted.hexText)
              }
            })
        }
      })
  }
}

extension NumberMarks {
  /// As a locale definition of d3-format, which groups all numbers alike.
  fileprivate var locale: JSONTree {
    let (percent, dollar) = (
      placing("%", percent, beside: ""), placing("$", currency, beside: "")
    )
    let isBefore = currency == .before || currency == .beforeSpaced
    return .object(
      JSONObject { out in
        out.set("decimal", String(decimal))
        out.set("thousands", group.map { String($0) } ?? "")
        out.set("grouping", .list([.number(3)]))
        out.set(
          "currency",
          .list([.text(isBefore ? dollar : ""), .text(isBefore ? "" : dollar)]))
        out.set("percent", percent)
      })
  }
}
