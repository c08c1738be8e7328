import Graphics

/// Cuts a galley into pages so that the sum of the pages' costs is least: Knuth and Plass's method
/// for lines, applied to pages over a whole chapter, with floats and footnotes as part of the state
/// (Brüggemann-Klein, Klein, Wohlfeil, "Pagination reconsidered", 1995).
///
/// A node is a place where a page may end together with the number of floats placed so far and the
/// rest of a footnote that goes on. From each node all pages that fit are tried.
struct PageBreaker {
  struct Node {
    var item: Int
    var floats: Int
    /// How many pages end before it, where pages are not of one height.
    var page = 0
    var carriedNote = -1
    var carriedLine = 0
    var cost: Double
    var previous: Int
    var plan: PagePlan?
  }

  let metrics: PageMetrics
  let floats: [FloatingBox]
  let height: Points
  let rhythm: Points
  let separator: Points
  let floatGap: Points
  /// The heights of pages that are not `height` high, by their index from the first one made.
  private let special: [Int: Points]
  let limit: Limit?
  private let lastSpecial: Int
  /// The item that ends the last page.
  private var end = 0
  /// Whether all pages found hold what they were given.
  private(set) var isWhole = true
  /// The sum of the pages' costs.
  private(set) var cost = 0.0
  let costs = Costs()
  var nodes: [Node] = []
  private var nodesAt: [Int: [Int]] = [:]

  /// - Parameters:
  ///   - height: of the text block.
  ///   - rhythm: the leading of body text; a page may run one such line short or long.
  ///   - separator: space with a rule above footnotes.
  ///   - floatGap: space between a float and the text.
  ///   - special: heights of single pages, such as a first page below a title, by their index.
  ///   - limit: what the first pages do not hold.
  ///   - metrics: of the galley, when they are known.
  init(
    _ galley: Galley, height: Points, rhythm: Points, separator: Points, floatGap: Points,
    special: [Int: Points] = [:], limit: Limit? = nil, metrics: PageMetrics? = nil
  ) {
    self.metrics = metrics ?? PageMetrics(galley)
    self.limit = limit
    floats = galley.floats
    self.height = height
    self.rhythm = rhythm
    self.separator = separator
    self.floatGap = floatGap
    self.special = special
    lastSpecial = max(special.keys.max() ?? -1, (limit?.pages ?? 0) - 1)
  }

  func height(of node: Node) -> Points { height(ofPage: node.page) }

  func height(ofPage page: Int) -> Points {
    special.isEmpty ? height : special[page] ?? height
  }

  /// The pages of the galley, which must end with a forced break.
  ///
  /// - Parameters:
  ///   - done: the first pages, when only those after them are asked for.
  ///   - horizon: a page break to end at, when only the next pages are asked for.
  mutating func breakPages(
    after done: ArraySlice<PagePlan> = [], until horizon: Int? = nil
  ) -> [PagePlan] {
    guard !metrics.kinds.isEmpty else { return [] }
    end = horizon ?? metrics.kinds.count - 1
    let first = start(after: done)
    nodes = [first]
    nodesAt = [first.item: [0]]
    var place = first.item
    while place <= end {
      if place == first.item || metrics.kinds[place] == .pageBreak { visit(place) }
      place += 1
    }
    let ends = nodesAt[end] ?? []
    guard let last = ends.min(by: { finalCost($0) < finalCost($1) }) else { return [] }
    cost = nodes[last].cost
    isWhole = cost < Self.overflow
    return plans(to: last, addsLeftovers: horizon == nil)
  }

  /// Goes on from the nodes at a place.
  private mutating func visit(_ place: Int) {
    guard var here = nodesAt[place] else { return }
    // A page of floats leads to a node at the same place that holds more of them.
    var index = 0
    while index < here.count {
      here[index...].sort { nodes[$0].floats < nodes[$1].floats }
      nodesAt[place] = here
      addFloatPage(here[index])
      addEmptyPage(here[index])
      here = nodesAt[place] ?? here
      index += 1
    }
    let least = here.reduce(Double.infinity) { min($0, nodes[$1].cost) }
    // What is much dearer than another way here is not made good by fewer pages.
    for node in here where place < end && nodes[node].cost <= least + Self.hopeless {
      extend(node)
    }
    if place != end { nodesAt[place] = nil }
  }

  /// Where the pages after some others begin: the floats that these hold, and their last footnote
  /// when it goes on.
  private func start(after done: ArraySlice<PagePlan>) -> Node {
    var node = Node(item: -1, floats: 0, cost: 0, previous: -1)
    guard let last = done.last else { return node }
    // No page ends before the first item.
    node.item = last.items.upperBound == 0 ? -1 : last.items.upperBound
    for plan in done { node.floats += plan.floatCount }
    if let piece = last.notes.last, piece.lines.upperBound < metrics.noteLines[piece.note].count - 1
    {
      (node.carriedNote, node.carriedLine) = (piece.note, piece.lines.upperBound)
    }
    return node
  }

