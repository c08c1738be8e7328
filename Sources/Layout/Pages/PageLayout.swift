import Configuration
import Graphics

/// One page as it will be assembled: what stands across its columns, then the columns.
struct PageLayout {
  /// Indices of the galley's wide floats at the page's top.
  var wideFloats: [Int] = []
  /// Where the columns begin, below the title and the wide floats, and their height.
  var top: Points = 0
  var height: Points
  var columns: [PagePlan] = []
}

/// Cuts a galley into pages of one column or more, with floats across the columns.
///
/// A wide float stands at the top of the page that mentions it when the mention stays there, else at
/// the top of the next page that has room. The columns of the last page end at one height.
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
    var wide = estimate()
    var plans = breakColumns(wide)
    // A float whose mention came to stand on a later page follows it.
    for _ in 0..<3 {
      var hasMoved = false
      for float in galley.wideFloats.indices {
        guard let page = wide.firstIndex(where: { $0.contains(float) }) else { continue }
        let mention = pageOfMention(float, plans)
        guard mention > page else { continue }
        wide[page].removeAll { $0 == float }
        assign(float, from: mention, to: &wide)
        hasMoved = true
      }
      guard hasMoved else { break }
      plans = breakColumns(wide)
    }
    return balanced(wide, plans)
  }

  /// A page for each wide float, found by filling pages with what comes, as if it were fluid.
  private func estimate() -> [[Int]] {
    guard !galley.wideFloats.isEmpty else { return [] }
    var wide: [[Int]] = []
    var (page, used) = (0, 0.0)
    var next = 0
    var first = 0
    let heights = galley.items.map { height(of: $0) }
    let hasSecondPage = heights.reduce(0, +) > Double(columns) * (height - titleHeight)
    func capacity() -> Points { Double(columns) * (height - top(of: page, wide)) }
    for index in 0...heights.count {
      while next < galley.wideFloats.count, galley.wideFloats[next].item == index {
        let float = Double(columns) * (galley.wideFloats[next].height + floatGap)
        // Below the title stands text, unless there is no other page.
        let isBelowTitle = page == 0 && titleHeight > 0 && hasSecondPage
        first = max(first, isBelowTitle || used > capacity() - float ? page + 1 : page)
        first = assign(next, from: first, to: &wide)
        next += 1
      }
      guard index < heights.count else { break }
      used += heights[index]
      if used > capacity() { (page, used) = (page + 1, heights[index]) }
    }
    return wide
  }

  /// What an item takes of its column, with its footnotes and the float that it mentions.
  private func height(of item: VerticalItem) -> Points {
    switch item {
    case .box(let box):
      box.notes.reduce(box.height) { $0 + galley.notes[$1].height }
    case .glue(let glue): glue.natural
    case .float(let float): galley.floats[float].height + floatGap
    case .pageBreak: 0
    }
  }

  private func pageOfMention(_ float: Int, _ plans: [PagePlan]) -> Int {
    let item = galley.wideFloats[float].item
    let column = plans.firstIndex { $0.items.upperBound > item } ?? max(0, plans.count - 1)
    return column / columns
  }

  /// Puts a float on the first page that has room; a page keeps at least a quarter for its columns.
  @discardableResult
  private func assign(_ float: Int, from first: Int, to wide: inout [[Int]]) -> Int {
    var page = first
    while true {
      while wide.count <= page { wide.append([]) }
      let used = top(of: page, wide)
      let needed = used + galley.wideFloats[float].height + floatGap
      if needed <= height * 0.75 || used == 0 { break }
      page += 1
    }
    wide[page].append(float)
    wide[page].sort()
    return page
  }

  private func top(of page: Int, _ wide: [[Int]]) -> Points {
    let floats = page < wide.count ? wide[page] : []
    return floats.reduce(page == 0 ? titleHeight : 0) {
      $0 + galley.wideFloats[$1].height + floatGap
    }
  }

  private func breakColumns(_ wide: [[Int]]) -> [PagePlan] {
    var special: [Int: Points] = [:]
    for page in 0..<max(1, wide.count) where top(of: page, wide) > 0 {
      for column in 0..<columns {
        special[page * columns + column] = height - top(of: page, wide)
      }
    }
    var breaker = PageBreaker(
      galley, height: height, rhythm: rhythm, separator: separator, floatGap: floatGap,
      special: special)
    return breaker.breakPages()
  }

  /// The columns from one on, at a height of their own; nil when they do not hold what is left.
  private func rebreak(_ plans: [PagePlan], from first: Int, height: Points) -> [PagePlan]? {
    var breaker = PageBreaker(
      galley, height: height, rhythm: rhythm, separator: separator, floatGap: floatGap)
    let tail = breaker.breakPages(after: plans[..<first])
    return breaker.isWhole && tail.count <= columns ? plans[..<first] + tail : nil
  }

  /// The pages, the columns of the last one as even as they can be.
  private func balanced(_ wide: [[Int]], _ plans: [PagePlan]) -> [PageLayout] {
    var plans = plans
    let last = max(0, (plans.count - 1) / columns)
    var lastHeight = height - top(of: last, wide)
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
    return (0..<count).map { page in
      let top = top(of: page, wide)
      let range = min(page * columns, plans.count)..<min((page + 1) * columns, plans.count)
      return PageLayout(
        wideFloats: page < wide.count ? wide[page] : [], top: top,
        height: page == last ? lastHeight : height - top, columns: Array(plans[range]))
    }
  }
}
