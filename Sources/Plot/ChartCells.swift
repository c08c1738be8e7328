/// The cells of a column, kept as small as they allow: numbers as numbers, texts that repeat as
/// places in a list of those there are. A million rows take megabytes, not hundreds of them.
public struct ChartCells: RandomAccessCollection, MutableCollection, RangeReplaceableCollection,
  ExpressibleByArrayLiteral, Hashable, Sendable
{
  private enum Storage: Sendable {
    case mixed([ChartValue])
    /// A cell that is empty is not a number.
    case numbers([Double])
    case coded([UInt32], [ChartValue])
  }

  private var storage: Storage

  public init() { storage = .mixed([]) }

  public init(arrayLiteral elements: ChartValue...) { storage = .mixed(elements) }

  public init(_ cells: some Sequence<ChartValue>) { storage = .mixed(Array(cells)) }

  public init(repeating cell: ChartValue, count: Int) {
    storage = .mixed(Array(repeating: cell, count: count))
  }

  /// - Parameter numbers: NaN for an empty cell.
  init(numbers: [Double]) { storage = .numbers(numbers) }

  /// - Parameters:
  ///   - codes: the place of each cell in `list`.
  ///   - list: the cells that there are, in the order in which they first appear, each once.
  init(codes: [UInt32], list: [ChartValue]) { storage = .coded(codes, list) }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .mixed(let cells): cells.count
    case .numbers(let numbers): numbers.count
    case .coded(let codes, _): codes.count
    }
  }

  public subscript(index: Int) -> ChartValue {
    get {
      switch storage {
      case .mixed(let cells): return cells[index]
      case .numbers(let numbers):
        let number = numbers[index]
        return number.isNaN ? .null : .number(number)
      case .coded(let codes, let list): return list[Int(codes[index])]
      }
    }
    set {
      var cells = unpacked
      storage = .mixed([])
      cells[index] = newValue
      storage = .mixed(cells)
    }
  }

  public mutating func replaceSubrange(
    _ range: Range<Int>, with cells: some Collection<ChartValue>
  ) {
    var own = unpacked
    storage = .mixed([])
    own.replaceSubrange(range, with: cells)
    storage = .mixed(own)
  }

  private var unpacked: [ChartValue] {
    if case .mixed(let cells) = storage { cells } else { map { $0 } }
  }

  /// The cells that there are, in the order in which they first appear, each once.
  var distinct: [ChartValue] {
    guard case .coded(let codes, let list) = storage else {
      var seen: Set<ChartValue> = []
      return filter { seen.insert($0).inserted }
    }
    // Rows chosen from a larger table need not hold all of its cells.
    var isKnown = Array(repeating: false, count: list.count)
    var found: [ChartValue] = []
    for code in codes where !isKnown[Int(code)] {
      isKnown[Int(code)] = true
      found.append(list[Int(code)])
      if found.count == list.count { break }
    }
    return found
  }

  /// The numbers, when all cells are numbers or empty (NaN) and kept as such.
  var numbers: [Double]? { if case .numbers(let numbers) = storage { numbers } else { nil } }

  /// The places in the list of cells there are, when they are kept as such.
  var codes: (codes: [UInt32], list: [ChartValue])? {
    if case .coded(let codes, let list) = storage { (codes, list) } else { nil }
  }

  /// The cells of given rows, in their order.
  func rows(_ rows: [Int]) -> ChartCells {
    switch storage {
    case .mixed(let cells): ChartCells(rows.map { cells[$0] })
    case .numbers(let numbers): ChartCells(numbers: rows.map { numbers[$0] })
    case .coded(let codes, let list): ChartCells(codes: rows.map { codes[$0] }, list: list)
    }
  }

  public static func == (a: ChartCells, b: ChartCells) -> Bool { a.elementsEqual(b) }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for cell in self { hasher.combine(cell) }
  }
}
