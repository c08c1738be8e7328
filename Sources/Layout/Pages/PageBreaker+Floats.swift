import Graphics

// The floats of a page.
extension PageBreaker {
  /// Whether something stands on a page that is numbered after a float that has to wait.
  func overtakes(_ items: Range<Int>, placed: Int, on node: Node) -> Bool {
    metrics.barriers.contains { $0.floats > placed && items.contains($0.item) }
      || items.contains(limit(on: node).item)
  }

  /// Where the first thing behind a node stands that has to wait for more floats than are placed.
  func barrier(after node: Node, placed: Int) -> Int {
    let floats = metrics.barriers.first { $0.item > node.item && $0.floats > placed }?.item ?? .max
    return min(floats, limit(on: node).item)
  }

  /// What a page that starts at a node does not hold.
  private func limit(on node: Node) -> Limit {
    guard let limit, node.page < limit.pages else { return Limit(pages: 0) }
    return limit
  }

  /// Whether a page that starts at a node may hold a float: what is numbered before it stands on
  /// this page or an earlier one.
  func mayPlace(_ float: Int, on node: Node) -> Bool {
    guard float < limit(on: node).floats else { return false }
    return floats[float].isAfter < 0 || node.item > floats[float].isAfter
  }

  /// How many floats are mentioned before an item and not yet placed.
  func waiting(before item: Int, placed: Int) -> Int {
    var count = 0
    var float = placed
    while float < metrics.mentions.count, metrics.mentions[float] < item {
      count += 1
      float += 1
    }
    return count
  }

  /// A float that fits on the page where it is mentioned stands right there, in the order of the
  /// text; one that had to wait comes at the top of a later page.
  func place(_ range: Range<Int>, from item: Int, _ plan: inout PagePlan) {
    for float in range {
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

  /// A page of nothing but floats that wait at a node.
  mutating func addFloatPage(_ index: Int) {
    let node = nodes[index]
    guard node.item >= 0, node.floats < floats.count else { return }
    let height = height(of: node)
    var end = node.floats
    var used: Points = 0
    while end < floats.count, metrics.mentions[end] < node.item, mayPlace(end, on: node) {
      let next = used + metrics.floatHeights[end] + (end > node.floats ? floatGap : 0)
      // What is too high for any page stands on one of its own.
      guard next <= height || end == node.floats && height >= self.height else { break }
      used = next
      end += 1
    }
    guard end > node.floats else { return }
    var plan = PagePlan(items: node.item..<node.item)
    plan.topFloats = Array(node.floats..<end)
    plan.isLast = true
    // What follows the last float of a chapter may stay blank, and what is to have its own page.
    let mayStayBlank =
      isEnd(node.item) && end == floats.count
      || floats[node.floats..<end].contains { $0.place == .page }
    let cost =
      (mayStayBlank ? 0 : costOfBlank(height - used))
      + Double(waiting(before: node.item, placed: end)) * costs.waitingFloat
    relax(
      Node(
        item: node.item, floats: end, page: node.page + 1, carriedNote: node.carriedNote,
        carriedLine: node.carriedLine,
        cost: node.cost + cost, previous: index, plan: plan))
  }

  /// A column below something wide that stays blank, when nothing that comes next fits into it.
  mutating func addEmptyPage(_ index: Int) {
    let node = nodes[index]
    guard height(of: node) < height || node.page < limit?.pages ?? 0 else { return }
    var empty = node
    empty.page += 1
    empty.cost += costs.blankColumn
    empty.previous = index
    empty.plan = PagePlan(items: max(0, node.item)..<max(0, node.item))
    relax(empty)
  }
}
