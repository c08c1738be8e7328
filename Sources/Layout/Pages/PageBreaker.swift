import Graphics

/// Cuts a galley into pages so that the sum of the pages' costs is least: Knuth and Plass's method
/// for lines, applied to pages over a whole chapter, with floats and footnotes as part of the state
/// (Brüggemann-Klein, Klein, Wohlfeil, "Pagination reconsidered", 1995).
///
/// A node is a place where a page may end together with the number of floats placed so far and the
/// rest of a footnote that goes on. From each node all pages that fit are tried.
struct PageBreaker {
  struct Costs {
    /// For each line by which a page stays short, or its square, when glue cannot fill it.
    var shortLine = 160.0
    var shortLineSquared = 30.0
    /// For a page that runs a line long.
    var longLine = 420.0
    /// For a float that has to wait for a later page, each page.
    var waitingFloat = 220.0
    var splitNote = 600.0
    /// For each line that a last page has too few of.
    var stumpLine = 180.0
    /// How many lines a last page should have.
    var stumpLines = 6.0
    /// For each line left blank on a page of floats.
    var blankFloatLine = 45.0
  }

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
  private let rhythm: Points
  let separator: Points
  let floatGap: Points
  /// The heights of pages that are not `height` high, by their index.
  private let special: [Int: Points]
  private let lastSpecial: Int
  /// Whether all pages found hold what they were given.
  private(set) var isWhole = true
  /// The sum of the pages' costs.
  private(set) var cost = 0.0
  private let costs = Costs()
  private var nodes: [Node] = []
  private var nodesAt: [Int: [Int]] = [:]

  /// - Parameters:
  ///   - height: of the text block.
  ///   - rhythm: the leading of body text; a page may run one such line short or long.
  ///   - separator: space with a rule above footnotes.
  ///   - floatGap: space between a float and the text.
  ///   - special: heights of single pages, such as a first page below a title, by their index.
  init(
    _ galley: Galley, height: Points, rhythm: Points, separator: Points, floatGap: Points,
    special: [Int: Points] = [:]
  ) {
    metrics = PageMetrics(galley)
    floats = galley.floats
    self.height = height
    self.rhythm = rhythm
    self.separator = separator
    self.floatGap = floatGap
    self.special = special
    lastSpecial = special.keys.max() ?? -1
  }

  private func height(of node: Node) -> Points {
    special.isEmpty ? height : special[node.page] ?? height
  }

  /// The pages of the galley, which must end with a forced break.
  ///
  /// - Parameter done: the first pages, when only those after them are asked for.
  mutating func breakPages(after done: ArraySlice<PagePlan> = []) -> [PagePlan] {
    let count = metrics.kinds.count
    guard count > 0 else { return [] }
    let first = start(after: done)
    nodes = [first]
    nodesAt = [first.item: [0]]
    var place = first.item
    while place < count {
      if place == first.item || metrics.kinds[place] == .pageBreak {
        var index = 0
        // A page of floats adds nodes at the same place, so the list may grow.
        while index < nodesAt[place]?.count ?? 0 {
          let node = nodesAt[place]![index]
          if place < count - 1 { extend(node) }
          addFloatPage(node)
          index += 1
        }
        if place != count - 1 { nodesAt[place] = nil }
      }
      place += 1
    }
    let ends = nodesAt[count - 1] ?? []
    guard let end = ends.min(by: { finalCost($0) < finalCost($1) }) else { return [] }
    cost = nodes[end].cost
    isWhole = cost < Self.overflow
    return plans(to: end)
  }

  /// Where the pages after some others begin: the floats that these hold, and their last footnote
  /// when it goes on.
  private func start(after done: ArraySlice<PagePlan>) -> Node {
    var node = Node(item: -1, floats: 0, cost: 0, previous: -1)
    guard let last = done.last else { return node }
    node.item = last.items.upperBound
    for plan in done {
      node.floats += plan.topFloats.count + plan.inlineFloats.count + plan.bottomFloats.count
    }
    if let piece = last.notes.last, piece.lines.upperBound < metrics.noteLines[piece.note].count - 1
    {
      (node.carriedNote, node.carriedLine) = (piece.note, piece.lines.upperBound)
    }
    return node
  }

