/// Chooses the breakpoints of a paragraph that make the sum of demerits least.
///
/// Source: D. E. Knuth, M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and
/// Experience 11 (1981); parameters, badness and passes as in TeX ("TeX: The Program", §813–890).
/// For each breakpoint, every active one is tried as the start of the line that ends there; of the
/// feasible lines the best for each fitness class stays active. Active breakpoints too far back to
/// make a line fall away.
///
/// Differences from TeX: a third hyphen in a row costs extra, for which the count of hyphens is
/// part of the state; a last pass with a wide emergency stretch takes what lines there are, also
/// overfull ones, and reports them.
struct LineBreaker {
  var parameters: LineBreakParameters
  /// Space for the first line and for the others, in points.
  var firstWidth: Double
  var otherWidth: Double
  /// Stretch that each line has by its alignment, in points: ragged text.
  var background: Double
  /// Em of the paragraph's text, in points.
  var em: Double
  var firstLeft: Double
  var maximumRight: Double

  /// One attempt's rules.
  struct Pass {
    var usesHyphens: Bool
    var tolerance: Double
    var extraStretch: Double
    var isLast: Bool
  }

  /// A way to a breakpoint.
  private struct Record {
    var point: Int32
    var previous: Int32
  }

  /// A breakpoint that lines may still start from, with the totals at its line's start.
  private struct Active {
    var width, stretch, shrink, left: Double
    var demerits: Double
    var record: Int32
    var fitness: UInt8
    /// Hyphenated lines in a row up to here, at most 2.
    var hyphens: UInt8
    var isFirst: Bool
  }

  private struct Candidate {
    var demerits = Double.infinity
    var record: Int32 = -1
  }

  private static let slots = 8  // four fitness classes, below or at two hyphens in a row

  private var records = ContiguousArray<Record>()
  private var active = ContiguousArray<Active>()

  init(
    parameters: LineBreakParameters, firstWidth: Double, otherWidth: Double, background: Double,
    em: Double, firstLeft: Double, maximumRight: Double
  ) {
    self.parameters = parameters
    (self.firstWidth, self.otherWidth) = (firstWidth, otherWidth)
    (self.background, self.em) = (background, em)
    (self.firstLeft, self.maximumRight) = (firstLeft, maximumRight)
  }

  /// The passes in order; `solve` takes the first that succeeds.
  var passes: [Pass] {
    var passes: [Pass] = []
    if parameters.pretolerance >= 0 {
      passes.append(
        Pass(
          usesHyphens: false, tolerance: parameters.pretolerance, extraStretch: 0, isLast: false))
    }
    passes.append(
      Pass(usesHyphens: true, tolerance: parameters.tolerance, extraStretch: 0, isLast: false))
    let emergency = parameters.emergencyStretch * em
    if emergency > 0 {
      passes.append(
        Pass(
          usesHyphens: true, tolerance: parameters.tolerance, extraStretch: emergency,
          isLast: false))
    }
    passes.append(lastPass)
    return passes
  }

  /// Takes any line that is not too wide, and too wide ones where there is no other.
  var lastPass: Pass {
    Pass(
      usesHyphens: true, tolerance: .infinity,
      extraStretch: max(parameters.emergencyStretch * em, otherWidth / 4), isLast: true)
  }

  /// The indices of the breakpoints at which lines end, the last one included; nil when only the
  /// last pass could find any.
  mutating func solve(_ points: UnsafeBufferPointer<Breakpoint>) -> [Int]? {
    for pass in passes where !pass.isLast {
      if let found = attempt(points, pass) { return found.breaks }
    }
    return nil
  }

  /// The best way through all breakpoints under a pass's rules, nil when there is none.
  mutating func attempt(
    _ points: UnsafeBufferPointer<Breakpoint>, _ pass: Pass
  ) -> (breaks: [Int], demerits: Double)? {
    records.removeAll(keepingCapacity: true)
    active.removeAll(keepingCapacity: true)
    active.append(
      Active(
        width: 0, stretch: 0, shrink: 0, left: firstLeft, demerits: 0, record: -1, fitness: 1,
        hyphens: 0, isFirst: true))
    for index in 0..<points.count {
      if !pass.usesHyphens, points[index].kind == .hyphenation { continue }
      step(points[index], index, isEnd: index == points.count - 1, pass)
      if active.isEmpty { return nil }
    }
    guard let best = active.min(by: { $0.demerits < $1.demerits }) else { return nil }
    var breaks: [Int] = []
    var at = best.record
    while at >= 0 {
      breaks.append(Int(records[Int(at)].point))
      at = records[Int(at)].previous
    }
    breaks.reverse()
    return (breaks, best.demerits)
  }

