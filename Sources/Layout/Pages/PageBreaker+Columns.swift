import Graphics

// One column of text.
extension PageBreaker {
  /// Pages filled less than this are made only when little more fits.
  private static let sparse = 0.55
  /// The break before a table or figure is among the last items before it.
  private static let barrierReach = 3

  /// Tries all columns of text that start at a node.
  ///
  /// - Returns: whether one of them holds what it should, and no more.
  mutating func extend(_ index: Int, _ opening: Int) -> Bool {
    var start = Start(
      node: index, state: nodes[index].state, opening: opening,
      height: columnHeight(nodes[index].state, opening))
    // Floats are tried in all numbers of both kinds that fit: figures from outside, tables within.
    if start.state.isBetweenPages { start.state.wide = wide(after: start.state, opening) }
    var tried = [leastFloats(of: start.state, height: start.height - 4 * rhythm)]
    var reach = start.state.item
    var next = 0
    while next < tried.count {
      let (counts, height) = tried[next]
      next += 1
      start.limit = start.height - height
      reach = max(reach, scan(from: &start, placing: counts))
      let kinds: [FloatingBox.Kind] = counts.tables == 0 ? [.figure, .table] : [.table]
      for kind in kinds {
        guard let float = metrics.floats.next(kind, after: start.state.floats + counts),
          metrics.mentions[float] <= reach, floats[float].place != .page,
          mayPlace(float, on: start.state)
        else { continue }
        let sum = height + metrics.floatHeights[float] + floatGap
        // Less text than this beside floats looks lost.
        guard sum <= start.height - 4 * rhythm else { continue }
        var more = counts
        more[kind] += 1
        tried.append((more, sum))
      }
    }
    return start.isFeasible
  }

  /// A column to be filled.
  private struct Start {
    var node: Int
    /// Of the node, with what stands above the columns placed.
    var state: State
    var opening: Int
    var height: Points
    /// The height without floats.
    var limit: Points = 0
    var isFeasible = false
  }

  /// Offers every break at which a column with some floats could end, but not those far up in a
  /// column that can be filled.
  ///
  /// - Returns: the last item looked at.
  private mutating func scan(from start: inout Start, placing: FloatCounts) -> Int {
    let least = Self.sparse * start.limit
    let (end, fullest) = scan(from: &start, placing: placing, least: least)
    guard fullest < least + 12 * rhythm, fullest < start.limit - rhythm else { return end }
    return scan(from: &start, placing: placing, least: 0).end
  }

  /// Walks down from a node.
  ///
  /// - Parameter least: what a column must hold to be offered.
  private mutating func scan(from start: inout Start, placing: FloatCounts, least: Points)
    -> (end: Int, fullest: Points)
  {
    var fullest: Points = 0
    let state = start.state
    let limit = start.limit
    let opening = state.item >= 0 ? metrics.extra[state.item] : -1
    var used = opening >= 0 ? metrics.carryHeights[Int(opening)].after : 0
    var (stretch, shrink): (Double, Double) = (0, 0)
    var noteEnd = 0
    var noteStart = -1
    var noteHeight: Points = 0
    if state.carriedNote >= 0 {
      let lines = metrics.noteLines[state.carriedNote]
      noteHeight = separator + lines[lines.count - 1] - lines[state.carriedLine]
    }
    // The space that comes first disappears at a page's top, and below the gap of floats there.
    var started = false
    var holdsText = false
    var found = false
    let placed = state.floats + placing
    let needed = lastMention(of: placing, on: state)
    let barrier = barrier(after: state, placed: placed)
    let slack = limit + rhythm
    var at = state.item + 1
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
        if isPlaced(float, placed), floats[float].place != .bottom { started = true }
      case .pageBreak:
        let carry = Int(metrics.extra[at])
        // A break below a float is none when the float stands elsewhere.
        guard holdsText, carry >= -1 || isPlaced(-2 - carry, placed) else { break }
        let penalty = metrics.values[at]
        let text = used + (carry >= 0 ? metrics.carryHeights[carry].before : 0)
        let isForced = penalty <= PageBreak.forced || at == end
        if at > needed || isForced {
          let candidate = Candidate(
            item: at, floats: at > needed ? placed : state.floats, text: text,
            notes: noteHeight, noteRange: noteStart < 0 ? 0..<0 : noteStart..<noteEnd,
            stretch: stretch, shrink: shrink, penalty: isForced ? 0 : penalty, isForced: isForced)
          let mustTake = !found && text - shrink > slack
          let isBeforeBarrier = (at...at + Self.barrierReach).contains(barrier)
          if !isForced, text + noteHeight < least, !isBeforeBarrier {
            found = true
          } else if offer(candidate, from: &start, mustTake: mustTake) {
            (found, fullest) = (true, text + noteHeight)
          }
        }
        if isForced { return (at, fullest) }
        if text - shrink > slack, found || placing.total > 0 { return (at, fullest) }
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
    var item: Int
    var floats: FloatCounts
    var text, notes: Points
    var noteRange: Range<Int>
    var stretch, shrink, penalty: Double
    var isForced: Bool
  }

