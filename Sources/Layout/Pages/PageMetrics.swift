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
  /// For a box, where its footnotes start in `notes`; for a break, its carry, -1, or less for one
  /// below a float (-2 for the first); for glue, whether it stays at a page's top.
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

  /// The floats of columns, and those across them.
  let floats: FloatQueues
  let wideFloats: FloatQueues
  /// For each float of a column, how many across the columns are numbered before it, and the other
  /// way round.
  private(set) var wideBefore: [Int] = []
  private(set) var floatsBefore: [Int] = []
  /// In order of their items.
  let barriers: [Galley.Barrier]
  /// Where sections of the first level begin.
  let sections: [Int]
  /// How much stands above each item, the floats among it, when there are such.
  private(set) var tops: [Points] = []

  init(_ galley: Galley) {
    barriers = galley.barriers
    sections = galley.floats.isEmpty ? [] : galley.sections
    floats = FloatQueues(galley.floats.lazy.map(\.kind))
    wideFloats = FloatQueues(galley.wideFloats.lazy.map(\.kind))
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
        let extra = pageBreak.carry ?? pageBreak.float.map { -2 - $0 } ?? -1
        add(.pageBreak, pageBreak.penalty, extra: Int32(extra))
      case .float(let float):
        mentions[float] = index
        add(.mention, Double(float))
      }
    }
    relate(galley)
  }

  private mutating func relate(_ galley: Galley) {
    let wide = galley.wideFloats
    wideBefore = galley.floats.indices.map { float in
      let kind = galley.floats[float].kind
      return wide.count { $0.kind == kind && $0.item <= mentions[float] }
    }
    guard !wide.isEmpty || !galley.floats.isEmpty else { return }
    floatsBefore = wide.map { wide in
      galley.floats.indices.count {
        galley.floats[$0].kind == wide.kind && mentions[$0] < wide.item
      }
    }
    tops.reserveCapacity(kinds.count + 1)
    tops.append(0)
    for (kind, value) in zip(kinds, values) {
      let height: Points =
        switch kind {
        case .box, .glue: value
        case .mention: floatHeights[Int(value)]
        case .pageBreak: 0
        }
      tops.append(tops[tops.count - 1] + height)
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
