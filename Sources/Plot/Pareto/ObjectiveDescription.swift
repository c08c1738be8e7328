/// What a chart of several objectives shows, in words made from its data.
enum ObjectiveDescription {
  static func of(_ view: ObjectiveView, _ exclusions: [ChartExclusion]) -> ChartDescription {
    let kind =
      view.panels.isEmpty
      ? "Parallel coordinates of \(view.rows.count) rows on \(view.axes.count) axes"
      : "Matrix of \(view.panels.count) scatter plots of \(view.rows.count) rows"
    var sentences = ["\(kind) with their Pareto front."]
    sentences += view.axes.enumerated().compactMap { index, axis in
      ChartDescription.axis("Objective \(index + 1)", axis)
    }
    let members = view.members
    let named = members.prefix(12).map { described($0, view) }.joined(separator: "; ")
    let rest = members.count > 12 ? "; and \(members.count - 12) more" : ""
    sentences.append("On the front, beaten by no other row in all objectives: \(named)\(rest).")
    sentences += exclusions.map(ChartDescription.sentence)
    let notes = notes(view)
    return ChartDescription(text: (sentences + notes).joined(separator: " "), notes: notes)
  }

  private static func described(_ row: ObjectiveView.Row, _ view: ObjectiveView) -> String {
    let place = "(\(view.numbers.list(row.values)))"
    return row.datum.label.map { "\($0) \(place)" } ?? place
  }

  private static func notes(_ view: ObjectiveView) -> [String] {
    var notes: [String] = []
    if let knee = view.rows.first(where: { $0.datum.row == view.knee }) {
      notes.append(
        "Knee point: \(described(knee, view)), farthest on the ideal side from the plane through the "
          + "ends of the front with all axes scaled to its range.")
    }
    let numbers = view.numbers
    if let slack = view.mark.epsilon {
      let near = view.rows.filter(\.isNear).map { described($0, view) }.joined(separator: "; ")
      notes.append(
        "Nearly on the front, not beaten by more than (\(numbers.list(slack))): "
          + (near.isEmpty ? "none." : near + "."))
    }
    if let volume = view.volume, let spec = view.mark.hypervolume, let point = spec.reference {
      let unit =
        spec.ideal.map { " as a share of the box up to the ideal (\(numbers.list($0)))" }
        ?? " in data units"
      notes.append(
        "Hypervolume to the reference (\(numbers.list(point)))\(unit): \(numbers.short(volume)).")
    }
    return notes
  }
}