  /// Takes a column into account if it fits.
  ///
  /// - Parameter mustTake: take it even though it does not fit, for want of a better one.
  private mutating func offer(_ page: Candidate, from start: inout Start, mustTake: Bool) -> Bool {
    let previous = nodes[start.node]
    var next = Node(
      state: State(
        item: page.item, floats: page.floats, wide: start.state.wide,
        isFirstPage: start.state.isFirstPage),
      cost: previous.cost + page.penalty, previous: start.node, step: .text,
      opening: start.opening, notes: page.noteRange, isLast: page.isForced)
    var total = page.text + page.notes
    if total - page.shrink > start.limit + 0.01,
      !page.noteRange.isEmpty || start.state.carriedNote >= 0
    {
      var pieces = notePieces(page.noteRange, carried: start.state)
      let room = start.limit + page.shrink - page.text - separator
      if let split = split(&pieces, room: room) {
        (next.state.carriedNote, next.state.carriedLine) = (split.note, split.line)
        total = page.text + separator + split.height
        next.cost += costs.splitNote
      }
    }
    let short = start.limit - total
    guard mustTake || short + page.shrink > -rhythm - 0.01 else { return false }
    let filled = fill(short, page, from: start)
    next.ratio = filled.ratio
    next.cost += filled.cost
    if mustTake { next.cost += Self.overflow }
    let overtakes = overtakes(start.state.item..<page.item, next.state)
    if overtakes { next.cost += costs.overtaking }
    next.cost += strayCost(from: start.state, to: page.floats)
    let waiting = waiting(next.state)
    next.cost += waitingCost(next.state)
    // The last text is not the chapter's end while floats wait: what it leaves blank is a hole.
    if isEnd(page.item), waiting > 0 { next.cost += costOfBlank(short) }
    guard advance(&next, from: start.state) else { return true }
    if !mustTake, !overtakes { start.isFeasible = true }
    relax(next)
    return true
  }

  /// What the column's height costs, and how its glue is set.
  private func fill(_ short: Points, _ page: Candidate, from start: Start)
    -> (cost: Double, ratio: Double)
  {
    if short < -0.01 {
      let over = -short
      guard over > page.shrink else {
        return (100 * over / page.shrink * over / page.shrink, -over / page.shrink)
      }
      return (costs.longLine * (0.4 + (over - page.shrink) / rhythm), page.shrink > 0 ? -1 : 0)
    }
    if page.isForced {
      let filled = page.text + start.height - start.limit
      let stump = costs.stumpLine * max(0, costs.stumpLines - filled / rhythm)
      return (start.node == 0 ? 0 : stump, 0)
    }
    if short <= page.stretch {
      let ratio = page.stretch > 0 ? short / page.stretch : 0
      return (100 * ratio * ratio * ratio, ratio)
    }
    let lines = (short - page.stretch) / rhythm
    return (
      100 * min(1, page.stretch) + costs.shortLine * lines
        + costs.shortLineSquared * lines * lines, lines < 3 ? 1 : 0
    )
  }
}
