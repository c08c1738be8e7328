/// What a panel, or small multiples, were made from: exports write it down.
struct PanelSource: Sendable {
  /// Marks with their channels as the author wrote them; their rows have gone through all
  /// transforms.
  var units: [UnitSpec] = []
  /// The same for each cell, one for a single panel: marks that stand for several are written as
  /// plain ones, channels name columns.
  var cells: [[ResolvedUnit]] = []
  /// All rows of the cells.
  var whole: [ResolvedUnit] = []
  /// How many plain marks each unit was written as.
  var partCounts: [Int] = []
  var facet: FacetSpec?
  var columns: Int?
  var resolve: ResolveSpec?

  /// The plain marks of a unit, by their places among all.
  func parts(of unit: Int) -> Range<Int> {
    let start = partCounts[..<unit].reduce(0, +)
    return start..<start + partCounts[unit]
  }
}
