import Graphics

// What stands across the columns of a page, above and below them, or on a page of its own.
extension PageBreaker {
  /// No wide float leaves its columns fewer lines than this.
  private var leastStrip: Points { 6 * rhythm }
  /// How much of a page wide floats fill that are mentioned on it.
  private static let share = 0.75

  /// All that may stand across the columns of a page that starts at a node.
  mutating func openings(at state: State) -> [Int] {
    if let onlyOpening { return [onlyOpening] }
    guard state.wide != metrics.wideFloats.counts else { return [0] }
    let reach = reach(of: state)
    var found = [0]
    let room = height - (state.isFirstPage ? titleHeight : 0)
    // The openings with more at the top come after those that they add to.
    var tops = [(opening: PageOpening(), placed: state.wide)]
    if waitingWide(state) > 1 {
      // Where many wait, as many as fit stand at the top.
      let (opening, placed) = waitingWides(of: state, height: room - leastStrip)
      tops = [(opening, placed)]
      found.append(index(of: opening))
    }
    var next = 0
    while next < tops.count {
      let (opening, placed) = tops[next]
      next += 1
      for kind in FloatingBox.Kind.allCases {
        guard let float = metrics.wideFloats.next(kind, after: placed),
          wideFloats[float].item <= reach, wideFloats[float].insertion == nil
        else { continue }
        let height = wideFloats[float].height + floatGap
        let isWaiting = isMentioned(float, at: state.item)
        let limit = isWaiting ? room - leastStrip : room * Self.share
        guard opening.height + height <= limit else { continue }
        if opening.feet.isEmpty, mayStandAbove(float, on: state) {
          var more = opening
          more.tops.append(float)
          more.topHeight += height
          add(more, kind, placed, to: &tops, &found)
        }
        // Only what is mentioned here, or follows such, has a reason to stand below.
        if opening.feet.count < 2 {
          var more = opening
          more.feet.append(float)
          more.footHeight += height
          add(more, kind, placed, to: &tops, &found)
        }
      }
    }
    return found
  }

  /// The wide floats that wait at a node, in the order of the text, as many as fit into a height;
  /// one that does not fit holds back those of its kind.
  ///
  /// - Parameter takesOne: whether the first is taken even though it does not fit.
  private func waitingWides(of state: State, height: Points, takesOne: Bool = false) -> (
    PageOpening, FloatCounts
  ) {
    var (opening, placed) = (PageOpening(), state.wide)
    var full: Set<FloatingBox.Kind> = []
    while let float = metrics.wideFloats.next(after: placed, without: full) {
      let wide = wideFloats[float]
      guard isMentioned(float, at: state.item), wide.insertion == nil,
        mayStandAbove(float, on: state),
        opening.topHeight + wide.height <= height + 0.01 || takesOne && opening.tops.isEmpty
      else {
        full.insert(wide.kind)
        continue
      }
      opening.tops.append(float)
      opening.topHeight += wide.height + floatGap
      placed[wide.kind] += 1
    }
    return (opening, placed)
  }

  private mutating func add(
    _ opening: PageOpening, _ kind: FloatingBox.Kind, _ placed: FloatCounts,
    to tops: inout [(opening: PageOpening, placed: FloatCounts)], _ found: inout [Int]
  ) {
    let index = index(of: opening)
    guard !found.contains(index) else { return }
    found.append(index)
    var placed = placed
    placed[kind] += 1
    tops.append((opening, placed))
  }

  /// Whether a wide float may stand above the columns: its section has begun before, and all that is
  /// numbered before it stands on earlier pages.
  private func mayStandAbove(_ float: Int, on state: State) -> Bool {
    let wide = wideFloats[float]
    return (wide.sectionStart < state.item || isMentioned(float, at: state.item))
      && metrics.floatsBefore[float] <= state.floats[wide.kind]
  }

  /// Whether a wide float is mentioned on the pages that end at an item.
  func isMentioned(_ float: Int, at item: Int) -> Bool {
    wideFloats[float].item <= item || isEnd(item)
  }

