import Graphics

// What the last page of text could not take: the rest of a footnote, floats that still wait.
extension PageBreaker {
  /// No item, behind the last one: what follows such a page does not begin with the text anew.
  private var afterText: Range<Int> {
    let end = max(0, metrics.kinds.count - 1)
    return end..<end
  }

  /// Pages of nothing but the rest of a footnote.
  func notePages(of last: Node) -> [PagePlan] {
    let note = last.carriedNote
    let lines = metrics.noteLines[note]
    var pages: [PagePlan] = []
    var start = last.carriedLine
    while start < lines.count - 1 {
      var end = start + 1
      let room = height(ofPage: last.page + pages.count) - separator
      while end < lines.count - 1, lines[end + 1] - lines[start] <= room { end += 1 }
      var page = PagePlan(items: afterText, isLast: true)
      page.notes = [.init(note: note, lines: start..<end)]
      pages.append(page)
      start = end
    }
    return pages
  }

  /// Pages for the floats that no page of text could take.
  func floatPages(from first: Int) -> [PagePlan] {
    var pages: [PagePlan] = []
    var start = first
    while start < floats.count {
      var end = start + 1
      var used = metrics.floatHeights[start]
      while end < floats.count, end != limit?.floats,
        used + floatGap + metrics.floatHeights[end] <= height
      {
        used += floatGap + metrics.floatHeights[end]
        end += 1
      }
      var page = PagePlan(items: afterText, isLast: true)
      page.topFloats = Array(start..<end)
      pages.append(page)
      start = end
    }
    return pages
  }
}
