import Graphics

/// What stands across the columns of a page: indices of the galley's wide floats.
struct PageOpening: Hashable, Sendable {
  /// Above the columns and below them.
  var tops: [Int] = []
  var feet: [Int] = []
  /// What they take from the columns, the space between included.
  var topHeight: Points = 0
  var footHeight: Points = 0

  var height: Points { topHeight + footHeight }
}

/// A page as the page breaker found it.
struct PlannedPage: Sendable {
  var opening: PageOpening
  var columns: [PagePlan]
  /// The height of the columns.
  var height: Points
  /// Which of the galley's insertions follow.
  var insertions: [Int] = []
}
