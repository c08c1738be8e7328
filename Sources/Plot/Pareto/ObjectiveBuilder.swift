import Pareto

/// Builds the chart of several objectives: an axis for each, the rows that have them all, and who is
/// on the front.
struct ObjectiveBuilder {
  private let unit: UnitSpec
  private let theme: ChartTheme
  private let conventions: ChartConventions
  private(set) var problems: [ChartError.Problem] = []
  private(set) var warnings: [ChartError.Problem] = []
  private(set) var exclusions: [ChartExclusion] = []
  private(set) var undrawn: [UndrawnRow] = []

  /// - Parameter language: the conventions that say how numbers and words are written; all else
  ///   follows the report's.
  init(_ unit: UnitSpec, _ theme: ChartTheme, in language: ChartConventions) {
    self.unit = unit
    self.theme = theme
    conventions = .report(numbers: language.numbers, terms: language.terms)
  }

  /// Nil when something is wrong.
  mutating func build() -> ObjectiveView? {
    let objectives = unit.mark.objectives ?? []
    warnings += UnreadChannels.places(of: unit)
    // Each objective as the y of a chart of its own: read, scaled and titled like any other.
    var models: [ChartModel] = []
    var gaps: [Int: UndrawnRow] = [:]
    for objective in objectives {
      guard let model = model(x: nil, y: objective, unit.data, noting: &gaps) else { return nil }
      models.append(model)
    }
    undrawn = gaps.values.sorted { $0.row < $1.row }
    let columns = models.map { model in
      Dictionary(
        (model.layers.first?.rows ?? []).map { ($0.row, $0) }, uniquingKeysWith: { a, _ in a })
    }
    let whole = (0..<unit.data.rowCount).filter { row in
      columns.allSatisfy { $0[row] != nil }
    }
    guard !whole.isEmpty else {
      problems.append(
        .init(path: unit.path + ["mark", "objectives"], message: "no row has all objectives"))
      return nil
    }
    let rows = whole.map { row in
      ObjectiveView.Row(
        datum: columns[0][row] ?? Datum(row: row),
        values: columns.map { $0[row]?.y ?? .nan }, rank: 0)
    }
    var view = ObjectiveView(
      axes: models.map(\.y), rows: rows, looks: models[0], mark: unit.mark,
      ranked: ResolvedUnit(
        mark: unit.mark, encoding: unit.encoding, data: unit.data.rows(whole), raw: unit.data,
        path: unit.path))
    rank(&view)
    view.ranked.data = view.ranked.data.with(
      "front_rank", view.rows.map { .number(Double($0.rank + 1)) })
    if unit.mark.view == .matrix {
      for y in 1..<objectives.count {
        for x in 0..<y {
          guard let model = panel(x, y, objectives, view) else { return nil }
          view.panels.append((x, y, model))
        }
      }
    }
    return view
  }

  private mutating func model(
    x: ChannelSpec?, y: ChannelSpec, _ data: ChartData, noting gaps: inout [Int: UndrawnRow]
  ) -> ChartModel? {
    var own = unit
    own.data = data
    own.mark = MarkSpec(x == nil ? .point : .pareto)
    own.mark.shape = unit.mark.shape
    own.mark.size = unit.mark.size
    func quantity(_ objective: ChannelSpec) -> ChannelSpec {
      var channel = objective
      channel.type = .quantitative
      return channel
    }
    // All legends stand above, whatever is asked for: it has been told.
    for channel in UnreadChannels.explained { own.encoding[channel]?.legend?.orient = nil }
    own.encoding[.x] = x.map(quantity)
    own.encoding[.y] = quantity(y)
    var check = UnitCheck(own)
    check.run()
    problems += check.problems
    guard check.problems.isEmpty else { return nil }
    var resolver = UnitResolver(conventions)
    let resolved = resolver.resolve(own)
    problems += resolver.problems
    guard resolver.problems.isEmpty else { return nil }
    var builder = ModelBuilder(theme, conventions)
    let model = builder.build([[resolved]], resolve: nil).first
    problems += builder.problems
    for warning in builder.warnings where !warnings.contains(warning) { warnings.append(warning) }
    for exclusion in builder.exclusions where !exclusions.contains(exclusion) {
      exclusions.append(exclusion)
    }
    for row in builder.undrawn where gaps[row.row] == nil { gaps[row.row] = row }
    return model
  }

  /// Who is on the front, the knee, and the hypervolume.
  private func rank(_ view: inout ObjectiveView) {
    let objectives = view.objectives
    var groups = [Array(view.rows.indices)]
    if unit.mark.front == .group {
      let names = view.rows.map { $0.datum.group ?? -1 }
      groups = Set(names).sorted().map { name in view.rows.indices.filter { names[$0] == name } }
    }
    for group in groups {
      let points = CostMatrix(group.map { view.rows[$0].values }, objectives)
      for (index, rank) in zip(group, NondominatedSorting.ranks(of: points)) {
        view.rows[index].rank = rank
      }
      guard let slack = unit.mark.epsilon else { continue }
      for index in ParetoFront.indices(of: points, within: slack)
      where !view.rows[group[index]].isOnFront {
        view.rows[group[index]].isNear = true
      }
    }
    let members = view.members
    if unit.mark.knee ?? false, groups.count == 1 {
      let places = members.map { zip(view.axes, $0.values).map { $0.scale.linearised($1) } }
      view.knee = KneePoint.index(in: CostMatrix(places, objectives)).map {
        members[$0].datum.row
      }
    }
    guard let spec = unit.mark.hypervolume, let reference = spec.reference else { return }
    let points = CostMatrix(members.map(\.values), objectives)
    func costs(_ point: [Double]) -> [Double] { zip(objectives, point).map { $0.cost($1) } }
    view.volume =
      spec.ideal.map {
        Hypervolume.share(of: points, reference: costs(reference), ideal: costs($0))
      } ?? Hypervolume.volume(of: points, reference: costs(reference))
  }

  /// The scatter of two objectives, with the members of the front of all.
  private mutating func panel(
    _ x: Int, _ y: Int, _ objectives: [ChannelSpec], _ view: ObjectiveView
  ) -> ChartModel? {
    var gaps: [Int: UndrawnRow] = [:]
    guard var model = model(x: objectives[x], y: objectives[y], unit.data, noting: &gaps) else {
      return nil
    }
    (model.x.domain, model.y.domain) = (view.axes[x].domain, view.axes[y].domain)
    let members = Set(view.rows.filter(\.isOnFront).map(\.datum.row))
    let whole = Set(view.rows.map(\.datum.row))
    for index in model.layers.indices {
      model.layers[index].front = members
      model.layers[index].knee = view.knee
      model.layers[index].rows.removeAll { !whole.contains($0.row) }
      // Many small panels have room for the names that matter.
      for row in model.layers[index].rows.indices {
        let datum = model.layers[index].rows[row]
        if datum.label != nil, !members.contains(datum.row), !datum.keepsLabel {
          model.layers[index].rows[row].label = nil
        }
      }
    }
    return model
  }
}
