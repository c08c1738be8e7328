import Pareto

/// What a chart shows, in words made from its data.
struct ChartDescription {
  let text: String
  let notes: [String]

  init(text: String, notes: [String]) {
    self.text = text
    self.notes = notes
  }

  init(_ model: ChartModel, exclusions: [ChartExclusion]) {
    var sentences = [Self.opening(model)]
    sentences += [Self.axis("x", model.x), Self.axis("y", model.y)].compactMap { $0 }
    if case .categories(let categories, _) = model.color, categories.categories.count > 1 {
      let title = categories.legend.title.isEmpty ? "group" : categories.legend.title
      sentences.append(
        "\(categories.categories.count) groups by \(title): "
          + Self.counted(categories.categories, model).joined(separator: ", ") + ".")
    }
    var notes: [String] = []
    for layer in model.layers where layer.mark.type == .pareto {
      for front in ParetoAnalysis(layer, model).fronts {
        sentences.append(Self.front(front, model))
        notes += Self.notes(front, layer, model)
      }
    }
    sentences += exclusions.map(Self.sentence)
    self.text = (sentences + notes).joined(separator: " ")
    self.notes = notes
  }

  static func sentence(_ exclusion: ChartExclusion) -> String {
    "Not shown, \(exclusion.reason): \(exclusion.rows.joined(separator: ", "))."
  }

  /// The groups with the number of their rows, where one mark draws them.
  private static func counted(_ groups: [String], _ model: ChartModel) -> [String] {
    guard model.layers.count == 1, let rows = model.layers.first?.rows else { return groups }
    return groups.enumerated().map { group, name in
      "\(name) (\(rows.count { $0.group == group }))"
    }
  }

  private static func opening(_ model: ChartModel) -> String {
    let kinds = model.layers.map { layer -> String in
      let count = layer.rows.count
      switch layer.mark.type {
      case .pareto: return "scatter plot of \(count) points with their Pareto front"
      case .point: return "scatter plot of \(count) points"
      case .line:
        let lines = Series.of(layer).count
        return lines == 1 ? "line of \(count) points" : "\(lines) lines"
      case .bar: return "bar chart of \(count) bars"
      case .area: return "area chart"
      case .arc: return "\(count) sectors of a circle"
      case .trail: return "line of \(count) points and changing thickness"
      case .circle, .square, .boxplot, .errorbar, .errorband: return "\(layer.mark.type.rawValue)"
      case .rect: return "\(count) rectangles"
      case .tick: return "\(count) ticks"
      case .rule: return count == 1 ? "a rule" : "\(count) rules"
      case .text: return "\(count) texts"
      }
    }
    let sentence = kinds.joined(separator: ", ")
    return (sentence.first?.uppercased() ?? "") + sentence.dropFirst() + "."
  }

  static func axis(_ name: String, _ axis: AxisModel) -> String? {
    guard axis.isShown else { return nil }
    let title = axis.title.isEmpty ? "no title" : axis.title
    if axis.isDiscrete {
      return "\(name): \(title), " + axis.categories.joined(separator: ", ") + "."
    }
    var sentence = "\(name): \(title)"
    if axis.kind == .log { sentence += ", logarithmic" }
    let numbers = axis.conventions.numbers
    let (low, high) = (axis.domain.lowerBound, axis.domain.upperBound)
    sentence += ", from \(numbers.short(low)) to \(numbers.short(high))"
    switch axis.better {
    case .low: sentence += ", lower is better"
    case .high: sentence += ", higher is better"
    case nil: break
    }
    return sentence + "."
  }

  private static func front(_ front: ParetoAnalysis.Front, _ model: ChartModel) -> String {
    let name = groupName(front, model).map { "On the front of \($0)" } ?? "On the front"
    let members = front.members.prefix(12).map { described($0, model) }.joined(separator: "; ")
    let more = front.members.count > 12 ? " and \(front.members.count - 12) more" : ""
    return "\(name), from best x to best y: \(members)\(more)."
  }

  private static func groupName(_ front: ParetoAnalysis.Front, _ model: ChartModel) -> String? {
    guard let group = front.group, case .categories(let categories, _) = model.color,
      categories.categories.indices.contains(group)
    else { return nil }
    return categories.categories[group]
  }

  private static func place(of row: Datum, _ model: ChartModel) -> String {
    "(\(model.numbers.list([row.x ?? 0, row.y ?? 0])))"
  }

  private static func described(_ row: Datum, _ model: ChartModel) -> String {
    let place = place(of: row, model)
    return row.label.map { "\($0) \(place)" } ?? place
  }

  private static func notes(
    _ front: ParetoAnalysis.Front, _ layer: ChartLayer, _ model: ChartModel
  ) -> [String] {
    var notes: [String] = []
    let numbers = model.numbers
    let group = groupName(front, model).map { " of \($0)" } ?? ""
    if let knee = front.knee {
      notes.append(
        "Knee point\(group): \(described(knee, model)), farthest from the chord of the front "
          + "with both axes scaled to its range.")
    }
    if !front.probabilities.isEmpty {
      let sorted = front.probabilities.sorted { ($1.value, $0.row.row) < ($0.value, $1.row.row) }
      let shown = sorted.filter { $0.value >= 0.005 }
      let names = shown.map { entry in
        "\(name(of: entry.row, among: shown.map(\.row), model)) \(numbers.percent(entry.value))"
      }.joined(separator: ", ")
      let rest = sorted.count - shown.count
      notes.append(
        "Probability of being on the front\(group), with the errors as standard deviations of "
          + "independent normal distributions: \(names)"
          + (rest > 0 ? "; \(rest) more below \(numbers.written("0.5%")). " : ". ")
          + "The band holds the front with a probability of \(numbers.percent(0.9)).")
    }
    if let slack = layer.mark.epsilon, slack.count == 2 {
      let (x, y) = (numbers.short(slack[0]), numbers.short(slack[1]))
      let names = front.near.map { described($0, model) }.joined(separator: "; ")
      notes.append(
        "Nearly on the front\(group), not beaten by more than \(x) in x and \(y) in y: "
          + (names.isEmpty ? "none." : names + "."))
    }
    if let volume = front.volume, let spec = layer.mark.hypervolume, let point = spec.reference {
      let reference = numbers.list(point)
      let unit =
        spec.ideal.map {
          " as a share of the box up to the ideal (\(numbers.list($0)))"
        } ?? " in data units"
      notes.append(
        "Hypervolume\(group) to the reference (\(reference))\(unit): \(numbers.short(volume)).")
    }
    return notes
  }

  /// A row's label; with its colour group, or its place, where others have the same.
  private static func name(
    of row: Datum, among rows: [Datum], _ model: ChartModel
  ) -> String {
    let place = place(of: row, model)
    guard let label = row.label else { return place }
    let same = rows.filter { $0.label == label }
    guard same.count > 1 else { return label }
    if case .categories(let categories, _) = model.color, let group = row.group,
      categories.categories.indices.contains(group), Set(same.map(\.group)).count == same.count
    {
      return "\(label) (\(categories.categories[group]))"
    }
    return "\(label) \(place)"
  }
}
