/// How many figures and how many tables: each kind keeps an order of its own, as in LaTeX.
struct FloatCounts: Hashable, Sendable {
  var figures = 0
  var tables = 0

  subscript(kind: FloatingBox.Kind) -> Int {
    get { kind == .figure ? figures : tables }
    set { if kind == .figure { figures = newValue } else { tables = newValue } }
  }

  var total: Int { figures + tables }

  static func + (left: FloatCounts, right: FloatCounts) -> FloatCounts {
    FloatCounts(figures: left.figures + right.figures, tables: left.tables + right.tables)
  }
}

/// The figures and the tables of a galley, each in the order of their numbers, as indices.
struct FloatQueues: Sendable {
  private(set) var figures: [Int] = []
  private(set) var tables: [Int] = []
  /// For each of them, how many of its kind come before.
  private(set) var ranks: [Int] = []

  init(_ kinds: some Sequence<FloatingBox.Kind>) {
    for (index, kind) in kinds.enumerated() {
      ranks.append(self[kind].count)
      if kind == .figure { figures.append(index) } else { tables.append(index) }
    }
  }

  subscript(kind: FloatingBox.Kind) -> [Int] { kind == .figure ? figures : tables }

  /// The one of a kind that comes next when some are placed.
  func next(_ kind: FloatingBox.Kind, after placed: FloatCounts) -> Int? {
    let queue = self[kind]
    return placed[kind] < queue.count ? queue[placed[kind]] : nil
  }

  /// The one that comes next in the text when some are placed and some kinds are held back.
  func next(after placed: FloatCounts, without full: Set<FloatingBox.Kind>) -> Int? {
    FloatingBox.Kind.allCases.filter { !full.contains($0) }
      .compactMap { next($0, after: placed) }.min()
  }

  /// What is placed between two counts, in the order of the text.
  func between(_ start: FloatCounts, _ end: FloatCounts) -> [Int] {
    let found =
      figures[start.figures..<end.figures] + tables[start.tables..<end.tables]
    return found.sorted()
  }

  /// How many of all there are.
  var counts: FloatCounts { FloatCounts(figures: figures.count, tables: tables.count) }
}