  /// The cost of a page that holds more than it has room for.
  private static let overflow = 100_000.0
  /// More than a page that is all but empty costs.
  private static let hopeless = 60_000.0
  /// Pages filled less than this are made only when little more fits.
  private static let sparse = 0.55
  /// The break before a table or figure is among the last items before it.
  private static let barrierReach = 3

  private func finalCost(_ node: Int) -> Double {
    // What waits at a chapter's end has no better place than the pages tried.
    nodes[node].cost
      + Double(waiting(before: end, placed: nodes[node].floats)) * (isEnd(end) ? 100_000 : 2000)
      + (nodes[node].carriedNote >= 0 ? 2000 : 0)
  }

  private func plans(to end: Int, addsLeftovers: Bool) -> [PagePlan] {
    var plans: [PagePlan] = []
    var at = end
    while at >= 0 {
      if let plan = nodes[at].plan { plans.append(plan) }
      at = nodes[at].previous
    }
    plans.reverse()
    guard addsLeftovers else { return plans }
    let last = nodes[end]
    if last.carriedNote >= 0 { plans += notePages(of: last) }
    if last.floats < floats.count { plans += floatPages(from: last.floats) }
    return plans
  }

  // MARK: One page

  /// Tries all pages that start at a node.
  private mutating func extend(_ index: Int) {
    let node = nodes[index]
    let height = height(of: node)
    var reach = node.item
    var chosen = 0
    var heightOfFloats: Points = 0
    while true {
      let end = scan(from: index, placing: chosen, limit: height - heightOfFloats)
      reach = max(reach, end)
      let next = node.floats + chosen
      guard next < floats.count, metrics.mentions[next] <= reach, floats[next].place != .page,
        mayPlace(next, on: node)
      else { return }
      heightOfFloats += metrics.floatHeights[next] + floatGap
      // Less text than this beside floats looks lost.
      guard heightOfFloats <= height - 4 * rhythm else { return }
      chosen += 1
    }
  }

  /// Offers every break at which a page with `placing` floats could end, but not those far up on a
  /// page that can be filled.
  ///
  /// - Returns: the last item looked at.
  private mutating func scan(from index: Int, placing: Int, limit: Points) -> Int {
    let least = Self.sparse * limit
    let (end, fullest) = scan(from: index, placing: placing, limit: limit, least: least)
    guard fullest < least + 12 * rhythm, fullest < limit - rhythm else { return end }
    return scan(from: index, placing: placing, limit: limit, least: 0).end
  }

  /// Walks down from a node.
  ///
  /// - Parameter least: what a page must hold to be offered.
  private mutating func scan(from index: Int, placing: Int, limit: Points, least: Points)
    -> (end: Int, fullest: Points)
  {
    var fullest: Points = 0
    let node = nodes[index]
    let opening = node.item >= 0 ? metrics.extra[node.item] : -1
    var used = opening >= 0 ? metrics.carryHeights[Int(opening)].after : 0
    var (stretch, shrink): (Double, Double) = (0, 0)
    var noteEnd = 0
    var noteStart = -1
    var noteHeight: Points = 0
    if node.carriedNote >= 0 {
      let lines = metrics.noteLines[node.carriedNote]
      noteHeight = separator + lines[lines.count - 1] - lines[node.carriedLine]
    }
    // The space that comes first disappears at a page's top, and below the gap of floats there.
    var started = false
    var holdsText = false
    var found = false
    let needed = placing > 0 ? metrics.mentions[node.floats + placing - 1] : -1
    let barrier = barrier(after: node, placed: node.floats + placing)
    let slack = limit + rhythm
    var at = node.item + 1
    while at <= end {
      switch metrics.kinds[at] {
      case .box:
        started = true
        holdsText = true
        used += metrics.values[at]
        let end = nextNote(after: at)
        let start = Int(metrics.extra[at])
        if end > start {
          if noteStart < 0 { noteStart = start }
          noteEnd = end
          if noteHeight == 0 { noteHeight = separator }
          for note in start..<end { noteHeight += metrics.noteHeights[metrics.notes[note]] }
        }
      case .glue:
        if started || metrics.extra[at] == 1 {
          used += metrics.values[at]
          stretch += metrics.stretch[at]
          shrink += metrics.shrink[at]
        }
      case .mention:
        let float = Int(metrics.values[at])
        if float < node.floats + placing, floats[float].place != .bottom { started = true }
      case .pageBreak:
        guard holdsText else { break }
        let penalty = metrics.values[at]
        let carry = Int(metrics.extra[at])
        let text = used + (carry >= 0 ? metrics.carryHeights[carry].before : 0)
        let isForced = penalty <= PageBreak.forced || at == end
        if at > needed || isForced {
          let candidate = Candidate(
            node: index, item: at, placing: at > needed ? placing : 0, limit: limit, text: text,
            notes: noteHeight, noteRange: noteStart < 0 ? 0..<0 : noteStart..<noteEnd,
            stretch: stretch, shrink: shrink, penalty: isForced ? 0 : penalty, isForced: isForced)
          let mustTake = !found && text - shrink > slack
          let isBeforeBarrier = (at...at + Self.barrierReach).contains(barrier)
          if !isForced, text + noteHeight < least, !isBeforeBarrier {
            found = true
          } else if offer(candidate, mustTake: mustTake) {
            (found, fullest) = (true, text + noteHeight)
          }
        }
        if isForced { return (at, fullest) }
        if text - shrink > slack, found || placing > 0 { return (at, fullest) }
      }
      at += 1
    }
    return (at, fullest)
  }

