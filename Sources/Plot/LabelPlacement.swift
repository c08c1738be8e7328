import Graphics

/// A label that wants a place beside its point.
struct LabelRequest: Sendable {
  var words: String
  var frame: Frame
  var anchor: Point
  /// Of the point that the label belongs to.
  var radius: Points
  var mustBePlaced: Bool
  /// Whether the chart says it, not the data; it may be left out without a word.
  var isOwn = false
  /// Higher is placed first.
  var priority: Double
}

/// A place found for a label.
struct PlacedLabel: Sendable {
  /// The ink's box.
  var box: Rect
  /// From the point to the label, when they are apart.
  var leader: (Point, Point)?
}

/// Places labels so that they overlap neither each other nor points, lines or axes.
///
/// Each label has some hundred candidate places in rings round its point. Those that meet an
/// obstacle are struck out, the others have a cost: distance, direction, a point of another row
/// nearby, a leader across a line. Then labels are placed greedily, those with the fewest candidates
/// first; a label without a free place may push others away when they find new ones; and at last
/// every label moves to its best free place until nothing changes. Before that, labels without a
/// place look farther away, in more directions. The order is fixed, so the result is the same every
/// time.
struct LabelPlacement {
  private struct Candidate {
    var box: Rect
    var leader: (Point, Point)?
    var cost: Double
  }

  private let requests: [LabelRequest]
  private let obstacles: LabelObstacles
  private var candidates: [[Candidate]] = []
  private var chosen: [Int?]
  private var tried = 0

  /// Clear space round a label's ink.
  private static let gap: Points = 1

  static func place(
    _ requests: [LabelRequest], avoiding obstacles: LabelObstacles
  ) -> [PlacedLabel?] {
    guard !requests.isEmpty else { return [] }
    var placement = LabelPlacement(requests: requests, obstacles: obstacles)
    placement.solve()
    return placement.chosen.enumerated().map { index, choice in
      choice.map {
        let candidate = placement.candidates[index][$0]
        return PlacedLabel(box: candidate.box, leader: candidate.leader)
      }
    }
  }

  private init(requests: [LabelRequest], obstacles: LabelObstacles) {
    self.requests = requests
    self.obstacles = obstacles
    chosen = Array(repeating: nil, count: requests.count)
    candidates = requests.map { self.candidates(for: $0) }
  }

  // MARK: Candidates

  /// Distances of the label from the edge of its point.
  private static let rings: [Points] = [1.2, 3.5, 7, 11, 16, 22, 29, 37, 46, 58]
  /// Farther ones, for labels that find few places in these.
  private static let farRings: [Points] = [70, 84, 100, 120]
  private static let fewPlaces = 6
  /// Those of a second look, for labels that found no place at the first.
  private static let denseRings: [Points] = Array(stride(from: 3, through: 150, by: 7))
  /// Candidates kept for each label.
  private static let most = 80
  private static let mostFar = 200

  private func candidates(for request: LabelRequest) -> [Candidate] {
    var out: [Candidate] = []
    for (ring, distance) in Self.rings.enumerated() {
      addCandidates(for: request, at: distance, ring: Double(ring), to: &out)
    }
    if out.count < Self.fewPlaces {
      for (ring, distance) in Self.farRings.enumerated() {
        addCandidates(for: request, at: distance, ring: Double(Self.rings.count + ring), to: &out)
      }
    }
    return Self.cheapest(Self.most, of: out)
  }

  /// Places in all directions, up to half a column away.
  private func farCandidates(for request: LabelRequest) -> [Candidate] {
    var out: [Candidate] = []
    for distance in Self.denseRings {
      addCandidates(
        for: request, at: distance, ring: distance / 7, LabelDirections.all, to: &out)
    }
    return Self.cheapest(Self.mostFar, of: out)
  }

  private static func cheapest(_ count: Int, of candidates: [Candidate]) -> [Candidate] {
    candidates.enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .prefix(count).map(\.element)
  }

  private func addCandidates(
    for request: LabelRequest, at distance: Points, ring: Double,
    _ directions: [LabelDirections.Direction] = LabelDirections.near, to out: inout [Candidate]
  ) {
    let size = request.inkSize
    let reach = request.radius + distance
    for direction in directions {
      // The box slides round the point: beside it at the right, above it at the top.
      let hx = min(max(direction.x * 1.4142, -1), 1)
      let hy = min(max(direction.y * 1.4142, -1), 1)
      let center = Point(
        x: request.anchor.x + direction.x * reach + hx * size.width / 2,
        y: request.anchor.y + direction.y * reach + hy * size.height / 2)
      let box = Rect(
        x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width,
        height: size.height)
      guard isAllowed(box, request) else { continue }
      var candidate = Candidate(box: box, leader: nil, cost: ring * 0.9 + direction.cost)
      if distance > 6 {
        guard let leader = leader(of: request, to: box) else { continue }
        candidate.leader = leader
        candidate.cost += 1 + crossings(of: leader) * 2
      }
      candidate.cost += confusion(of: box, request)
      out.append(candidate)
    }
  }

