import Testing

@testable import Typography

/// The breaker against an evaluation of its own, on paragraphs of random words.
@Suite struct LineBreakerTests {
  private let parameters = LineBreakParameters()
  private let width = 120.0

  @Test(arguments: 1...60)
  func `the optimum equals exhaustive search on small paragraphs`(seed: UInt64) throws {
    let points = paragraph(words: 7, seed: seed)
    var breaker = breaker()
    let pass = LineBreaker.Pass(
      usesHyphens: true, tolerance: .infinity, extraStretch: 30, isLast: false)
    let found = points.withUnsafeBufferPointer { breaker.attempt($0, pass) }
    var best = Double.infinity
    let inner = points.count - 1
    for set in 0..<(1 << inner) {
      let breaks = (0..<inner).filter { set >> $0 & 1 == 1 } + [inner]
      best = min(best, demerits(points, breaks, extra: 30))
    }
    if best == .infinity {
      #expect(found == nil)
    } else {
      let found = try #require(found)
      #expect(abs(found.demerits - best) <= 1e-6 * max(1, best))
      #expect(abs(demerits(points, found.breaks, extra: 30) - best) <= 1e-6 * max(1, best))
    }
  }

  @Test(arguments: 1...60)
  func `total demerits are never above those of greedy breaking`(seed: UInt64) throws {
    let points = paragraph(words: 150, seed: seed &+ 1000)
    var breaker = breaker()
    let pass = breaker.lastPass
    let found = try #require(points.withUnsafeBufferPointer { breaker.attempt($0, pass) })
    let greedy = demerits(points, greedyBreaks(points), extra: pass.extraStretch)
    let total = demerits(points, found.breaks, extra: pass.extraStretch)
    if greedy < .infinity { #expect(total <= greedy * (1 + 1e-9)) }
  }

  @Test func `a word wider than the line comes out overfull, not lost`() throws {
    var points = paragraph(words: 3, seed: 5)
    for index in points.indices where index > 0 {
      points[index].width += 400
      points[index].nextWidth += 400
    }
    var breaker = breaker()
    let solved = points.withUnsafeBufferPointer { breaker.solve($0) }
    #expect(solved == nil)
    let pass = breaker.lastPass
    let last = points.withUnsafeBufferPointer { breaker.attempt($0, pass) }
    #expect(last?.breaks.last == points.count - 1)
  }

  @Test func `a forced break always ends a line`() throws {
    var points = paragraph(words: 40, seed: 9)
    points[10].kind = .forced
    var breaker = breaker()
    let pass = breaker.lastPass
    let found = try #require(points.withUnsafeBufferPointer { breaker.attempt($0, pass) })
    #expect(found.breaks.contains(10))
  }

  // MARK: An evaluation of its own

  private func breaker() -> LineBreaker {
    LineBreaker(
      parameters: parameters, firstWidth: width - 10, otherWidth: width, background: 0, em: 10,
      firstLeft: 0, maximumRight: 4)
  }

  /// The sum of demerits of given breaks, infinite when a line is too wide (TeX §859 and the text
  /// of `LineBreaker`).
  private func demerits(_ points: [Breakpoint], _ breaks: [Int], extra: Double) -> Double {
    var total = 0.0
    var (x, y, z, left) = (0.0, 0.0, 0.0, 0.0)
    var fitness = 1
    var hyphens = 0
    for (number, index) in breaks.enumerated() {
      let p = points[index]
      if breaks.last != index, p.kind == .forced { return .infinity }
      let available = number == 0 ? width - 10 : width
      let natural = p.width - x + Double(p.hyphen) - Double(p.right) - left
      let excess = available - natural
      let ratio: Double
      if excess >= 0 {
        ratio = p.kind == .forced ? 0 : excess / (p.stretch - y + extra)
      } else {
        guard -excess <= p.shrink - z + 1e-6 else { return .infinity }
        ratio = excess / (p.shrink - z)
      }
      let badness = 100 * abs(ratio * ratio * ratio)
      let now = ratio < 0 && badness > 12 ? 0 : badness > 99 ? 3 : badness > 12 ? 2 : 1
      total += (parameters.linePenalty + badness) * (parameters.linePenalty + badness)
      if p.kind != .forced { total += Double(p.penalty * p.penalty) }
      if abs(now - fitness) > 1 { total += parameters.adjacentDemerits }
      let isFlagged = p.kind == .hyphenation || p.kind == .explicitHyphen
      if isFlagged, hyphens > 0 { total += parameters.doubleHyphenDemerits }
      if isFlagged, hyphens > 1 { total += parameters.tripleHyphenDemerits }
      if index == points.count - 1 {
        if hyphens > 0 { total += parameters.finalHyphenDemerits }
        let content = p.width - x - left
        if number > 0, content < parameters.minimumLastLine * 10 {
          total += parameters.finalHyphenDemerits
        }
      }
      hyphens = isFlagged ? min(2, hyphens + 1) : 0
      fitness = now
      (x, y, z, left) = (p.nextWidth, p.nextStretch, p.nextShrink, Double(p.left))
    }
    return total
  }

  /// As many words on each line as fit at natural width.
  private func greedyBreaks(_ points: [Breakpoint]) -> [Int] {
    var breaks: [Int] = []
    var start = 0.0
    var last: Int?
    var index = 0
    while index < points.count {
      let p = points[index]
      let available = breaks.isEmpty ? width - 10 : width
      if p.width - start + Double(p.hyphen) > available, let place = last {
        breaks.append(place)
        start = points[place].nextWidth
        last = nil
        index = place + 1
        continue
      }
      last = index
      index += 1
    }
    return breaks + [points.count - 1]
  }

  /// Random words of 4 to 40 pt, some with hyphenation points, between spaces of 3 pt.
  private func paragraph(words: Int, seed: UInt64) -> [Breakpoint] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    var points: [Breakpoint] = []
    var (x, y, z) = (0.0, 0.0, 0.0)
    for word in 0..<words {
      let length = Double(4 + random(37))
      if length > 20, words > 20 || word % 3 == 1 {
        var point = Breakpoint(
          kind: random(4) == 0 ? .explicitHyphen : .hyphenation, penalty: 80, node: 0, next: 0,
          width: x + length / 2, stretch: y, shrink: z, nextWidth: x + length / 2, nextStretch: y,
          nextShrink: z)
        point.hyphen = point.kind == .hyphenation ? 3 : 0
        point.right = 2
        points.append(point)
      }
      x += length
      let isLast = word == words - 1
      var point = Breakpoint(
        kind: isLast ? .forced : .space, penalty: 0, node: 0, next: 0, width: x, stretch: y,
        shrink: z, nextWidth: x + 3, nextStretch: y + 1.5, nextShrink: z + 1)
      point.right = Float(random(3))
      point.left = Float(random(2))
      points.append(point)
      (x, y, z) = (x + 3, y + 1.5, z + 1)
    }
    return points
  }
}