  private func nextNote(after item: Int) -> Int {
    // `extra` of a box is the count of notes before it; the next box tells where its own end.
    var next = item + 1
    while next < metrics.kinds.count {
      if metrics.kinds[next] == .box { return Int(metrics.extra[next]) }
      next += 1
    }
    return metrics.notes.count
  }

  private struct Candidate {
    var node, item, placing: Int
    var limit, text, notes: Points
    var noteRange: Range<Int>
    var stretch, shrink, penalty: Double
    var isForced: Bool
  }

  /// Takes a page into account if it fits.
  ///
  /// - Parameter mustTake: take it even though it does not fit, for want of a better one.
  private mutating func offer(_ page: Candidate, mustTake: Bool) -> Bool {
    let node = nodes[page.node]
    var cost = page.penalty
    var pieces = notePieces(page.noteRange, carried: node)
    var total = page.text + page.notes
    var carried = (note: -1, line: 0)
    if total - page.shrink > page.limit + 0.01, !pieces.isEmpty,
      let split = split(&pieces, room: page.limit + page.shrink - page.text - separator)
    {
      carried = (split.note, split.line)
      total = page.text + separator + split.height
      cost += costs.splitNote
    }
    let short = page.limit - total
    guard mustTake || short + page.shrink > -rhythm - 0.01 else { return false }
    var plan = PagePlan(items: node.item + 1..<page.item)
    cost += fill(short, page, &plan)
    if mustTake { cost += Self.overflow }
    plan.notes = pieces
    plan.opening = node.item >= 0 ? carry(at: node.item) : nil
    plan.closing = page.isForced ? nil : carry(at: page.item)
    plan.isLast = page.isForced
    let placed = node.floats + page.placing
    place(node.floats..<placed, from: node.item + 1, &plan)
    if overtakes(node.item..<page.item, placed: placed, on: node) { cost += costs.overtaking }
    let waiting = waiting(before: page.item, placed: placed)
    cost += Double(waiting) * costs.waitingFloat
    // The last text is not the chapter's end while floats wait: what it leaves blank is a hole.
    if isEnd(page.item), waiting > 0 { cost += costOfBlank(short) }
    relax(
      Node(
        item: page.item, floats: placed, page: node.page + 1, carriedNote: carried.note,
        carriedLine: carried.line,
        cost: node.cost + cost, previous: page.node, plan: plan))
    return true
  }

  /// Whether the galley ends at an item.
  func isEnd(_ item: Int) -> Bool { item == metrics.kinds.count - 1 }

  private func carry(at item: Int) -> Int? {
    metrics.extra[item] >= 0 ? Int(metrics.extra[item]) : nil
  }

  /// What the page's height costs, and how its glue is set.
  private func fill(_ short: Points, _ page: Candidate, _ plan: inout PagePlan) -> Double {
    if short < -0.01 {
      let over = -short
      guard over > page.shrink else {
        plan.ratio = -over / page.shrink
        return 100 * over / page.shrink * over / page.shrink
      }
      plan.ratio = page.shrink > 0 ? -1 : 0
      return costs.longLine * (0.4 + (over - page.shrink) / rhythm)
    }
    if page.isForced {
      return page.node > 0 ? costs.stumpLine * max(0, costs.stumpLines - page.text / rhythm) : 0
    }
    if short <= page.stretch {
      plan.ratio = page.stretch > 0 ? short / page.stretch : 0
      return 100 * plan.ratio * plan.ratio * plan.ratio
    }
    let lines = (short - page.stretch) / rhythm
    plan.ratio = lines < 3 ? 1 : 0
    return 100 * min(1, page.stretch) + costs.shortLine * lines
      + costs.shortLineSquared * lines * lines
  }

  mutating func relax(_ node: Node) {
    let known = nodesAt[node.item] ?? []
    for old in known
    where nodes[old].floats == node.floats && nodes[old].carriedNote == node.carriedNote
      && nodes[old].carriedLine == node.carriedLine
      && (nodes[old].page == node.page
        || nodes[old].page > lastSpecial && node.page > lastSpecial)
    {
      if node.cost < nodes[old].cost { nodes[old] = node }
      return
    }
    nodes.append(node)
    nodesAt[node.item, default: []].append(nodes.count - 1)
  }
}
