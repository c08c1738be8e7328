import Graphics

/// Cuts a galley into pages so that the sum of the pages' costs is least: Knuth and Plass's method
/// for lines, applied to pages over a whole chapter, with floats and footnotes as part of the state
/// (Brüggemann-Klein, Klein, Wohlfeil, "Pagination reconsidered", 1995).
///
/// A node is a place where a column may end together with the figures and tables placed so far, in
/// columns and across them, and the rest of a footnote that goes on. From each node all columns that
/// fit are tried; from a node between two pages, below and above all wide floats that may stand
/// there.
struct PageBreaker {
  struct State: Equatable {
    var item: Int
    var floats = FloatCounts()
    var wide = FloatCounts()
    /// How many columns of the page are made, and what stands across them, as an index into
    /// `openings`; -1 between two pages.
    var column = 0
    var opening = -1
    var isFirstPage: Bool
    var carriedNote = -1
    var carriedLine = 0

    var isBetweenPages: Bool { opening < 0 }
  }

  struct Node {
    /// What the step from the node before made.
    enum Step { case start, text, floats, blank, wide, insertion }

    var state: State
    var cost: Double
    var previous: Int
    var step: Step
    /// What stands across the columns of its page.
    var opening = 0
    var ratio = 0.0
    /// The footnotes of its text, as indices into `metrics.notes`.
    var notes = 0..<0
    var isLast = false
  }

  let metrics: PageMetrics
  let floats: [FloatingBox]
  let wideFloats: [WideFloat]
  let columns: Int
  let height: Points
  let rhythm: Points
  let separator: Points
  let floatGap: Points
  /// What the title takes from the first page.
  let titleHeight: Points
  /// The height of the only page that is asked for.
  var onlyHeight: Points?
  var onlyOpening: Int?
  /// Whether pages differ by more than their order: else columns are made as pages are.
  private var countsColumns: Bool
  /// The item that ends the last page.
  let end: Int
  /// Whether all pages found hold what they were given.
  private(set) var isWhole = true
  /// The sum of the pages' costs.
  private(set) var cost = 0.0
  let costs = Costs()
  var openings = [PageOpening()]
  private var indexOfOpening = [PageOpening(): 0]
  var nodes: [Node] = []
  private var nodesAt: [Int: [Int]] = [:]

  /// - Parameters:
  ///   - columns: of each page.
  ///   - height: of the text block.
  ///   - rhythm: the leading of body text; a page may run one such line short or long.
  ///   - separator: space with a rule above footnotes.
  ///   - floatGap: space between a float and the text.
  ///   - titleHeight: what a title takes from the first page.
  init(
    _ galley: Galley, columns: Int = 1, height: Points, rhythm: Points, separator: Points,
    floatGap: Points, titleHeight: Points = 0
  ) {
    metrics = PageMetrics(galley)
    floats = galley.floats
    wideFloats = galley.wideFloats
    self.columns = columns
    self.height = height
    self.rhythm = rhythm
    self.separator = separator
    self.floatGap = floatGap
    self.titleHeight = titleHeight
    countsColumns = !galley.wideFloats.isEmpty
    end = metrics.kinds.count - 1
  }

  /// Where the first page begins.
  var start: Node {
    Node(
      state: State(item: -1, isFirstPage: titleHeight > 0), cost: 0, previous: -1, step: .start)
  }

  /// Whether the columns of a page are told apart.
  func countsColumns(of state: State) -> Bool {
    countsColumns || state.isFirstPage && columns > 1
  }

  /// The height of the columns of the page that a node is on or before.
  func columnHeight(_ state: State, _ opening: Int) -> Points {
    onlyHeight ?? height - (state.isFirstPage ? titleHeight : 0) - openings[opening].height
  }

  /// The best way from a node to the galley's end.
  ///
  /// - Returns: the node at the end; nil when there is nothing to be set.
  mutating func search(from first: Node) -> Int? {
    nodes = [first]
    nodesAt = [first.state.item: [0]]
    if onlyHeight != nil { countsColumns = true }
    var place = first.state.item
    while place <= end {
      if place == first.state.item || metrics.kinds[place] == .pageBreak { visit(place) }
      place += 1
    }
    guard let last = nodesAt[end]?.min(by: { finalCost($0) < finalCost($1) }) else { return nil }
    cost = nodes[last].cost
    isWhole = finalCost(last) < Self.overflow
    return last
  }

  /// Goes on from the nodes at a place.
  private mutating func visit(_ place: Int) {
    guard var here = nodesAt[place] else { return }
    var least = here.reduce(Double.infinity) { min($0, nodes[$1].cost) }
    let beam = beam(of: here)
    var left = Self.beam
    var sorted = 0
    var index = 0
    // A page of floats leads to a node at the same place that holds more of them.
    while index < here.count {
      if here.count > sorted {
        here[index...].sort { order(of: $0) < order(of: $1) }
        nodesAt[place] = here
        sorted = here.count
      }
      let cost = nodes[here[index]].cost
      least = min(least, cost)
      // What is much dearer than another way here is not made good by fewer pages. At the end all
      // that waits has to find its page.
      if place == end || cost <= least + Self.hopeless && (cost <= beam || left > 0) {
        left -= 1
        leave(here[index])
      }
      here = nodesAt[place] ?? here
      index += 1
    }
    if place != end { nodesAt[place] = nil }
  }

  /// Nodes with fewer floats and with more columns lead to the others at their place.
  private func order(of node: Int) -> (Int, Int) {
    let state = nodes[node].state
    return (state.floats.total + state.wide.total, -state.column)
  }

  /// The cost of the ways to a place that are followed: where floats crowd there are thousands.
  private func beam(of found: [Int]) -> Double {
    guard found.count > Self.beam else { return .infinity }
    return found.map { nodes[$0].cost }.sorted()[Self.beam - 1]
  }

  private mutating func leave(_ index: Int) {
    let state = nodes[index].state
    if state.isBetweenPages {
      if addInsertion(index) { return }
      if onlyHeight != nil, nodes[index].step != .start { return }
      addWidePage(index)
      for opening in openings(at: state) {
        addFloatColumn(index, opening)
        if state.item < end { _ = extend(index, opening) }
      }
    } else {
      addFloatColumn(index, state.opening)
      let goesOn = state.item < end && extend(index, state.opening)
      if !goesOn { addBlank(index) }
    }
  }

  /// Where an opening is kept.
  mutating func index(of opening: PageOpening) -> Int {
    if let known = indexOfOpening[opening] { return known }
    openings.append(opening)
    indexOfOpening[opening] = openings.count - 1
    return openings.count - 1
  }

  /// The cost of a page that holds more than it has room for.
  static let overflow = 100_000.0
  /// More than a page that is all but empty costs.
  private static let hopeless = 60_000.0
  /// How many ways to one place are followed.
  private static let beam = 24

  private func finalCost(_ node: Int) -> Double {
    // What waits at a chapter's end has no better place than the pages tried.
    let state = nodes[node].state
    return nodes[node].cost
      + Double(waiting(state) + waitingWide(state)) * Self.overflow
      + (state.carriedNote >= 0 ? 2000 : 0)
  }

  /// Whether the galley ends at an item.
  func isEnd(_ item: Int) -> Bool { item == end }

  /// Keeps a node unless a cheaper one leads to the same.
  mutating func relax(_ node: Node) {
    for old in nodesAt[node.state.item] ?? [] where nodes[old].state == node.state {
      if node.cost < nodes[old].cost { nodes[old] = node }
      return
    }
    nodes.append(node)
    nodesAt[node.state.item, default: []].append(nodes.count - 1)
  }
}
