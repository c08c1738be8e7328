import Configuration
import Graphics

/// One page as it will be assembled: what stands across its columns, then the columns.
struct PageLayout {
  /// Indices of the galley's wide floats at the page's top, and below its columns.
  var wideFloats: [Int] = []
  var footFloats: [Int] = []
  /// Where the columns begin, below the title and the wide floats, and their height.
  var top: Points = 0
  var height: Points
  var columns: [PagePlan] = []
  /// Which of the galley's insertions follow the page.
  var insertions: [Int] = []
}
