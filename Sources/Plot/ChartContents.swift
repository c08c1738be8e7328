import Synchronization

/// What a specification and its rows come to, made once, when first asked for: a chart that is
/// changed step by step is not made at every step.
final class ChartContents: Sendable {
  struct Parts: Sendable {
    var view = ChartView.panel(
      Panel(model: ChartModel(x: AxisModel(), y: AxisModel(), color: .none, layers: [])))
    var exclusions: [ChartExclusion] = []
    var undrawnRows: [UndrawnRow] = []
    var warnings: [ChartError.Problem] = []
    var notes: [String] = []
    var altText = ""
  }

  private let spec: ChartSpec
  private let data: ChartData
  private let theme: ChartTheme
  private let conventions: ChartConventions
  private let result = Mutex<Result<Parts, ChartError>?>(nil)

  init(
    _ spec: ChartSpec, _ data: ChartData, _ theme: ChartTheme, _ conventions: ChartConventions
  ) {
    (self.spec, self.data, self.theme, self.conventions) = (spec, data, theme, conventions)
  }

  /// - Throws: `ChartError` with all mistakes of the specification.
  func made() throws(ChartError) -> Parts {
    let made = result.withLock { known in
      let made = known ?? make()
      known = made
      return made
    }
    return try made.get()
  }

  private func make() -> Result<Parts, ChartError> {
    var builder = ViewBuilder(spec, theme, conventions)
    guard let view = builder.build(spec, data) else {
      return .failure(ChartError(problems: builder.problems))
    }
    let described = view.descriptions(builder.exclusions)
    return .success(
      Parts(
        view: view, exclusions: builder.exclusions, undrawnRows: builder.undrawn,
        warnings: builder.warnings, notes: described.flatMap(\.notes),
        altText: described.prefix(12).map(\.text).joined(separator: " ")))
  }
}
