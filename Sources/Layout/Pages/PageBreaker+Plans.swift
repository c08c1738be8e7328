import Graphics

// The pages that a way through the nodes stands for.
extension PageBreaker {
  /// The pages of the galley in one column.
  mutating func breakPages() -> [PagePlan] { pages().flatMap(\.columns) }

  /// The pages of the galley, which must end with a forced break. The columns of the last one are
  /// as even as they can be.
  mutating func pages() -> [PlannedPage] {
    guard let last = search(from: start) else { return [] }
    var pages: [PlannedPage] = []
    // Where each page begins.
    var starts: [Int] = []
    for index in path(to: last) {
      let node = nodes[index]
      let before = nodes[node.previous].state
      if node.step == .insertion {
        if let float = metrics.wideFloats.next(.table, after: before.wide),
          let insertion = wideFloats[float].insertion
        {
          if pages.isEmpty {
            pages.append(PlannedPage(opening: openings[0], columns: [], height: height))
            starts.append(node.previous)
          }
          pages[pages.count - 1].insertions.append(insertion)
        }
        continue
      }
      let isCounted = countsColumns(of: before)
      let begins =
        isCounted ? before.isBetweenPages : (pages.last?.columns.count ?? columns) == columns
      if begins {
        pages.append(
          PlannedPage(
            opening: openings[node.opening], columns: [],
            height: columnHeight(before, node.opening)))
        starts.append(node.previous)
      }
      if let plan = plan(of: index) { pages[pages.count - 1].columns.append(plan) }
    }
    if let start = starts.last, let even = balanced(pages[pages.count - 1], from: nodes[start]) {
      pages[pages.count - 1] = even
    }
    addLeftovers(of: nodes[last].state, to: &pages)
    return pages
  }

  /// The nodes that lead to one, without the first.
  private func path(to end: Int) -> [Int] {
    var path: [Int] = []
    var at = end
    while nodes[at].previous >= 0 {
      path.append(at)
      at = nodes[at].previous
    }
    return path.reversed()
  }

  /// What a node's step put into its column.
  private func plan(of index: Int) -> PagePlan? {
    let node = nodes[index]
    let before = nodes[node.previous].state
    let state = node.state
    let placed = metrics.floats.between(before.floats, state.floats)
    switch node.step {
    case .start, .wide, .insertion, .blank: return nil
    case .floats:
      var plan = PagePlan(items: state.item..<state.item)
      plan.topFloats = placed
      plan.isLast = true
      return plan
    case .text:
      var plan = PagePlan(items: before.item + 1..<state.item)
      plan.notes = notePieces(node.notes, carried: before)
      if state.carriedNote >= 0, let last = plan.notes.indices.last {
        let start = plan.notes[last].lines.lowerBound
        plan.notes[last].lines = start..<state.carriedLine
      }
      plan.opening = before.item >= 0 ? carry(at: before.item) : nil
      plan.closing = node.isLast ? nil : carry(at: state.item)
      plan.isLast = node.isLast
      plan.ratio = node.ratio
      place(placed, from: before.item + 1, &plan)
      return plan
    }
  }

  private func carry(at item: Int) -> Int? {
    metrics.extra[item] >= 0 ? Int(metrics.extra[item]) : nil
  }

  // MARK: The last page

  /// A last page with its columns as even as they can be; nil when they stay as they are.
  private func balanced(_ page: PlannedPage, from start: Node) -> PlannedPage? {
    guard columns > 1, !page.columns.isEmpty else { return nil }
    var best: PlannedPage?
    var (low, high) = (3, Int(page.height / rhythm) + 1)
    while low < high {
      let middle = (low + high) / 2
      if let even = only(page, height: Double(middle) * rhythm, from: start) {
        (best, high) = (even, middle)
      } else {
        low = middle + 1
      }
    }
    return best
  }

  /// The last page at another height; nil when it does not hold what is left.
  private func only(_ page: PlannedPage, height: Points, from start: Node) -> PlannedPage? {
    var breaker = self
    breaker.onlyHeight = height
    breaker.onlyOpening = breaker.index(of: page.opening)
    var first = Node(state: start.state, cost: 0, previous: -1, step: .start)
    (first.state.column, first.state.opening) = (0, -1)
    guard let last = breaker.search(from: first), breaker.isWhole,
      breaker.nodes[last].state.carriedNote < 0
    else { return nil }
    var even = page
    even.height = height
    even.columns = breaker.path(to: last).compactMap { breaker.plan(of: $0) }
    return even
  }

  // MARK: What is left

  /// The rest of a footnote and floats that no page could take, on pages of their own.
  private func addLeftovers(of last: State, to pages: inout [PlannedPage]) {
    var columns: [PagePlan] = []
    if last.carriedNote >= 0 { columns += notePages(of: last) }
    if last.floats != metrics.floats.counts { columns += floatPages(from: last.floats) }
    for column in columns {
      if let page = pages.last, page.columns.count < self.columns, !page.columns.isEmpty {
        pages[pages.count - 1].columns.append(column)
      } else {
        pages.append(PlannedPage(opening: openings[0], columns: [column], height: height))
      }
    }
  }

  /// No item, behind the last one: what follows such a page does not begin with the text anew.
  private var afterText: Range<Int> {
    let end = max(0, self.end)
    return end..<end
  }

  /// Pages of nothing but the rest of a footnote.
  private func notePages(of last: State) -> [PagePlan] {
    let note = last.carriedNote
    let lines = metrics.noteLines[note]
    var pages: [PagePlan] = []
    var start = last.carriedLine
    let room = height - separator
    while start < lines.count - 1 {
      var end = start + 1
      while end < lines.count - 1, lines[end + 1] - lines[start] <= room { end += 1 }
      var page = PagePlan(items: afterText, isLast: true)
      page.notes = [.init(note: note, lines: start..<end)]
      pages.append(page)
      start = end
    }
    return pages
  }

  /// Pages for the floats that no page of text could take.
  private func floatPages(from first: FloatCounts) -> [PagePlan] {
    metrics.floats.between(first, metrics.floats.counts).map { float in
      var page = PagePlan(items: afterText, isLast: true)
      page.topFloats = [float]
      return page
    }
  }
}
