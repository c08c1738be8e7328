import Graphics

/// Which structure element was drawn where: the thread between pages and the structure tree.
///
/// Cairo numbers the marked content of a page from 0 in drawing order (MCID) and lists its links in
/// drawing order (Annots); so the lists here name the element of each.
struct MarkedContent {
  struct PageMarks {
    /// Element of marked content 0, 1, 2 … of the page.
    var marks: [StructureID] = []
    /// Element of link annotation 0, 1, 2 … and the mark that its text begins at.
    var links: [(element: StructureID, mark: Int, target: LinkTarget)] = []
  }

  /// Where a picture or formula stands: its page and its place there, from the top left corner.
  struct Bounds {
    var page: Int
    var rect: Rect
  }

  var pages: [PageMarks] = []
  var bounds: [StructureID: Bounds] = [:]
}
