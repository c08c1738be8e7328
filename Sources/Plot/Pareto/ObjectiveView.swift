import Languages
import Pareto

/// Rows with several objectives, ready to be drawn as parallel coordinates or as a matrix of
/// scatters.
struct ObjectiveView: Sendable {
  struct Row: Sendable {
    /// With colour, shape and label; its places are in `values`.
    var datum: Datum
    /// In the order of the axes, in data units.
    var values: [Double]
    /// 0 on the front, 1 when only members of the front beat it, and so on.
    var rank: Int
    /// Off the front, but not beaten by more than the slack.
    var isNear = false

    var isOnFront: Bool { rank == 0 }
  }

  /// One for each objective; each says which way it improves.
  var axes: [AxisModel]
  var rows: [Row]
  /// Colours and shapes, and for legends the mark.
  var looks: ChartModel
  /// The objective in x and y of each panel; empty for parallel coordinates.
  var panels: [(x: Int, y: Int, model: ChartModel)] = []
  var knee: Int?
  /// The hypervolume, or the share of the box when an ideal point is given.
  var volume: Double?
  var mark: MarkSpec
  /// The rows that are drawn, with the number of their front, from 1, as `front_rank`.
  var ranked: ResolvedUnit
  var width: ExtentSpec?
  var height: ExtentSpec?

  /// With which its notes write numbers.
  var numbers: NumberMarks { axes[0].conventions.numbers }
  var terms: Terms { axes[0].conventions.terms }

  var objectives: [Objective] { axes.map { $0.better ?? .low } }

  /// The members of the front, by the first objective from the best.
  var members: [Row] {
    let better = objectives[0]
    return rows.filter(\.isOnFront).sorted {
      let (a, b) = (better.cost($0.values[0]), better.cost($1.values[0]))
      return (a, $0.datum.row) < (b, $1.datum.row)
    }
  }
}