  /// The last item that could stand on a page.
  private func reach(of state: State) -> Int {
    let bottom = metrics.tops[state.item + 1] + 1.6 * Double(columns) * height
    var (low, high) = (state.item + 1, metrics.kinds.count)
    while low < high {
      let middle = (low + high) / 2
      if metrics.tops[middle] > bottom { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// What is placed across columns when those of a page with an opening begin.
  func wide(after state: State, _ opening: Int) -> FloatCounts {
    var placed = state.wide
    for float in openings[opening].tops { placed[wideFloats[float].kind] += 1 }
    return placed
  }

  /// How many wide floats are mentioned before a node and not yet placed.
  func waitingWide(_ state: State) -> Int {
    var count = 0
    for kind in FloatingBox.Kind.allCases {
      let queue = metrics.wideFloats[kind]
      var rank = state.wide[kind]
      while rank < queue.count, isMentioned(queue[rank], at: state.item) {
        count += 1
        rank += 1
      }
    }
    return count
  }

  // MARK: From column to column

  /// Takes a node to the next column, and to the next page after the last one.
  ///
  /// - Returns: whether that page holds what its wide floats ask for.
  func advance(_ next: inout Node, from state: State) -> Bool {
    guard countsColumns(of: state) else {
      next.state.isFirstPage = false
      return true
    }
    let column = state.column + 1
    guard column == columns else {
      next.state.column = column
      next.state.opening = next.opening
      next.state.isFirstPage = state.isFirstPage
      return true
    }
    return close(&next)
  }

  private func close(_ next: inout Node) -> Bool {
    let opening = openings[next.opening]
    for float in opening.tops where !isMentioned(float, at: next.state.item) { return false }
    for float in opening.feet {
      let kind = wideFloats[float].kind
      guard isMentioned(float, at: next.state.item),
        metrics.floatsBefore[float] <= next.state.floats[kind]
      else { return false }
      next.state.wide[kind] += 1
    }
    next.state.column = 0
    next.state.opening = -1
    next.state.isFirstPage = false
    next.cost += Double(waitingWide(next.state)) * costs.waitingWideFloat
    next.cost += Double(opening.feet.count) * costs.foot
    if opening.height > 0 {
      let lines = (height - opening.height) / rhythm
      next.cost += costs.stripLine * max(0, costs.stripLines - lines)
    }
    return true
  }

  /// The rest of a page stays blank, because nothing that comes next fits into its columns or
  /// because there is nothing more.
  mutating func addBlank(_ index: Int) {
    let state = nodes[index].state
    var next = Node(
      state: state, cost: nodes[index].cost, previous: index, step: .blank,
      opening: state.opening)
    guard close(&next) else { return }
    let blank = Double(columns - state.column)
    if !isEnd(state.item) {
      next.cost += costs.blankColumn * blank
    } else if waiting(next.state) + waitingWide(next.state) > 0 {
      next.cost += costOfBlank(columnHeight(state, state.opening)) * blank
    }
    relax(next)
  }

  // MARK: Pages without columns

  /// Pages of a table that follow the page that mentions it.
  ///
  /// - Returns: whether there are such.
  mutating func addInsertion(_ index: Int) -> Bool {
    let state = nodes[index].state
    guard let float = metrics.wideFloats.next(.table, after: state.wide),
      wideFloats[float].insertion != nil, isMentioned(float, at: state.item),
      metrics.floatsBefore[float] <= state.floats.tables
    else { return false }
    var next = Node(
      state: state, cost: nodes[index].cost, previous: index, step: .insertion)
    next.state.wide.tables += 1
    relax(next)
    return true
  }

  /// A page of nothing but wide floats that wait, in the order of the text.
  mutating func addWidePage(_ index: Int) {
    let state = nodes[index].state
    guard onlyHeight == nil, state.wide != metrics.wideFloats.counts else { return }
    var next = Node(state: state, cost: nodes[index].cost, previous: index, step: .wide)
    let room = height - (state.isFirstPage ? titleHeight : 0)
    let (opening, placed) = waitingWides(of: state, height: room, takesOne: !state.isFirstPage)
    next.state.wide = placed
    // A table's page may be too high to stand below the title.
    guard !opening.tops.isEmpty || state.isFirstPage && isEnd(state.item) else { return }
    next.opening = self.index(of: opening)
    next.state.isFirstPage = false
    if isEnd(state.item) {
      next.cost += costs.lastFloatPage * max(0, 1 - opening.topHeight / room)
    }
    if !isEnd(state.item) || waiting(next.state) + waitingWide(next.state) > 0 {
      next.cost += costOfBlank(room - opening.topHeight)
    }
    next.cost += Double(waitingWide(next.state)) * costs.waitingWideFloat
    relax(next)
  }
}
