import Languages
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
    let terms = model.terms
    var sentences = [Self.opening(model)]
    sentences += [Self.axis("x", model.x), Self.axis("y", model.y)].compactMap { $0 }
    if case .categories(let categories, _) = model.color, categories.categories.count > 1 {
      let title = categories.legend.title.isEmpty ? terms[.group] : categories.legend.title
      sentences.append(
        terms(
          .groupsBy, String(categories.categories.count), title,
          Self.counted(categories.categories, model).joined(separator: terms.comma)))
    }
    var notes: [String] = []
    for layer in model.layers where layer.mark.type == .pareto {
      for front in ParetoAnalysis(layer, model).fronts {
        sentences.append(Self.front(front, model))
        notes += Self.notes(front, layer, model)
      }
    }
    sentences += exclusions.map { Self.sentence($0, terms) }
    self.text = (sentences + notes).joined(separator: " ")
    self.notes = notes
  }

  static func sentence(_ exclusion: ChartExclusion, _ terms: Terms) -> String {
    terms(.notShown, exclusion.reason.text(terms), exclusion.names(terms))
  }

  /// The groups with the number of their rows, where one mark draws them.
  private static func counted(_ groups: [String], _ model: ChartModel) -> [String] {
    guard model.layers.count == 1, let rows = model.layers.first?.rows else { return groups }
    return groups.enumerated().map { group, name in
      "\(name) (\(rows.count { $0.group == group }))"
    }
  }

  private static func opening(_ model: ChartModel) -> String {
    let terms = model.terms
    let kinds = model.layers.map { layer -> String in
      let count = layer.rows.count
      switch layer.mark.type {
      case .pareto: return terms.count(count, .chartPareto)
      case .point: return terms.count(count, .chartPoints)
      case .line:
        let lines = Series.of(layer).count
        return lines == 1 ? terms.count(count, .chartLine) : terms.count(lines, .chartLines)
      case .bar: return terms.count(count, .chartBars)
      case .area: return terms[.chartArea]
      case .arc: return terms.count(count, .chartSectors)
      case .trail: return terms.count(count, .chartTrail)
      case .circle, .square, .boxplot, .errorbar, .errorband: return "\(layer.mark.type.rawValue)"
      case .rect: return terms.count(count, .chartRectangles)
      case .tick: return terms.count(count, .chartTicks)
      case .rule: return terms.count(count, .chartRules)
      case .text: return terms.count(count, .chartTexts)
      }
    }
    let sentence = kinds.joined(separator: terms.comma)
    return (sentence.first?.uppercased() ?? "") + sentence.dropFirst() + "."
  }

  static func axis(_ name: String, _ axis: AxisModel) -> String? {
    guard axis.isShown else { return nil }
    let terms = axis.conventions.terms
    let title = axis.title.isEmpty ? terms[.untitled] : axis.title
    if axis.isDiscrete {
      return "\(name): "
        + ([title] + axis.categories).joined(separator: terms.comma) + "."
    }
    var sentence = "\(name): \(title)"
    if axis.kind == .log { sentence += terms.comma + terms[.logarithmic] }
    let numbers = axis.conventions.numbers
    let (low, high) = (axis.domain.lowerBound, axis.domain.upperBound)
    sentence += terms.comma + terms(.fromTo, numbers.short(low), numbers.short(high))
    switch axis.better {
    case .low: sentence += terms.comma + terms[.lowerIsBetter]
    case .high: sentence += terms.comma + terms[.higherIsBetter]
    case nil: break
    }
    return sentence + "."
  }

  private static func front(_ front: ParetoAnalysis.Front, _ model: ChartModel) -> String {
    let terms = model.terms
    let members = front.members.prefix(12).map { described($0, model) }.joined(separator: "; ")
    let more =
      front.members.count > 12 ? " " + terms(.andMore, String(front.members.count - 12)) : ""
    return terms(.frontMembers, ofGroup(front, model), members + more)
  }

  /// " of bikes", behind what is said of one front of several.
  private static func ofGroup(_ front: ParetoAnalysis.Front, _ model: ChartModel) -> String {
    groupName(front, model).map { " " + model.terms(.ofGroup, $0) } ?? ""
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
    let terms = model.terms
    let group = ofGroup(front, model)
    if let knee = front.knee {
      notes.append(
        terms(.kneePoint, group, described(knee, model)))
    }
    if !front.probabilities.isEmpty {
      let sorted = front.probabilities.sorted { ($1.value, $0.row.row) < ($0.value, $1.row.row) }
      let shown = sorted.filter { $0.value >= 0.005 }
      let names = shown.map { entry in
        "\(name(of: entry.row, among: shown.map(\.row), model)) \(numbers.percent(entry.value))"
      }.joined(separator: terms.comma)
      let rest = sorted.count - shown.count
      notes.append(
        terms(
          .probabilities, group, names,
          rest > 0 ? "; " + terms(.improbable, String(rest), numbers.written("0.5%")) : "",
          numbers.percent(0.9)))
    }
    if let slack = layer.mark.epsilon, slack.count == 2 {
      let (x, y) = (numbers.short(slack[0]), numbers.short(slack[1]))
      let names = front.near.map { described($0, model) }.joined(separator: "; ")
      notes.append(
        terms(.nearlyOnFront, group, x, y, names.isEmpty ? terms[.none] : names))
    }
    if let volume = front.volume, let spec = layer.mark.hypervolume, let point = spec.reference {
      let reference = numbers.list(point)
      let unit =
        spec.ideal.map { terms(.shareOfBox, numbers.list($0)) } ?? terms[.inDataUnits]
      notes.append(terms(.hypervolume, group, reference, unit, numbers.short(volume)))
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
