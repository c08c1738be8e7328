import Graphics

/// A chart made ready to be drawn at any width: one panel, small multiples, or views in a grid.
indirect enum ChartView: Sendable {
  case panel(Panel)
  case facets(FacetView)
  case grid(GridView)
  case objectives(ObjectiveView)
  case titled(String, ChartView)

  /// Descriptions of all panels in order.
  ///
  /// - Parameter exclusions: rows that are not drawn, named in the first.
  func descriptions(_ exclusions: [ChartExclusion]) -> [ChartDescription] {
    switch self {
    case .objectives(let view): return [ObjectiveDescription.of(view, exclusions)]
    case .titled(_, let view): return view.descriptions(exclusions)
    case .grid(let grid):
      return grid.views.enumerated().flatMap { $1.descriptions($0 == 0 ? exclusions : []) }
    case .panel, .facets:
      return models.enumerated().map { ChartDescription($1, exclusions: $0 == 0 ? exclusions : []) }
    }
  }

  /// Whether no mark has a row to stand for.
  var drawsNothing: Bool {
    if case .objectives(let view) = self { return view.rows.isEmpty }
    return models.allSatisfy { $0.layers.allSatisfy(\.rows.isEmpty) }
  }

  /// The panels, small multiples and charts of objectives of which it is made.
  var leaves: [ChartView] {
    switch self {
    case .titled(_, let view): view.leaves
    case .grid(let grid): grid.views.flatMap(\.leaves)
    case .panel, .facets, .objectives: [self]
    }
  }

  /// All panels.
  var models: [ChartModel] {
    leaves.flatMap { leaf in
      switch leaf {
      case .panel(let panel): [panel.model]
      case .facets(let facets): facets.cells.map(\.model)
      case .objectives(let view): view.panels.isEmpty ? [view.looks] : view.panels.map(\.model)
      case .titled, .grid: [ChartModel]()
      }
    }
  }
}

/// One rectangle of data with its axes.
struct Panel: Sendable {
  var model: ChartModel
  var width: ExtentSpec?
  var height: ExtentSpec?
  /// Of a rectangle with a continuous axis, under Vega-Lite's conventions.
  var standard = Size(width: 200, height: 200)
  /// Of a category, under Vega-Lite's conventions.
  var step = 20.0
  var source = PanelSource()

  /// The rectangle of the data under Vega-Lite's conventions.
  var area: Size {
    func extent(_ spec: ExtentSpec?, _ axis: AxisModel, _ standard: Double) -> Double {
      var step = self.step
      switch spec {
      case .length(let length): return length
      case .step(let length): step = length
      case .container, nil: break
      }
      guard axis.isDiscrete || !axis.isShown && axis.categories.isEmpty && axis.index == nil else {
        return standard
      }
      if !axis.isDiscrete { return model.usesChannel(axis) ? standard : step }
      let offsets = Double(model.layers.map(\.offsetCount).max() ?? 1)
      let gaps = offsets > 1 ? 1.25 : 1
      return max(1, Double(axis.categories.count)) * step * offsets * gaps
    }
    return Size(
      width: extent(width, model.x, standard.width),
      height: extent(height, model.y, standard.height))
  }
}

extension ChartModel {
  /// Whether any row has a place on an axis.
  fileprivate func usesChannel(_ axis: AxisModel) -> Bool {
    axis.domain != 0...1 || layers.contains { $0.mark.type == .arc }
  }
}

/// Panels that share what they measure, one for each value of a field or two.
struct FacetView: Sendable {
  struct Cell: Sendable {
    var row: Int
    var column: Int
    /// Stands above the cell when it wraps.
    var header: String?
    var model: ChartModel
  }

  var cells: [Cell]
  var rowHeaders: [String]
  var columnHeaders: [String]
  var rowTitle: String
  var columnTitle: String
  var isXShared: Bool
  var isYShared: Bool
  var panel: Panel

  var rowCount: Int { (cells.map(\.row).max() ?? 0) + 1 }
  var columnCount: Int { (cells.map(\.column).max() ?? 0) + 1 }
}

/// Views beside and below each other.
struct GridView: Sendable {
  var views: [ChartView]
  var columns: Int
}
