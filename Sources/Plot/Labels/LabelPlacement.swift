import Graphics

/// Places labels so that they overlap neither each other nor points, lines or axes.
///
/// Each label has some hundred candidate places in rings round its point. Those that meet an
/// obstacle are struck out, the others have a cost. Then labels are placed greedily, those with the
/// fewest candidates first. Labels without a free place drive out others, which look for new places
/// in turn: the one that is driven out is the one that found new places most easily so far (guided
/// ejection search; Nagata and Bräysy, Operations Research Letters 37, 2009). Where that is not
/// enough, all labels look farther away, in more directions. At last every label moves to its best
/// free place until nothing changes. The order is fixed, so the result is the same every time.
struct LabelPlacement {
  private let requests: [LabelRequest]
  private let finder: LabelCandidates
  private var candidates: [[LabelCandidate]] = []
  private var chosen: [Int?]
  /// The chosen candidates of the labels that have a place, for the many times they are asked for.
  private var standing: ContiguousArray<(index: Int, candidate: LabelCandidate)> = []

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
    finder = LabelCandidates(obstacles: obstacles)
    chosen = Array(repeating: nil, count: requests.count)
    candidates = requests.map(finder.near)
  }

  /// More labels than this get no second look: a crowd has no room far away either.
  private static let mostLooks = 200
  /// Candidates weighed before labels are given up: a crowd without room must not take seconds, and
  /// a count, unlike a clock, gives the same chart everywhere.
  private static let patience = 60_000

  private mutating func solve() {
    let order = requests.indices.sorted {
      let (a, b) = (requests[$0], requests[$1])
      if a.mustBePlaced != b.mustBePlaced { return a.mustBePlaced }
      let (freeA, freeB) = (cheap($0), cheap($1))
      if freeA != freeB { return freeA < freeB }
      if a.priority != b.priority { return a.priority > b.priority }
      return $0 < $1
    }
    for index in order { put(index, at: firstFree(index)) }
    eject(order)
    if requests.count <= Self.mostLooks, chosen.contains(where: { $0 == nil }) {
      for index in requests.indices { lookFarther(index) }
      for index in order where chosen[index] == nil { put(index, at: firstFree(index)) }
      eject(order)
    }
    for _ in 0..<8 where !improve(order) { break }
  }

  /// Adds the far candidates of a label; the list stays in the order of cost.
  private mutating func lookFarther(_ index: Int) {
    let all = candidates[index] + finder.far(requests[index])
    let sorted = all.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }
    candidates[index] = sorted.map(\.element)
    if let own = chosen[index] { chosen[index] = sorted.firstIndex { $0.offset == own } }
  }

  /// How many places a label has close by.
  private func cheap(_ index: Int) -> Int { candidates[index].count { $0.cost < 2.5 } }

  /// The cheapest candidate that meets no placed label.
  private func firstFree(_ index: Int) -> Int? {
    candidates[index].indices.first { isFree(index, candidates[index][$0]) }
  }

  private func isFree(_ index: Int, _ candidate: LabelCandidate) -> Bool {
    !standing.contains { $0.index != index && candidate.collides(with: $0.candidate) }
  }

  /// The placed labels that a candidate meets, in the order in which they were placed.
  private func conflicts(of index: Int, _ candidate: LabelCandidate) -> [Int] {
    standing.compactMap {
      $0.index != index && candidate.collides(with: $0.candidate) ? $0.index : nil
    }
  }

  /// Gives a label a place, another place, or none.
  private mutating func put(_ index: Int, at choice: Int?) {
    if chosen[index] != nil { standing.removeAll { $0.index == index } }
    chosen[index] = choice
    if let choice { standing.append((index, candidates[index][choice])) }
  }

  private mutating func put(all choices: [Int?]) {
    chosen = choices
    standing = ContiguousArray(
      choices.enumerated().compactMap { index, choice in
        choice.map { (index, candidates[index][$0]) }
      })
  }

  // MARK: Ejection

  /// Places labels in the room of others, which look for new places, until all have one or patience
  /// is out; the best state on the way is kept.
  private mutating func eject(_ order: [Int]) {
    var homeless = order.reversed().filter { chosen[$0] == nil }
    guard !homeless.isEmpty else { return }
    // How hard it is to place each label again, as far as is known.
    var penalty = requests.map(\.worth)
    var loss = homeless.reduce(0) { $0 + requests[$1].worth }
    var best = (chosen: chosen, loss: loss)
    var work = Self.patience
    while work > 0, let index = homeless.popLast() {
      work -= candidates[index].count * max(1, requests.count / 60)
      guard let choice = cheapestEjection(index, penalty) else { continue }
      penalty[index] += requests[index].worth
      let driven = conflicts(of: index, candidates[index][choice])
      put(index, at: choice)
      loss -= requests[index].worth
      for other in driven {
        put(other, at: nil)
        loss += requests[other].worth
      }
      homeless += driven
      if loss < best.loss - 1e-9 { best = (chosen, loss) }
    }
    put(all: best.chosen)
  }

  /// The candidate whose place is freed with the least penalty; the first of the free ones.
  private func cheapestEjection(_ index: Int, _ penalty: [Double]) -> Int? {
    var best: (choice: Int, sum: Double)?
    for (choice, candidate) in candidates[index].enumerated() {
      // Among equals the eye decides.
      var sum = candidate.cost * 0.05
      let most = best?.sum ?? .infinity
      // The rest costs more for the eye alone.
      if sum >= most { break }
      for other in standing where other.index != index {
        guard candidate.collides(with: other.candidate) else { continue }
        sum += penalty[other.index]
        if sum >= most { break }
      }
      if sum < most { best = (choice, sum) }
    }
    return best?.choice
  }

  // MARK: Improving

  /// Moves each label to its cheapest free place, alone or by swapping with the one in its way.
  /// - Returns: whether anything moved.
  private mutating func improve(_ order: [Int]) -> Bool {
    var moved = false
    for index in order {
      let now = chosen[index]
      for choice in candidates[index].indices.prefix(now ?? candidates[index].count) {
        let blocking = conflicts(of: index, candidates[index][choice])
        if blocking.isEmpty {
          put(index, at: choice)
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
    put(index, at: new)
    put(other, at: nil)
    if let otherNew = firstFree(other) {
      let gain = candidates[index][old].cost - candidates[index][new].cost
      let loss = candidates[other][otherNew].cost - candidates[other][otherOld].cost
      if gain > loss + 1e-9 {
        put(other, at: otherNew)
        return true
      }
    }
    put(index, at: old)
    put(other, at: otherOld)
    return false
  }
}
