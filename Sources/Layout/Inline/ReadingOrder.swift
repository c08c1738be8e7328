import Markup

/// The order in which a file's footnotes are met by a reader: a table's caption, which the author
/// writes below its rows, stands above them.
struct ReadingOrder: ManuscriptWalker {
  typealias Stage = Resolved

  /// Indices of the footnotes met so far.
  private var met: [Int] = []
  private var known: Set<Int> = []

  /// The number of each footnote of a file, from 1.
  static func noteNumbers(of document: ResolvedDocument) -> [Int] {
    let count = document.footnotes.count
    guard count > 0 else { return [] }
    var order = ReadingOrder()
    order.walk(document.blocks)
    // Notes that only a note mentions come behind those of the text.
    var next = 0
    while next < order.met.count {
      order.walk(document.footnotes[order.met[next]].blocks)
      next += 1
    }
    var numbers = Array(repeating: 0, count: count)
    let unread = (0..<count).filter { !order.known.contains($0) }
    for (number, index) in (order.met + unread).enumerated() { numbers[index] = number + 1 }
    return numbers
  }

  mutating func visit(_ inline: Inline<Resolved>) {
    guard case .footnote(let reference) = inline else {
      descend(into: inline)
      return
    }
    if known.insert(reference.index).inserted { met.append(reference.index) }
  }
}