  private func isAllowed(_ box: Rect, _ request: LabelRequest) -> Bool {
    let bounds = obstacles.bounds
    guard box.minX >= bounds.minX + 1, box.maxX <= bounds.maxX, box.minY >= bounds.minY,
      box.maxY <= bounds.maxY - 1
    else { return false }
    return obstacles.isFree(box.insetBy(dx: -Self.gap, dy: -Self.gap))
  }

  /// A line from the edge of the point to the nearest place of the label; nil when it runs through
  /// another point.
  private func leader(of request: LabelRequest, to box: Rect) -> (Point, Point)? {
    let end = box.nearest(to: request.anchor)
    let (dx, dy) = (end.x - request.anchor.x, end.y - request.anchor.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > request.radius else { return nil }
    let start = Point(
      x: request.anchor.x + dx / length * (request.radius + 0.5),
      y: request.anchor.y + dy / length * (request.radius + 0.5))
    for point in obstacles.points where point.center != request.anchor {
      if SegmentGeometry.distance(from: point.center, to: (start, end)) < point.radius + 0.5 {
        return nil
      }
    }
    return (start, end)
  }

  private func crossings(of leader: (Point, Point)) -> Double {
    Double(obstacles.segments.count { SegmentGeometry.cross(leader, $0) })
  }

  /// What a reader pays when other points are nearly as close to the label as its own.
  private func confusion(of box: Rect, _ request: LabelRequest) -> Double {
    let own = box.distance(to: request.anchor)
    var cost = 0.0
    for point in obstacles.points where point.center != request.anchor {
      let distance = box.distance(to: point.center)
      if distance < own + 3 { cost += (own + 3 - distance) * 0.25 }
    }
    return min(cost, 4)
  }

  // MARK: Solving

  private mutating func solve() {
    let order = requests.indices.sorted {
      let (a, b) = (requests[$0], requests[$1])
      if a.mustBePlaced != b.mustBePlaced { return a.mustBePlaced }
      let (freeA, freeB) = (cheap($0), cheap($1))
      if freeA != freeB { return freeA < freeB }
      if a.priority != b.priority { return a.priority > b.priority }
      return $0 < $1
    }
    for index in order { chosen[index] = firstFree(index) }
    let byRank = order.sorted { rank($0) > rank($1) }
    for index in byRank where chosen[index] == nil { makeRoom(index) }
    lookFarther(byRank)
    for _ in 0..<8 where !improve(order) { break }
  }

  private mutating func makeRoom(_ index: Int) {
    var fixed = Set([index])
    if !push(index, depth: 1, &fixed), !push(index, depth: Self.chain, &fixed) {
      driveOut(index)
    }
  }

  /// Looks for farther places, in more directions, for the labels that have none yet. A crowd has
  /// no room far away either, and would only take long.
  private mutating func lookFarther(_ order: [Int]) {
    let homeless = order.filter { chosen[$0] == nil }
    guard requests.count <= Self.mostLooks else { return }
    for index in homeless {
      let reach = candidates[index].last?.cost ?? -1
      // The list stays in the order of cost.
      candidates[index] += farCandidates(for: requests[index]).filter { $0.cost > reach }
      chosen[index] = firstFree(index)
    }
    tried = 0
    for index in homeless where chosen[index] == nil { makeRoom(index) }
  }

  /// How many labels may give way one after the other.
  private static let chain = 3
  /// Places tried in chains before a label is given up: a crowd without room must not take seconds,
  /// and a count, unlike a clock, gives the same chart everywhere.
  private static let patience = 4000
  /// More labels than this get no second look.
  private static let mostLooks = 200

  /// What a label may drive out others by.
  private func rank(_ index: Int) -> Double {
    requests[index].mustBePlaced ? .infinity : requests[index].priority
  }

  /// How many places a label has close by.
  private func cheap(_ index: Int) -> Int { candidates[index].count { $0.cost < 2.5 } }

  /// The cheapest candidate that meets no placed label.
  private func firstFree(_ index: Int) -> Int? {
    candidates[index].indices.first { conflicts(of: index, candidates[index][$0]).isEmpty }
  }

  /// The placed labels that a candidate meets, in order.
  private func conflicts(of index: Int, _ candidate: Candidate) -> [Int] {
    var found: [Int] = []
    for other in requests.indices where other != index {
      guard let choice = chosen[other] else { continue }
      if collide(candidate, candidates[other][choice]) { found.append(other) }
    }
    return found
  }

  private func collide(_ a: Candidate, _ b: Candidate) -> Bool {
    let grown = a.box.insetBy(dx: -Self.gap, dy: -Self.gap)
    if grown.intersects(b.box) { return true }
    if let leader = a.leader, b.box.isCrossed(from: leader.0, to: leader.1) { return true }
    if let leader = b.leader, a.box.isCrossed(from: leader.0, to: leader.1) { return true }
    if let first = a.leader, let second = b.leader { return SegmentGeometry.cross(first, second) }
    return false
  }

  /// Places a label by moving those in its way to other places, which may move others in turn.
  ///
  /// - Parameter fixed: labels that stay, those on the way here.
  private mutating func push(_ index: Int, depth: Int, _ fixed: inout Set<Int>) -> Bool {
    let before = chosen
    for (choice, candidate) in candidates[index].enumerated() where tried < Self.patience {
      tried += 1
      let blocking = conflicts(of: index, candidate)
      if blocking.contains(where: fixed.contains) || blocking.count > 3 { continue }
      chosen[index] = choice
      for other in blocking { chosen[other] = nil }
      var hasRoom = true
      for other in blocking {
        chosen[other] = firstFree(other)
        if chosen[other] != nil { continue }
        guard depth > 1 else {
          hasRoom = false
          break
        }
        fixed.insert(other)
        hasRoom = push(other, depth: depth - 1, &fixed)
        fixed.remove(other)
        if !hasRoom { break }
      }
      if hasRoom { return true }
      chosen = before
    }
    return false
  }

  /// Takes the place of labels of lower rank, as few and as low as can be.
  private mutating func driveOut(_ index: Int) {
    let own = rank(index)
    var best: (choice: Int, blocking: [Int], loss: Double)?
    for (choice, candidate) in candidates[index].enumerated() {
      let blocking = conflicts(of: index, candidate)
      guard blocking.allSatisfy({ rank($0) < own }) else { continue }
      let loss = blocking.reduce(0) { $0 + 1 + rank($1) }
      if loss < best?.loss ?? .infinity { best = (choice, blocking, loss) }
    }
    guard let best else { return }
    for other in best.blocking { chosen[other] = nil }
    chosen[index] = best.choice
    for other in best.blocking { chosen[other] = firstFree(other) }
  }

  /// Moves each label to its cheapest free place, alone or by swapping with the one in its way.
  /// - Returns: whether anything moved.
  private mutating func improve(_ order: [Int]) -> Bool {
    var moved = false
    for index in order {
      let now = chosen[index]
      for choice in candidates[index].indices.prefix(now ?? candidates[index].count) {
        let blocking = conflicts(of: index, candidates[index][choice])
        if blocking.isEmpty {
          chosen[index] = choice
          moved = true
          break
        }
        guard blocking.count == 1, let now else { continue }
        if swap(index, from: now, to: choice, moving: blocking[0]) {
          moved = true
          break
        }
      }
    }
    return moved
  }

  private mutating func swap(_ index: Int, from old: Int, to new: Int, moving other: Int) -> Bool {
    guard let otherOld = chosen[other] else { return false }
    chosen[index] = new
    chosen[other] = nil
    if let otherNew = firstFree(other) {
      let gain = candidates[index][old].cost - candidates[index][new].cost
      let loss = candidates[other][otherNew].cost - candidates[other][otherOld].cost
      if gain > loss + 1e-9 {
        chosen[other] = otherNew
        return true
      }
    }
    chosen[index] = old
    chosen[other] = otherOld
    return false
  }
}

extension LabelRequest {
  /// Width of the text, and height from a little above the capitals to the descenders.
  var inkSize: Size { Size(width: frame.width, height: inkAscent + inkDescent) }

  var emSize: Points {
    frame.items.lazy.compactMap { item -> Points? in
      if case .glyphs(let run, _) = item { run.size } else { nil }
    }.first ?? frame.height * 0.8
  }

  /// Inter's capitals are 0.73 em high, its descenders 0.2 em deep.
  var inkAscent: Points { min(frame.ascent, emSize * 0.76) }
  var inkDescent: Points { min(frame.descent, emSize * 0.2) }
}
