import Graphics

// The floats of a column.
extension PageBreaker {
  /// Whether a column holds something that is numbered after a float that has to wait.
  func overtakes(_ items: Range<Int>, _ state: State) -> Bool {
    metrics.barriers.contains { isOpen($0, state.floats, state.wide) && items.contains($0.item) }
  }

  /// Where the first thing behind a node stands that has to wait for more floats than are placed.
  func barrier(after state: State, placed: FloatCounts) -> Int {
    metrics.barriers.first { $0.item > state.item && isOpen($0, placed, state.wide) }?.item ?? .max
  }

  private func isOpen(_ barrier: Galley.Barrier, _ floats: FloatCounts, _ wide: FloatCounts)
    -> Bool
  {
    barrier.floats > floats[barrier.kind] || barrier.wideFloats > wide[barrier.kind]
  }

  /// Whether a column that starts at a node may hold a float: what is numbered before it stands on
  /// this page or an earlier one.
  func mayPlace(_ float: Int, on state: State) -> Bool {
    guard metrics.wideBefore[float] <= state.wide[floats[float].kind] else { return false }
    return floats[float].isAfter < 0 || state.item > floats[float].isAfter
  }

  /// Whether a float is among the placed ones.
  func isPlaced(_ float: Int, _ placed: FloatCounts) -> Bool {
    metrics.floats.ranks[float] < placed[floats[float].kind]
  }

  /// The last item that mentions one of the floats placed on top of a node's.
  func lastMention(of placing: FloatCounts, on state: State) -> Int {
    var last = -1
    for kind in FloatingBox.Kind.allCases where placing[kind] > 0 {
      let float = metrics.floats[kind][state.floats[kind] + placing[kind] - 1]
      last = max(last, metrics.mentions[float])
    }
    return last
  }

  /// The fewest floats that a column takes, and their height: none, but where many wait as many as
  /// fit, in the order of the text.
  func leastFloats(of state: State, height: Points) -> (counts: FloatCounts, height: Points) {
    guard waiting(state) > Self.queue else { return (FloatCounts(), 0) }
    var (counts, used) = (FloatCounts(), Points(0))
    var full: Set<FloatingBox.Kind> = []
    while let float = metrics.floats.next(after: state.floats + counts, without: full) {
      let kind = floats[float].kind
      let sum = used + metrics.floatHeights[float] + floatGap
      guard metrics.mentions[float] < state.item, floats[float].place != .page,
        mayPlace(float, on: state), sum <= height
      else {
        full.insert(kind)
        continue
      }
      used = sum
      counts[kind] += 1
    }
    return (counts, used)
  }

  /// More floats that wait than these are not tried in all numbers.
  static let queue = 3

  /// Calls `body` for each float that is mentioned before a node and not yet placed.
  private func forEachWaiting(_ state: State, _ body: (Int) -> Void) {
    for kind in FloatingBox.Kind.allCases {
      let queue = metrics.floats[kind]
      var rank = state.floats[kind]
      while rank < queue.count, metrics.mentions[queue[rank]] < state.item {
        body(queue[rank])
        rank += 1
      }
    }
  }

  /// How many floats wait at a node.
  func waiting(_ state: State) -> Int {
    var count = 0
    forEachWaiting(state) { _ in count += 1 }
    return count
  }

  /// What it costs that floats wait, the more the further behind their mention.
  func waitingCost(_ state: State) -> Double {
    var cost = 0.0
    forEachWaiting(state) { float in
      let way = metrics.tops[state.item] - metrics.tops[metrics.mentions[float]]
      let pages = way / (height * Double(columns))
      cost += costs.waitingFloat * (1 + pages * pages)
    }
    return cost
  }

  /// What it costs that floats of an earlier section of the first level stand at a column's top.
  func strayCost(from state: State, to floats: FloatCounts) -> Double {
    guard state.floats != floats, !metrics.sections.isEmpty else { return 0 }
    var cost = 0.0
    for float in metrics.floats.between(state.floats, floats) {
      let mention = metrics.mentions[float]
      if metrics.sections.contains(where: { mention < $0 && $0 <= state.item }) {
        cost += costs.strayFloat
      }
    }
    return cost
  }

  /// A float that fits on the page where it is mentioned stands right there, in the order of the
  /// text; one that had to wait comes at the top of a later page.
  func place(_ placed: [Int], from item: Int, _ plan: inout PagePlan) {
    for float in placed {
      let isMentionedHere = metrics.mentions[float] >= item
      switch floats[float].place {
      case .bottom: plan.bottomFloats.append(float)
      case .automatic where isMentionedHere: plan.inlineFloats.insert(float)
      case .top where floats[float].sectionStart >= item: plan.inlineFloats.insert(float)
      case .automatic, .top, .page: plan.topFloats.append(float)
      }
    }
  }

  /// What a hole of a height costs where floats, not glue, leave it.
  func costOfBlank(_ height: Points) -> Double {
    let lines = max(0, height) / rhythm
    return costs.blankFloatLine * lines + costs.blankFloatLineSquared * lines * lines
  }

  /// A column of nothing but floats that wait at a node, in the order of the text. One that has no
  /// room holds back those of its kind.
  mutating func addFloatColumn(_ index: Int, _ opening: Int) {
    let state = nodes[index].state
    guard state.item >= 0, state.floats != metrics.floats.counts else { return }
    var start = state
    if state.isBetweenPages { start.wide = wide(after: state, opening) }
    let height = columnHeight(state, opening)
    var next = Node(
      state: start, cost: nodes[index].cost, previous: index, step: .floats, opening: opening,
      isLast: true)
    var used: Points = 0
    var mayStayBlank = false
    var full: Set<FloatingBox.Kind> = []
    while let float = metrics.floats.next(after: next.state.floats, without: full) {
      let kind = floats[float].kind
      let isFirst = next.state.floats == state.floats
      let sum = used + metrics.floatHeights[float] + (isFirst ? 0 : floatGap)
      // What is too high for any page stands on one of its own.
      let fits = sum <= height || isFirst && height >= self.height
      guard metrics.mentions[float] < state.item, mayPlace(float, on: start), fits else {
        full.insert(kind)
        continue
      }
      used = sum
      next.state.floats[kind] += 1
      mayStayBlank = mayStayBlank || floats[float].place == .page
    }
    guard next.state.floats != state.floats else { return }
    // What follows the last float of a chapter may stay blank, and what is to have its own page.
    let waiting = waiting(next.state)
    if isEnd(state.item), waiting == 0 { mayStayBlank = true }
    // Behind the text, columns of floats are as long as they are.
    let share = isEnd(state.item) && columns > 1 ? 0.2 : 1
    next.cost += mayStayBlank ? 0 : share * costOfBlank(height - used)
    if isEnd(state.item), state.isBetweenPages {
      next.cost += costs.lastFloatPage * max(0, 1 - used / height)
    }
    next.cost += waitingCost(next.state)
    next.cost += strayCost(from: state, to: next.state.floats)
    if advance(&next, from: state) { relax(next) }
  }
}
