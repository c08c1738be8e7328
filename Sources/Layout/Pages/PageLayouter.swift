import Graphics

/// Cuts a galley into pages of one column or more, with floats across the columns.
///
/// Without such floats all pages are found together. With them page after page is made, each with
/// the next ones in view: a wide float stands at the top of the page that mentions it when the
/// mention stays there, else of the next page that has room. The figures and the tables of columns
/// and pages stand in one order: neither overtakes the other. The columns of the last page end at
/// one height.
struct PageLayouter {
  let galley: Galley
  let columns: Int
  let height: Points
  let rhythm: Points
  let separator: Points
  let floatGap: Points
  /// What the title takes from the first page.
  let titleHeight: Points
  /// Of the galley.
  let metrics: PageMetrics

  func pages() -> [PageLayout] {
    var done = Done()
    while done.wideFloats < galley.wideFloats.count { addPage(to: &done) }
    done.plans += columnPlans(after: done, wide: [], limit: nil, horizon: nil)
    return balanced(done)
  }

  /// The pages made so far.
  struct Done {
    var plans: [PagePlan] = []
    /// The wide floats of each page and the insertions behind it, and how many these are together.
    var wide: [[Int]] = []
    var insertions: [[Int]] = []
    var wideFloats = 0
    /// How many floats the columns hold.
    var floats = 0

    /// The item before which the next page begins.
    var item: Int { plans.last?.items.upperBound ?? 0 }
  }

  // MARK: Page after page

  private func addPage(to done: inout Done) {
    let page = done.wide.count
    var here: [Int] = []
    func next() -> Int? {
      let float = done.wideFloats + here.count
      return float < galley.wideFloats.count ? float : nil
    }
    let horizon = horizon(from: done.item)
    func plans(_ wide: [Int], waiting float: Int?) -> [PagePlan] {
      columnPlans(after: done, wide: wide, limit: float.map(limit(behind:)), horizon: horizon)
    }
    // What earlier pages mention.
    while let float = next(), isMentioned(float, before: done),
      mayStand(float, on: page, with: here, done)
    {
      here.append(float)
    }
    var waiting = next().flatMap { isMentioned($0, before: done) ? $0 : nil }
    var found = plans(here, waiting: waiting)
    // What this page mentions, as long as the mention stays on it.
    while waiting == nil, let float = next(), mentions(float, in: found) {
      let tried =
        mayStand(float, on: page, with: here, done) ? plans(here + [float], waiting: nil) : []
      if mentions(float, in: tried) {
        here.append(float)
        found = tried
      } else {
        waiting = float
        found = plans(here, waiting: float)
      }
    }
    add(found, wide: here, limit: waiting.map(limit(behind:)), to: &done)
    var insertions: [Int] = []
    while done.wideFloats < galley.wideFloats.count,
      let insertion = galley.wideFloats[done.wideFloats].insertion,
      isMentioned(done.wideFloats, before: done), isNext(done.wideFloats, done)
    {
      insertions.append(insertion)
      done.wideFloats += 1
    }
    done.insertions.append(insertions)
  }

  /// Whether the pages made so far mention a wide float.
  private func isMentioned(_ wide: Int, before done: Done) -> Bool {
    galley.wideFloats[wide].item < done.item || done.item >= metrics.kinds.count - 1
  }

  /// Takes over the columns of one page. Floats that are to stand on a later page end it.
  private func add(
    _ found: [PagePlan], wide: [Int], limit: PageBreaker.Limit?, to done: inout Done
  ) {
    for column in 0..<columns {
      var plan: PagePlan?
      if column < found.count {
        let floats = done.floats + found[column].floatCount
        if floats <= limit?.floats ?? .max || found[column].floatCount == 0 {
          plan = found[column]
          done.floats = floats
        }
      }
      guard let plan else {
        let end = done.item
        done.plans += Array(
          repeating: PagePlan(items: end..<end), count: columns - column)
        break
      }
      done.plans.append(plan)
    }
    done.wide.append(wide)
    done.wideFloats += wide.count
  }

