/// Takes out of a rewritten statement the hidden columns that nobody reads: of a query of forty
/// columns a sentence reads one.
///
/// The rewriter marks each as `‹3›, expression AS "_r#3"‹›`, with control characters for the marks;
/// marked pieces may stand inside each other.
struct HiddenColumnPruning {
  private static let open: UInt8 = 1
  private static let named: UInt8 = 2
  private static let close: UInt8 = 3

  /// A text that makes a hidden column, marked.
  static func mark(_ text: String, as number: Int) -> String {
    "\u{1}\(number)\u{2}\(text)\u{3}"
  }

  private struct Piece {
    var number: Int
    var range: Range<Int>
    /// Hidden columns that it reads.
    var reads: Set<Int> = []
  }

  private let bytes: [UInt8]
  private var pieces: [Piece] = []

  init(_ sql: String) {
    bytes = Array(sql.utf8)
    var stack: [Int] = []
    var i = 0
    let prefix = Array(LineageRewriter.hiddenPrefix.utf8)
    while i < bytes.count {
      switch bytes[i] {
      case Self.open:
        let start = i
        i += 1
        let number = readNumber(&i)
        stack.append(pieces.count)
        pieces.append(Piece(number: number, range: start..<start))
      case Self.close:
        if let last = stack.popLast() { pieces[last].range = pieces[last].range.lowerBound..<i }
      case prefix[0] where bytes[i...].starts(with: prefix):
        i += prefix.count
        let number = readNumber(&i)
        if let last = stack.last { pieces[last].reads.insert(number) }
        continue
      default: break
      }
      i += 1
    }
  }

  private func readNumber(_ i: inout Int) -> Int {
    var number = 0
    while i < bytes.count, (0x30...0x39).contains(bytes[i]) {
      number = number * 10 + Int(bytes[i] - 0x30)
      i += 1
    }
    return number
  }

  /// The statement with all hidden columns, without marks.
  var statement: [UInt8] { statement(wanted: Set(pieces.map(\.number))) }

  /// The statement with those hidden columns that the wanted ones stand on, without marks.
  func statement(wanted: Set<Int>) -> [UInt8] {
    let byNumber = Dictionary(grouping: pieces, by: \.number)
    var kept: Set<Int> = []
    var open = wanted
    while let number = open.popFirst() {
      guard kept.insert(number).inserted else { continue }
      for piece in byNumber[number] ?? [] { open.formUnion(piece.reads) }
    }
    var dropped = pieces.filter { !kept.contains($0.number) }.map(\.range)
    dropped.sort { $0.lowerBound < $1.lowerBound }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var next = 0
    var i = 0
    while i < bytes.count {
      while next < dropped.count, dropped[next].lowerBound < i { next += 1 }
      if next < dropped.count, dropped[next].lowerBound == i {
        i = dropped[next].upperBound + 1
        continue
      }
      switch bytes[i] {
      case Self.open:
        i += 1
        _ = readNumber(&i)
      case Self.close: break
      default: out.append(bytes[i])
      }
      i += 1
    }
    return out
  }
}
