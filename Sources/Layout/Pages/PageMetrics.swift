import Graphics

/// The numbers of a galley that page breaking needs, side by side, so that the breaker's loop runs
/// over flat arrays.
struct PageMetrics {
  enum Kind: UInt8 { case box, glue, pageBreak, mention }

  var kinds = ContiguousArray<Kind>()
  /// Height of a box, natural height of glue, penalty of a break, index of a float.
  var values = ContiguousArray<Double>()
  var stretch = ContiguousArray<Double>()
  var shrink = ContiguousArray<Double>()
  /// For a box, where its footnotes start in `notes`; for a break, its carry or -1; for glue,
  /// whether it stays at a page's top.
  var extra = ContiguousArray<Int32>()
  /// Footnotes in the order of their marks.
  var notes: [Int] = []
  /// For each float, the item that mentions it.
  var mentions: [Int]
  var noteHeights: [Points]
  /// Height of the first lines of each note: element n is the height of n lines.
  var noteLines: [[Points]]
  var floatHeights: [Points]
  var carryHeights: [(before: Points, after: Points)]

  /// In order of their items.
  let barriers: [Galley.Barrier]

  init(_ galley: Galley) {
    barriers = galley.barriers
    mentions = Array(repeating: Int.max, count: galley.floats.count)
    noteLines = galley.notes.map { note in
      note.lines.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.height) }
    }
    noteHeights = galley.notes.map(\.height)
    floatHeights = galley.floats.map(\.height)
    carryHeights = galley.carries.map { ($0.heightBefore, $0.heightAfter) }
    let count = galley.items.count
    kinds.reserveCapacity(count)
    values.reserveCapacity(count)
    stretch.reserveCapacity(count)
    shrink.reserveCapacity(count)
    extra.reserveCapacity(count + 1)
    for (index, item) in galley.items.enumerated() {
      switch item {
      case .box(let box):
        add(.box, box.height, extra: Int32(notes.count))
        notes += box.notes
      case .glue(let glue):
        add(
          .glue, glue.natural, stretch: glue.stretch, shrink: glue.shrink,
          extra: glue.isKept ? 1 : 0)
      case .pageBreak(let pageBreak):
        add(.pageBreak, pageBreak.penalty, extra: Int32(pageBreak.carry ?? -1))
      case .float(let float):
        mentions[float] = index
        add(.mention, Double(float))
      }
    }
  }

  private mutating func add(
    _ kind: Kind, _ value: Double, stretch: Double = 0, shrink: Double = 0, extra: Int32 = 0
  ) {
    kinds.append(kind)
    values.append(value)
    self.stretch.append(stretch)
    self.shrink.append(shrink)
    self.extra.append(extra)
  }

  /// The footnotes whose marks stand in the box at an index.
  func notes(at index: Int, box galleyItem: VerticalItem) -> [Int] {
    if case .box(let box) = galleyItem { box.notes } else { [] }
  }
}