  /// Whether a wide float has room on a page, and all that is numbered before it stands on earlier
  /// ones. Those that had to wait may fill the page.
  private func mayStand(_ float: Int, on page: Int, with others: [Int], _ done: Done) -> Bool {
    let wide = galley.wideFloats[float]
    guard wide.insertion == nil, isNext(float, done) else { return false }
    // Below the title stands text, unless there is no other page.
    if page == 0, titleHeight > 0, hasSecondPage { return false }
    let used = top(of: page, others)
    if used == 0 { return true }
    return isMentioned(float, before: done)
      ? used + wide.height <= height : used + wide.height + floatGap <= height * 0.75
  }

  /// Whether the columns made so far hold all that is numbered before a wide float.
  private func isNext(_ float: Int, _ done: Done) -> Bool {
    let wide = galley.wideFloats[float]
    let before = galley.floats.indices.last {
      galley.floats[$0].kind == wide.kind && metrics.mentions[$0] < wide.item
    }
    return before ?? -1 < done.floats
  }

  private var hasSecondPage: Bool {
    horizon(from: 0, pages: 1) != nil
  }

  /// What the columns of a page do not hold while a wide float waits: all that is numbered after it.
  private func limit(behind float: Int) -> PageBreaker.Limit {
    let wide = galley.wideFloats[float]
    var limit = PageBreaker.Limit(pages: columns)
    limit.floats =
      galley.floats.indices.first {
        galley.floats[$0].kind == wide.kind && metrics.mentions[$0] >= wide.item
      } ?? .max
    limit.item = galley.barriers.first { $0.wideFloats > float }?.item ?? .max
    return limit
  }

  /// Whether the first page of some columns mentions a wide float.
  private func mentions(_ wide: Int, in plans: [PagePlan]) -> Bool {
    let item = galley.wideFloats[wide].item
    guard let column = plans.firstIndex(where: { $0.items.upperBound > item }) else {
      return !plans.isEmpty && plans.count <= columns
    }
    return column < columns
  }

  /// A break some pages further down; nil when the galley ends before.
  private func horizon(from item: Int, pages: Double = 2.5) -> Int? {
    var room = pages * Double(columns) * height - (item == 0 ? Double(columns) * titleHeight : 0)
    for index in item..<metrics.kinds.count {
      switch metrics.kinds[index] {
      case .box:
        room -= metrics.values[index]
        if case .box(let box) = galley.items[index] {
          for note in box.notes { room -= metrics.noteHeights[note] }
        }
      case .glue: room -= metrics.values[index]
      case .mention: room -= metrics.floatHeights[Int(metrics.values[index])] + floatGap
      case .pageBreak:
        if room < 0, metrics.extra[index] < 0 {
          return index < metrics.kinds.count - 1 ? index : nil
        }
      }
    }
    return nil
  }

  // MARK: Columns

  /// What stands above the columns of a page.
  func top(of page: Int, _ wide: [Int]) -> Points {
    wide.reduce(page == 0 ? titleHeight : 0) {
      $0 + galley.wideFloats[$1].height + floatGap
    }
  }

  /// The columns after those that are done, the first page below its wide floats.
  private func columnPlans(
    after done: Done, wide: [Int], limit: PageBreaker.Limit?, horizon: Int?
  ) -> [PagePlan] {
    let page = done.wide.count
    let top = top(of: page, wide)
    // A column of a few lines is none.
    if top > height - 4 * rhythm { return [] }
    var special: [Int: Points] = [:]
    if top > 0 { for column in 0..<columns { special[column] = height - top } }
    var breaker = PageBreaker(
      galley, height: height, rhythm: rhythm, separator: separator, floatGap: floatGap,
      special: special, limit: limit, metrics: metrics)
    return breaker.breakPages(after: done.plans[...], until: horizon)
  }
}
