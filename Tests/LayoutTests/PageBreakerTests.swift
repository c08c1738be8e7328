import Graphics
import Testing

@testable import Layout

/// Page breaking against trying all ways.
@Suite struct PageBreakerTests {
  private static let height = 140.0
  private static let rhythm = 14.0

  /// Lines of text, glue that stretches and shrinks, and breaks at various prices.
  private static func galley(lines: Int, _ random: inout TableWholenessTests.Numbers) -> Galley {
    let prices: [Double] = [0, 0, 0, 40, 150, -60]
    var galley = Galley()
    for line in 0..<lines {
      if line > 0 {
        if Double.random(in: 0..<1, using: &random) < 0.85 {
          let price = prices[Int.random(in: prices.indices, using: &random)]
          galley.items.append(.pageBreak(PageBreak(price)))
        }
        if Double.random(in: 0..<1, using: &random) < 0.4 {
          let natural = Double.random(in: 2...20, using: &random)
          galley.items.append(
            .glue(VerticalGlue(natural, stretch: natural / 2, shrink: natural / 4)))
        }
      }
      let height = rhythm * Double(Int.random(in: 1...3, using: &random))
      galley.items.append(.box(VerticalBox(space: height)))
    }
    galley.items.append(.pageBreak(PageBreak(PageBreak.forced)))
    return galley
  }

  /// The least cost of all ways to cut a galley without floats and footnotes; nil when none fits.
  private static func leastCost(_ galley: Galley) -> Double? {
    var least: [Int: Double] = [galley.items.count: 0]
    func cost(from start: Int) -> Double? {
      if let known = least[start] { return known == .infinity ? nil : known }
      var best = Double.infinity
      for end in start..<galley.items.count {
        guard case .pageBreak(let pageBreak) = galley.items[end],
          let page = pageCost(galley, start..<end, pageBreak), let rest = cost(from: end + 1)
        else { continue }
        best = min(best, page + rest)
      }
      least[start] = best
      return best == .infinity ? nil : best
    }
    return cost(from: 0)
  }

  private static func pageCost(_ galley: Galley, _ items: Range<Int>, _ end: PageBreak) -> Double? {
    let costs = PageBreaker.Costs()
    var (used, stretch, shrink) = (0.0, 0.0, 0.0)
    var started = false
    for item in galley.items[items] {
      switch item {
      case .box(let box):
        started = true
        used += box.height
      case .glue(let glue) where started:
        used += glue.natural
        stretch += glue.stretch
        shrink += glue.shrink
      default: break
      }
    }
    guard started else { return nil }
    let short = height - used
    guard short + shrink > -rhythm - 0.01 else { return nil }
    let isLast = end.penalty == PageBreak.forced
    var cost = isLast ? 0 : end.penalty
    if short < -0.01 {
      cost +=
        -short <= shrink
        ? 100 * (short / shrink) * (short / shrink)
        : costs.longLine * (0.4 + (-short - shrink) / rhythm)
    } else if isLast {
      if items.lowerBound > 0 { cost += costs.stumpLine * max(0, costs.stumpLines - used / rhythm) }
    } else if short <= stretch {
      let ratio = stretch > 0 ? short / stretch : 0
      cost += 100 * ratio * ratio * ratio
    } else {
      let lines = (short - stretch) / rhythm
      cost +=
        100 * min(1, stretch) + costs.shortLine * lines + costs.shortLineSquared * lines * lines
    }
    return cost
  }

  @Test(arguments: 0..<40)
  func `the pages of a chapter cost no more than any other way to cut it`(seed: Int) throws {
    var random = TableWholenessTests.Numbers(state: UInt64(seed))
    let galley = Self.galley(lines: Int.random(in: 8...60, using: &random), &random)
    var breaker = PageBreaker(
      galley, height: Self.height, rhythm: Self.rhythm, separator: 0, floatGap: 0)
    let plans = breaker.breakPages()
    // Each item stands on one page, in order.
    var next = 0
    for plan in plans {
      #expect(plan.items.lowerBound == next)
      next = plan.items.upperBound + 1
    }
    #expect(next == galley.items.count)
    guard let least = Self.leastCost(galley) else { return }
    #expect(abs(breaker.cost - least) < 0.001, "\(breaker.cost), \(least)")
  }

  // MARK: Floats

  /// Lines of a chapter, of which some mention a float.
  private static func chapter(lines: Int, floats: [(line: Int, height: Points)]) -> Galley {
    var galley = Galley()
    for line in 0..<lines {
      if line > 0 { galley.items.append(.pageBreak(PageBreak(0))) }
      galley.items.append(.box(VerticalBox(space: rhythm)))
      for float in floats where float.line == line {
        galley.items.append(.float(galley.floats.count))
        galley.floats.append(
          FloatingBox(
            kind: .table, boxes: [VerticalBox(space: float.height)], place: .automatic,
            sectionStart: 0))
      }
    }
    galley.items.append(.pageBreak(PageBreak(PageBreak.forced)))
    return galley
  }

  /// How much of each page is filled.
  private static func fill(_ galley: Galley, height: Points) -> [Points] {
    var breaker = PageBreaker(
      galley, height: height, rhythm: rhythm, separator: 0, floatGap: rhythm)
    return breaker.breakPages().map { plan in
      let text = galley.items[plan.items].reduce(0.0) { sum, item in
        if case .box(let box) = item { sum + box.height } else { sum }
      }
      let floats = (plan.topFloats + plan.inlineFloats + plan.bottomFloats).reduce(0.0) {
        $0 + galley.floats[$1].height + rhythm
      }
      return text + floats
    }
  }

  @Test func `text fills pages below floats that take more than half of them`() {
    // Tables of which no two fit on one page, mentioned closely one after the other.
    let height = 40 * Self.rhythm
    let tables = zip([37, 38, 58, 62, 66], [26, 22, 23, 25, 24]).map {
      (line: $0, height: Double($1) * Self.rhythm)
    }
    let fill = Self.fill(Self.chapter(lines: 200, floats: tables), height: height)
    for (page, filled) in fill.dropLast().enumerated() {
      #expect(filled > 0.85 * height, "page \(page + 1): \(filled) of \(height)")
    }
  }

  @Test func `a few lines stand below floats that leave no room for more`() throws {
    let height = 40 * Self.rhythm
    let tables = [(line: 37, height: 17 * Self.rhythm), (line: 38, height: 15 * Self.rhythm)]
    let galley = Self.chapter(lines: 100, floats: tables)
    var breaker = PageBreaker(
      galley, height: height, rhythm: Self.rhythm, separator: 0, floatGap: Self.rhythm)
    let page = try #require(breaker.breakPages().first { !$0.topFloats.isEmpty })
    #expect(page.topFloats == [0, 1] && !page.items.isEmpty)
  }

  @Test func `a chapter does not end with two lines on a page`() {
    let height = 40 * Self.rhythm
    let last = Self.fill(Self.chapter(lines: 82, floats: []), height: height).last ?? 0
    #expect(last >= 4 * Self.rhythm || last == 0, "\(last)")
  }
}
