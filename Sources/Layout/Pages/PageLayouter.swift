import Graphics

/// Cuts a galley into pages of one column or more, with floats across the columns, and finds the
/// pages that follow others: those of wide tables.
struct PageLayouter {
  let galley: Galley
  let columns: Int
  let height: Points
  let rhythm: Points
  let separator: Points
  let floatGap: Points
  /// What the title takes from the first page.
  let titleHeight: Points

  func pages() -> [PageLayout] {
    var breaker = PageBreaker(
      galley, columns: columns, height: height, rhythm: rhythm, separator: separator,
      floatGap: floatGap, titleHeight: titleHeight)
    let pages = breaker.pages()
    var inserted = 0
    return pages.enumerated().map { index, page in
      var layout = PageLayout(
        wideFloats: page.opening.tops, footFloats: page.opening.feet,
        top: (index == 0 ? titleHeight : 0) + page.opening.topHeight, height: page.height,
        columns: page.columns)
      if columns > 1 {
        layout.insertions = page.insertions
      } else {
        let end = index == pages.count - 1 ? Int.max : page.columns[0].items.upperBound
        let next = galley.insertions[inserted...].firstIndex { $0.after >= end }
        layout.insertions = Array(inserted..<(next ?? galley.insertions.count))
        inserted += layout.insertions.count
      }
      return layout
    }
  }
}
