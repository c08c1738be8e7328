/// Divides resolved units into the cells of small multiples.
struct FacetDivision {
  struct Cell {
    var row: Int
    var column: Int
    var header: String?
    var units: [ResolvedUnit]
  }

  private(set) var cells: [Cell] = []
  private var rowHeaders: [String] = []
  private var columnHeaders: [String] = []
  private let facet: FacetSpec

  init(
    _ facet: FacetSpec, _ units: [ResolvedUnit], columns: Int?, _ conventions: ChartConventions
  ) {
    self.facet = facet
    let specs = [facet.row, facet.column, facet.wrapped].compactMap { $0 }
    let lead = units.first { $0.facetFields.count == specs.count } ?? units[0]
    let orders = specs.enumerated().map { index, spec in
      Self.values(spec, index, lead, units, conventions)
    }
    func headers(_ index: Int) -> [String] {
      let header = specs[index].header
      guard header?.labels ?? true else { return orders[index].map { _ in "" } }
      let labels = orders[index].map {
        CategoryLabels.label(
          $0, index < lead.facetHints.count ? lead.facetHints[index] : ChannelHint(),
          isTemporal: specs[index].type == .temporal,
          format: header?.format ?? specs[index].format, conventions)
      }
      guard let expression = header?.labelExpr else { return labels }
      return LabelExpression.words(
        expression, values: orders[index], labels: labels, conventions.numbers)
    }
    if facet.wrapped != nil {
      let count = orders[0].count
      let perRow = max(1, min(columns ?? count, count))
      let labels = headers(0)
      for (index, value) in orders[0].enumerated() {
        cells.append(
          Cell(
            row: index / perRow, column: index % perRow, header: labels[index],
            units: units.map { Self.part($0, [value]) }))
      }
      return
    }
    let rows: [ChartValue?] = facet.row == nil ? [nil] : orders[0]
    let lines: [ChartValue?] = facet.column == nil ? [nil] : orders[facet.row == nil ? 0 : 1]
    if facet.row != nil { rowHeaders = headers(0) }
    if facet.column != nil { columnHeaders = headers(facet.row == nil ? 0 : 1) }
    for (row, rowValue) in rows.enumerated() {
      for (column, columnValue) in lines.enumerated() {
        let key = [rowValue, columnValue].compactMap { $0 }
        cells.append(
          Cell(row: row, column: column, header: nil, units: units.map { Self.part($0, key) }))
      }
    }
  }

  /// The values of a facet in the order of its cells.
  private static func values(
    _ spec: ChannelSpec, _ index: Int, _ lead: ResolvedUnit, _ units: [ResolvedUnit],
    _ conventions: ChartConventions
  ) -> [ChartValue] {
    var unit = lead
    var channel = spec
    channel.field = index < lead.facetFields.count ? lead.facetFields[index] : spec.field
    unit.encoding = Encoding()
    unit.encoding.detail = channel
    unit.hints = [.detail: index < lead.facetHints.count ? lead.facetHints[index] : ChannelHint()]
    var values: [ChartValue] = []
    var seen: Set<ChartValue> = []
    for cell in channel.field.map({ unit.data.values($0) }) ?? []
    where cell != .null && seen.insert(cell).inserted { values.append(cell) }
    switch spec.sort {
    case .data: break
    case .values(let first):
      let rank = Dictionary(
        first.enumerated().map { ($0.element.chartValue, $0.offset) },
        uniquingKeysWith: { a, _ in a })
      values.sort { (rank[$0] ?? .max) < (rank[$1] ?? .max) }
    case .field(let field, let op, let order):
      let operation = op.flatMap { AggregateOperation(rawValue: $0) } ?? .mean
      let data = field.map { unit.raw[$0] != nil } ?? false ? unit.raw : unit.data
      guard let name = channel.field, data[name] != nil else { break }
      var keys: [ChartValue: ChartValue] = [:]
      for group in data.groups(by: [name]) {
        keys[group.key[0]] = operation.value(
          of: field.map { field in group.rows.map { data.values(field)[$0] } } ?? [])
      }
      values.sort { a, b in
        let (x, y) = (keys[a] ?? .null, keys[b] ?? .null)
        return order == .ascending ? x < y : y < x
      }
    case .order(.descending): values.sort { $1 < $0 }
    default: values.sort { $0 < $1 }
    }
    return values
  }

  /// The rows of one cell; all of them in units that the facet's field does not divide.
  private static func part(_ unit: ResolvedUnit, _ key: [ChartValue]) -> ResolvedUnit {
    guard unit.facetFields.count == key.count else { return unit }
    let columns = unit.facetFields.map { unit.data.values($0) }
    var out = unit
    let rows = (0..<unit.data.rowCount).filter { row in
      zip(columns, key).allSatisfy { $0[row] == $1 }
    }
    out.data = unit.data.rows(rows)
    out.rowNumbers = rows
    return out
  }

  func view(_ models: [ChartModel], _ panel: Panel, _ resolve: ResolveSpec?) -> FacetView {
    func title(_ spec: ChannelSpec?) -> String {
      guard let spec, spec.showsTitle, spec.header?.showsTitle ?? true else { return "" }
      return spec.header?.title ?? spec.title ?? spec.field ?? ""
    }
    return FacetView(
      cells: zip(cells, models).map {
        FacetView.Cell(row: $0.row, column: $0.column, header: $0.header, model: $1)
      },
      rowHeaders: rowHeaders, columnHeaders: columnHeaders,
      rowTitle: title(facet.row), columnTitle: title(facet.column ?? facet.wrapped),
      isXShared: !(resolve?.isIndependent(.x) ?? false),
      isYShared: !(resolve?.isIndependent(.y) ?? false), panel: panel)
  }
}
