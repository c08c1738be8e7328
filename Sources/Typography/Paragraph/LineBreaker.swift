import Graphics

/// A line between two breaks: the items from the start of the line to the break.
struct BrokenLine {
  var start: Int
  var end: Int
  var ratio: Double
}

/// Breaks a paragraph where the sum of demerits over all lines is least.
///
/// Source: Knuth and Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11
/// (1981), with TeX's badness, fitness classes and passes (The TeXbook, chapter 14).
struct LineBreaker {
  private struct Active {
    var position: Int
    var line: Int
    var fitness: Int
    var totals: (width: Double, stretch: Double, shrink: Double)
    var demerits: Double
    var ratio: Double
    var previous: Int
    var isFlagged: Bool
  }

  let items: ContiguousArray<ParagraphItem>
  let parameters: LineBreakParameters
  /// Width of a line by its number.
  let firstWidth: Double
  let width: Double
  let em: Double

  /// The lines, at least one.
  func lines() -> [BrokenLine] {
    if parameters.pretolerance >= 0,
      let found = attempt(tolerance: parameters.pretolerance, hyphens: false, emergency: 0)
    {
      return found
    }
    if let found = attempt(tolerance: parameters.tolerance, hyphens: true, emergency: 0) {
      return found
    }
    return attempt(
      tolerance: .infinity, hyphens: true, emergency: parameters.emergencyStretch * em) ?? []
  }

  private func lineWidth(_ line: Int) -> Double { line == 0 ? firstWidth : width }

  private func attempt(tolerance: Double, hyphens: Bool, emergency: Double) -> [BrokenLine]? {
    var nodes: ContiguousArray<Active> = [
      Active(
        position: -1, line: 0, fitness: 1, totals: (0, 0, 0), demerits: 0, ratio: 0, previous: -1,
        isFlagged: false)
    ]
    var active: [Int] = [0]
    var sum = (width: 0.0, stretch: 0.0, shrink: 0.0)
    let isLastPass = tolerance == .infinity

    for index in items.indices {
      let item = items[index]
      var canBreak = false
      switch item.kind {
      case .box: break
      case .glue: canBreak = index > 0 && items[index - 1].kind == .box
      case .penalty:
        canBreak = item.penalty < ParagraphItem.forbidden && (hyphens || !item.isFlagged)
      }
      if canBreak {
        tryBreak(
          at: index, sum, &nodes, &active, tolerance: tolerance, emergency: emergency,
          isLastPass: isLastPass)
        if active.isEmpty { return nil }
      }
      if item.kind != .penalty {
        sum.width += item.width
        sum.stretch += item.stretch
        sum.shrink += item.shrink
      }
    }
    guard let best = active.min(by: { nodes[$0].demerits < nodes[$1].demerits }) else {
      return nil
    }
    var lines: [BrokenLine] = []
    var at = best
    while nodes[at].previous >= 0 {
      let start = nodes[nodes[at].previous].position
      lines.append(BrokenLine(start: start, end: nodes[at].position, ratio: nodes[at].ratio))
      at = nodes[at].previous
    }
    return lines.reversed()
  }

  private func tryBreak(
    at index: Int, _ sum: (width: Double, stretch: Double, shrink: Double),
    _ nodes: inout ContiguousArray<Active>, _ active: inout [Int], tolerance: Double,
    emergency: Double, isLastPass: Bool
  ) {
    let item = items[index]
    let isForced = item.penalty <= ParagraphItem.forced
    var candidates: [Int: Active] = [:]
    var kept: [Int] = []
    kept.reserveCapacity(active.count)
    for (place, node) in active.enumerated() {
      let from = nodes[node]
      let available = lineWidth(from.line)
      let natural =
        sum.width - from.totals.width + (item.kind == .penalty ? item.width : 0)
      let stretch = sum.stretch - from.totals.stretch + emergency
      let shrink = sum.shrink - from.totals.shrink
      var ratio = 0.0
      if natural < available {
        ratio = stretch > 0 ? (available - natural) / stretch : .infinity
      } else if natural > available {
        ratio = shrink > 0 ? (available - natural) / shrink : -.infinity
      }
      let isTooLong = ratio < -1
      // In the last pass a line that cannot fit is taken as it is, so that nothing is lost.
      let mustTake =
        isTooLong && isLastPass && kept.isEmpty && candidates.isEmpty
        && place == active.count - 1
      if !(isTooLong || isForced) { kept.append(node) }
      guard !isTooLong || mustTake else { continue }
      let badness = isTooLong ? 10_000 : min(10_000, 100 * abs(ratio * ratio * ratio))
      guard badness <= tolerance || mustTake else { continue }
      let fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
      var demerits = (parameters.linePenalty + badness) * (parameters.linePenalty + badness)
      if item.kind == .penalty {
        if item.penalty >= 0 {
          demerits += item.penalty * item.penalty
        } else if !isForced {
          demerits -= item.penalty * item.penalty
        }
      }
      if item.isFlagged && from.isFlagged { demerits += parameters.doubleHyphenDemerits }
      if isForced && from.isFlagged && index == items.count - 1 {
        demerits += parameters.finalHyphenDemerits
      }
      if abs(fitness - from.fitness) > 1 { demerits += parameters.adjacentDemerits }
      demerits += from.demerits
      let key = from.line * 4 + fitness
      if let found = candidates[key], found.demerits <= demerits { continue }
      candidates[key] = Active(
        position: index, line: from.line + 1, fitness: fitness, totals: (0, 0, 0),
        demerits: demerits, ratio: max(-1, min(ratio, 1e6)), previous: node,
        isFlagged: item.isFlagged)
    }
    active = kept
    guard !candidates.isEmpty else { return }
    // Glue after a break is dropped: the next line starts at the first box.
    var totals = sum
    var next = index
    while next < items.count {
      let item = items[next]
      if item.kind == .box { break }
      if item.kind == .penalty, item.penalty <= ParagraphItem.forced, next > index { break }
      if item.kind == .glue {
        totals.width += item.width
        totals.stretch += item.stretch
        totals.shrink += item.shrink
      }
      next += 1
    }
    for key in candidates.keys.sorted() {
      var node = candidates[key]!
      node.totals = totals
      nodes.append(node)
      active.append(nodes.count - 1)
    }
  }
}