  /// Tries every active breakpoint as the start of a line that ends at this one.
  private mutating func step(_ point: Breakpoint, _ index: Int, isEnd: Bool, _ pass: Pass) {
    var best = InlineArray<8, Candidate>(repeating: Candidate())
    var found = false
    var last = Candidate()
    var lastExcess = Double.infinity
    let isForced = point.kind == .forced
    let isFlagged = point.kind.isFlagged
    let stretchBase = background + pass.extraStretch
    let tail = Double(point.hyphen - point.right)
    let price = Self.price(point)
    var kept = 0
    var live = ContiguousArray<Active>()
    swap(&live, &active)
    live.withUnsafeMutableBufferPointer { live in
      for k in live.indices {
        let a = live[k]
        let available = a.isFirst ? firstWidth : otherWidth
        let natural = point.width - a.width - a.left
        let shrink = point.shrink - a.shrink
        let line = Self.line(
          excess: available - natural - tail, stretch: point.stretch - a.stretch + stretchBase,
          shrink: shrink, fills: isForced)
        if line.badness <= pass.tolerance, line.badness < .infinity {
          let hyphens: UInt8 = isFlagged ? min(2, a.hyphens + 1) : 0
          var demerits = a.demerits + cost(line, price, from: a.fitness)
          if isFlagged, a.hyphens > 0 {
            demerits += parameters.doubleHyphenDemerits
            if a.hyphens > 1 { demerits += parameters.tripleHyphenDemerits }
          }
          if isEnd {
            if a.hyphens > 0 { demerits += parameters.finalHyphenDemerits }
            if !a.isFirst, natural < parameters.minimumLastLine * em {
              demerits += parameters.finalHyphenDemerits
            }
          }
          let slot = Int(line.fitness) * 2 + (hyphens > 1 ? 1 : 0)
          if demerits < best[slot].demerits {
            best[slot] = Candidate(demerits: demerits, record: a.record)
            found = true
          }
        } else if pass.isLast, natural + tail - available < lastExcess {
          lastExcess = natural + tail - available
          last = Candidate(demerits: a.demerits, record: a.record)
        }
        // Too far back: even without hyphen and with its end in the margin the line is too long.
        let isDead = isForced || natural - maximumRight - shrink > available + 1e-9
        if !isDead {
          if kept != k { live[kept] = a }
          kept += 1
        }
      }
    }
    live.removeLast(live.count - kept)
    swap(&live, &active)
    if !found {
      guard kept == 0, pass.isLast, last.demerits < .infinity else { return }
      // Nothing fits: the line that is too wide by least, so that no text is lost.
      best[2] = Candidate(
        demerits: last.demerits + 1e9 * (1 + max(0, lastExcess)), record: last.record)
    }
    for slot in 0..<Self.slots where best[slot].demerits < .infinity {
      records.append(Record(point: Int32(index), previous: best[slot].record))
      active.append(
        Active(
          width: point.nextWidth, stretch: point.nextStretch, shrink: point.nextShrink,
          left: Double(point.left), demerits: best[slot].demerits,
          record: Int32(records.count - 1), fitness: UInt8(slot / 2),
          hyphens: isFlagged ? (slot & 1 == 1 ? 2 : 1) : 0, isFirst: false))
    }
  }

  /// A line's badness and fitness class: 0 tight, 1 decent, 2 loose, 3 very loose (TeX §817).
  @inline(__always)
  static func line(
    excess: Double, stretch: Double, shrink: Double, fills: Bool
  ) -> (badness: Double, fitness: UInt8) {
    if excess >= 0 {
      if fills { return (0, 1) }
      guard stretch > 0 else { return excess < 1e-6 ? (0, 1) : (1e7, 3) }
      let ratio = excess / stretch
      let badness = 100 * ratio * ratio * ratio
      return (min(badness, 1e7), badness > 99 ? 3 : badness > 12 ? 2 : 1)
    }
    guard -excess <= shrink + 1e-6 else { return (.infinity, 0) }
    let ratio = shrink > 0 ? -excess / shrink : 0
    let badness = 100 * ratio * ratio * ratio
    return (badness, badness > 12 ? 0 : 1)
  }

  /// What the break itself adds: the square of its penalty, with its sign.
  @inline(__always)
  private static func price(_ point: Breakpoint) -> Double {
    guard point.kind != .forced else { return 0 }
    let penalty = Double(point.penalty)
    return penalty >= 0 ? penalty * penalty : -penalty * penalty
  }

  @inline(__always)
  private func cost(
    _ line: (badness: Double, fitness: UInt8), _ price: Double, from fitness: UInt8
  ) -> Double {
    let base = parameters.linePenalty + line.badness
    var demerits = base * base + price
    if abs(Int(line.fitness) - Int(fitness)) > 1 { demerits += parameters.adjacentDemerits }
    return demerits
  }
}
