import Languages

/// What a chart of several objectives shows, in words made from its data.
enum ObjectiveDescription {
  static func of(_ view: ObjectiveView, _ exclusions: [ChartExclusion]) -> ChartDescription {
    let terms = view.terms
    let rows = String(view.rows.count)
    var sentences = [
      view.panels.isEmpty
        ? terms(.parallelCoordinates, rows, String(view.axes.count))
        : terms(.scatterMatrix, String(view.panels.count), rows)
    ]
    sentences += view.axes.enumerated().compactMap { index, axis in
      ChartDescription.axis(terms(.objective, String(index + 1)), axis)
    }
    let members = view.members
    let named = members.prefix(12).map { described($0, view) }.joined(separator: "; ")
    let rest = members.count > 12 ? "; " + terms(.andMore, String(members.count - 12)) : ""
    sentences.append(terms(.unbeaten, named + rest))
    sentences += exclusions.map { ChartDescription.sentence($0, terms) }
    let notes = notes(view)
    return ChartDescription(text: (sentences + notes).joined(separator: " "), notes: notes)
  }

  private static func described(_ row: ObjectiveView.Row, _ view: ObjectiveView) -> String {
    let place = "(\(view.numbers.list(row.values)))"
    return row.datum.label.map { "\($0) \(place)" } ?? place
  }

  private static func notes(_ view: ObjectiveView) -> [String] {
    var notes: [String] = []
    let terms = view.terms
    if let knee = view.rows.first(where: { $0.datum.row == view.knee }) {
      notes.append(
        terms(.kneeOfObjectives, described(knee, view)))
    }
    let numbers = view.numbers
    if let slack = view.mark.epsilon {
      let near = view.rows.filter(\.isNear).map { described($0, view) }.joined(separator: "; ")
      notes.append(
        terms(.nearlyUnbeaten, numbers.list(slack), near.isEmpty ? terms[.none] : near))
    }
    if let volume = view.volume, let spec = view.mark.hypervolume, let point = spec.reference {
      let unit =
        spec.ideal.map { terms(.shareOfBox, numbers.list($0)) } ?? terms[.inDataUnits]
      notes.append(
        terms(.hypervolume, "", numbers.list(point), unit, numbers.short(volume)))
    }
    return notes
  }
}
