import Graphics

// The pages as they will be assembled, and the columns of the last one.
extension PageLayouter {
  /// The columns from one on, at a height of their own; nil when they do not hold what is left.
  private func rebreak(_ plans: [PagePlan], from first: Int, height: Points) -> [PagePlan]? {
    var breaker = PageBreaker(
      galley, height: height, rhythm: rhythm, separator: separator, floatGap: floatGap,
      metrics: metrics)
    let tail = breaker.breakPages(after: plans[..<first])
    return breaker.isWhole && tail.count <= columns ? plans[..<first] + tail : nil
  }

  /// The pages, the columns of the last one as even as they can be.
  func balanced(_ done: Done) -> [PageLayout] {
    let wide = done.wide
    var plans = done.plans
    let last = max(0, (plans.count - 1) / columns)
    func top(_ page: Int) -> Points { self.top(of: page, page < wide.count ? wide[page] : []) }
    var lastHeight = height - top(last)
    if columns > 1, !plans.isEmpty {
      var (low, high) = (3, Int(lastHeight / rhythm) + 1)
      while low < high {
        let middle = (low + high) / 2
        let height = Double(middle) * rhythm
        if let even = rebreak(plans, from: last * columns, height: height) {
          (plans, lastHeight, high) = (even, height, middle)
        } else {
          low = middle + 1
        }
      }
    }
    let count = max((plans.count + columns - 1) / columns, wide.count)
    var inserted = 0
    return (0..<count).map { page in
      let range = min(page * columns, plans.count)..<min((page + 1) * columns, plans.count)
      var layout = PageLayout(
        wideFloats: page < wide.count ? wide[page] : [], top: top(page),
        height: page == last ? lastHeight : height - top(page), columns: Array(plans[range]))
      if columns > 1 {
        layout.insertions = page < done.insertions.count ? done.insertions[page] : []
      } else {
        let end = page == count - 1 ? Int.max : plans[page].items.upperBound
        let next = galley.insertions[inserted...].firstIndex { $0.after >= end }
        layout.insertions = Array(inserted..<(next ?? galley.insertions.count))
        inserted += layout.insertions.count
      }
      return layout
    }
  }
}
