import Graphics

/// Where the pieces of a line of mixed direction stand (UAX #9, rule L2).
///
/// The line is drawn in the order in which it is read, each piece at its place: tags, links and
/// marked content then follow the source, whatever the eye sees first.
struct VisualOrder {
  /// Left edge of each piece, in the order of the source.
  private(set) var positions: [Points]
  /// Right edge of the line.
  private(set) var end: Points
  /// For each piece the stretch that it forms with its neighbours of the same group, both in the
  /// source and on the line: a link may come apart in several.
  private var stretches: [Range<Points>]

  /// - Parameters:
  ///   - levels: embedding level of each piece, in the order of the source.
  ///   - widths: of each piece.
  ///   - groups: which link or the like each piece belongs to.
  ///   - start: left edge of the line.
  init(levels: [UInt8], widths: [Points], groups: [Int32], from start: Points) {
    positions = Array(repeating: start, count: levels.count)
    stretches = Array(repeating: start..<start, count: levels.count)
    end = start
    let order = Self.order(levels)
    for piece in order {
      positions[piece] = end
      end += widths[piece]
    }
    // Neighbours of one group are one stretch.
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, groups[order[last + 1]] == groups[order[first]] { last += 1 }
      let left = positions[order[first]]
      let stretch = left..<(positions[order[last]] + widths[order[last]])
      for place in first...last { stretches[order[place]] = stretch }
      first = last + 1
    }
  }

  /// The part of the line that a piece's group takes without a gap.
  func stretch(of piece: Int) -> Range<Points> { stretches[piece] }

  /// The pieces from left to right.
  static func order(_ levels: [UInt8]) -> [Int] {
    var order = Array(levels.indices)
    guard let highest = levels.max(), let lowestOdd = levels.filter({ $0 & 1 == 1 }).min() else {
      return order
    }
    var level = highest
    while level >= lowestOdd, level > 0 {
      var i = 0
      while i < order.count {
        var j = i
        while j < order.count, levels[order[j]] >= level { j += 1 }
        if j > i { order[i..<j].reverse() }
        i = max(j, i + 1)
      }
      level -= 1
    }
    return order
  }
}
