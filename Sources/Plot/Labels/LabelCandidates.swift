import Graphics

/// A place where a label could stand.
struct LabelCandidate {
  var box: Rect
  var leader: (Point, Point)?
  /// What the eye pays: distance, direction, doubt about whose label it is, lines crossed.
  var cost: Double
  /// Around the box, its clear space and the leader: left, top, and the negatives of right and
  /// bottom, so that one comparison tells two apart.
  private let reach: SIMD4<Double>

  /// Clear space round a label's ink.
  static let gap: Points = 0.75

  init(box: Rect, leader: (Point, Point)?, cost: Double) {
    (self.box, self.leader, self.cost) = (box, leader, cost)
    var reach = SIMD4(
      box.minX - Self.gap, box.minY - Self.gap, -box.maxX - Self.gap, -box.maxY - Self.gap)
    if let (a, b) = leader {
      reach = pointwiseMin(reach, SIMD4(a.x, a.y, -a.x, -a.y))
      reach = pointwiseMin(reach, SIMD4(b.x, b.y, -b.x, -b.y))
    }
    self.reach = reach
  }

  /// Whether two labels cannot stand at both places.
  func collides(with other: LabelCandidate) -> Bool {
    let far = SIMD4(-other.reach[2], -other.reach[3], -other.reach[0], -other.reach[1])
    guard all(reach .< far) else { return false }
    if box.insetBy(dx: -Self.gap, dy: -Self.gap).intersects(other.box) { return true }
    if let leader, other.box.isCrossed(from: leader.0, to: leader.1) { return true }
    if let leader = other.leader, box.isCrossed(from: leader.0, to: leader.1) { return true }
    if let leader, let second = other.leader { return SegmentGeometry.cross(leader, second) }
    return false
  }
}

/// Finds the places where labels could stand: in rings round their points, where they meet no
/// obstacle and a leader can reach them.
struct LabelCandidates {
  let obstacles: LabelObstacles

  /// Distances of the label from the edge of its point.
  private static let rings: [Points] = [1.2, 3.5, 7, 11, 16, 22, 29, 37, 46, 58]
  /// Farther ones, for labels that find few places in these.
  private static let farRings: [Points] = [70, 84, 100, 120]
  private static let fewPlaces = 6
  /// Those of a second look, for charts where labels found no place at the first.
  private static let denseRings: [Points] = Array(stride(from: 3, through: 160, by: 5))
  /// Candidates kept for each label.
  private static let most = 80
  private static let mostFar = 280
  /// Nearer labels have no leader.
  private static let leaderDistance: Points = 6

  /// Places close by, the cheapest first.
  func near(_ request: LabelRequest) -> [LabelCandidate] {
    var out: [LabelCandidate] = []
    for (ring, distance) in Self.rings.enumerated() {
      add(to: &out, request, at: distance, cost: Double(ring) * 0.9, LabelDirections.near)
    }
    if out.count < Self.fewPlaces {
      for (ring, distance) in Self.farRings.enumerated() {
        let cost = Double(Self.rings.count + ring) * 0.9
        add(to: &out, request, at: distance, cost: cost, LabelDirections.near)
      }
    }
    return Self.cheapest(Self.most, of: out)
  }

  /// Places in more directions, up to half a column away, the cheapest first.
  func far(_ request: LabelRequest) -> [LabelCandidate] {
    var out: [LabelCandidate] = []
    for distance in Self.denseRings where out.count < Self.mostFar {
      // A long leader costs little more than a short one: what counts is to have a name at all.
      let cost = distance < 58 ? distance * 0.14 : 8.1 + (distance - 58) * 0.06
      let isNear = distance < 40
      add(
        to: &out, request, at: distance, cost: cost,
        isNear ? LabelDirections.all : LabelDirections.half)
    }
    return Self.cheapest(Self.mostFar, of: out)
  }

  private static func cheapest(
    _ count: Int, of candidates: [LabelCandidate]
  ) -> [LabelCandidate] {
    candidates.enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .prefix(count).map(\.element)
  }

  private func add(
    to out: inout [LabelCandidate], _ request: LabelRequest, at distance: Points, cost: Double,
    _ directions: [LabelDirections.Direction]
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
      guard isAllowed(box) else { continue }
      var leader: (Point, Point)?
      var cost = cost + direction.cost
      // Without a leader a label belongs to the nearest mark.
      if distance > Self.leaderDistance || isNearerToAnother(box, request) {
        guard let line = self.leader(of: request, to: box) else { continue }
        leader = line
        cost += 1 + crossings(of: line) * 2
      }
      cost += doubt(about: box, request)
      out.append(LabelCandidate(box: box, leader: leader, cost: cost))
    }
  }

  private func isAllowed(_ box: Rect) -> Bool {
    let bounds = obstacles.bounds
    guard box.minX >= bounds.minX + 1, box.maxX <= bounds.maxX, box.minY >= bounds.minY,
      box.maxY <= bounds.maxY - 1
    else { return false }
    let gap = LabelCandidate.gap
    return obstacles.isFree(box.insetBy(dx: -gap, dy: -gap))
  }

  /// A line from the edge of the point to the nearest place of the label; nil when it runs through
  /// another point.
  private func leader(of request: LabelRequest, to box: Rect) -> (Point, Point)? {
    // A line into the middle of the words would look like a dash before them.
    let end = box.nearest(to: request.anchor)
    let (dx, dy) = (end.x - request.anchor.x, end.y - request.anchor.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > request.radius + 2 else { return nil }
    let (ux, uy) = (dx / length, dy / length)
    let start = Point(
      x: request.anchor.x + ux * (request.radius + 0.5),
      y: request.anchor.y + uy * (request.radius + 0.5))
    let line = (start, Point(x: end.x - ux, y: end.y - uy))
    let around = Rect(
      x: min(line.0.x, line.1.x), y: min(line.0.y, line.1.y), width: abs(line.0.x - line.1.x),
      height: abs(line.0.y - line.1.y))
    for point in obstacles.points where around.isNearer(point.center, than: point.radius + 0.3) {
      guard point.center != request.anchor else { continue }
      if SegmentGeometry.distance(from: point.center, to: line) < point.radius + 0.3 {
        return nil
      }
    }
    return line
  }

  /// Whether another point is nearer to a label than its own, or a line stands between.
  private func isNearerToAnother(_ box: Rect, _ request: LabelRequest) -> Bool {
    let own = box.distance(to: request.anchor) - request.radius
    let sight = (request.anchor, box.nearest(to: request.anchor))
    return obstacles.points.contains {
      $0.center != request.anchor && box.isNearer($0.center, than: own + $0.radius)
    } || obstacles.segments.contains { SegmentGeometry.cross(sight, $0) }
  }

  private func crossings(of leader: (Point, Point)) -> Double {
    Double(obstacles.segments.count { SegmentGeometry.cross(leader, $0) })
  }

  /// The most that nearby points make a place dearer.
  private static let mostDoubt = 4.0

  /// What a reader pays when other points are nearly as close to the label as its own.
  private func doubt(about box: Rect, _ request: LabelRequest) -> Double {
    let own = box.distance(to: request.anchor)
    var cost = 0.0
    for point in obstacles.points where box.isNearer(point.center, than: own + 3) {
      guard point.center != request.anchor else { continue }
      cost += (own + 3 - box.distance(to: point.center)) * 0.25
      if cost >= Self.mostDoubt { return Self.mostDoubt }
    }
    return cost
  }
}