  /// The cost of a page that holds more than it has room for.
  private static let overflow = 100_000.0

  private func finalCost(_ node: Int) -> Double {
    nodes[node].cost + Double(floats.count - nodes[node].floats) * 2000
      + (nodes[node].carriedNote >= 0 ? 2000 : 0)
  }

  private func plans(to end: Int) -> [PagePlan] {
    var plans: [PagePlan] = []
    var at = end
    while at >= 0 {
      if let plan = nodes[at].plan { plans.append(plan) }
      at = nodes[at].previous
    }
    plans.reverse()
    let last = nodes[end]
    if last.carriedNote >= 0 { plans += notePages(last.carriedNote, from: last.carriedLine) }
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
      guard next < floats.count, metrics.mentions[next] <= reach, floats[next].place != .page
      else { return }
      heightOfFloats += metrics.floatHeights[next] + floatGap
      guard heightOfFloats <= height * 0.8 else { return }
      chosen += 1
    }
  }

  /// Walks down from a node and offers every break at which a page with `placing` floats could end.
  ///
  /// - Returns: the last item looked at.
  private mutating func scan(from index: Int, placing: Int, limit: Points) -> Int {
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
    var started = false
    var found = false
    let needed = placing > 0 ? metrics.mentions[node.floats + placing - 1] : -1
    let slack = limit + rhythm
    var at = node.item + 1
    while at < metrics.kinds.count {
      switch metrics.kinds[at] {
      case .box:
        started = true
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
      case .mention: break
      case .pageBreak:
        guard started else { break }
        let penalty = metrics.values[at]
        let carry = Int(metrics.extra[at])
        let text = used + (carry >= 0 ? metrics.carryHeights[carry].before : 0)
        let isForced = penalty <= PageBreak.forced
        if at > needed || isForced {
          let candidate = Candidate(
            node: index, item: at, placing: at > needed ? placing : 0, limit: limit, text: text,
            notes: noteHeight, noteRange: noteStart < 0 ? 0..<0 : noteStart..<noteEnd,
            stretch: stretch, shrink: shrink, penalty: isForced ? 0 : penalty, isForced: isForced)
          let mustTake = !found && text - shrink > slack
          if offer(candidate, mustTake: mustTake) { found = true }
        }
        if isForced { return at }
        if text - shrink > slack, found || placing > 0 { return at }
      }
      at += 1
    }
    return at
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
    cost += Double(waiting(before: page.item, placed: placed)) * costs.waitingFloat
    relax(
      Node(
        item: page.item, floats: placed, page: node.page + 1, carriedNote: carried.note,
        carriedLine: carried.line,
        cost: node.cost + cost, previous: page.node, plan: plan))
    return true
  }

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

  private mutating func relax(_ node: Node) {
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

  // MARK: Floats

  /// How many floats are mentioned before an item and not yet placed.
  private func waiting(before item: Int, placed: Int) -> Int {
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
  private func place(_ range: Range<Int>, from item: Int, _ plan: inout PagePlan) {
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

  /// A page of nothing but floats that wait at a node.
  private mutating func addFloatPage(_ index: Int) {
    let node = nodes[index]
    guard node.item >= 0, node.floats < floats.count else { return }
    let height = height(of: node)
    var end = node.floats
    var used: Points = 0
    while end < floats.count, metrics.mentions[end] < node.item {
      let next = used + metrics.floatHeights[end] + (end > node.floats ? floatGap : 0)
      guard next <= height || end == node.floats else { break }
      used = next
      end += 1
    }
    guard end > node.floats else { return }
    var plan = PagePlan(items: node.item..<node.item)
    plan.topFloats = Array(node.floats..<end)
    plan.isLast = true
    let cost =
      max(0, (height - used) / rhythm) * costs.blankFloatLine
      + Double(waiting(before: node.item, placed: end)) * costs.waitingFloat
    relax(
      Node(
        item: node.item, floats: end, page: node.page + 1, carriedNote: node.carriedNote,
        carriedLine: node.carriedLine,
        cost: node.cost + cost, previous: index, plan: plan))
  }
}
