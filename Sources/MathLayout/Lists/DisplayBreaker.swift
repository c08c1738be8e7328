import Graphics
import MathSyntax

/// Breaks a long display into lines.
///
/// Lines start with the relation or operator they continue with, as amsmath's manual advises for
/// displays; all after the first are indented. Among the ways to break it takes the one with the
/// fewest lines, then the one that breaks at relations rather than operators and leaves lines of
/// even length (shortest path over the places to break, as in Knuth and Plass).
struct DisplayBreaker {
  let layouter: MathLayouter
  let width: Points
  let indent: Points

  struct Line {
    var box: MathBox
    var x: Points
  }

  /// - Returns: nil when some stretch between two places to break is too wide for a line.
  func lines(of atoms: [MathAtom]) -> [Line]? {
    let classes = layouter.effectiveClasses(atoms)
    var breaks: [(index: Int, cost: Double)] = []
    for index in atoms.indices.dropFirst() {
      switch classes[index] {
      case .relation where previousClass(classes, before: index) != .relation:
        breaks.append((index, 0))
      case .binary: breaks.append((index, 1))
      default:
        if case .breakMark(allowed: true) = atoms[index].kind { breaks.append((index, 0.5)) }
      }
    }
    guard !breaks.isEmpty else { return nil }
    let starts = [0] + breaks.map(\.index)
    let costs = [0] + breaks.map(\.cost)
    let ends = Array(starts.dropFirst()) + [atoms.count]
    // best[i]: the cheapest way to set everything before starts[i].
    var best: [(cost: Double, from: Int)?] = Array(repeating: nil, count: starts.count + 1)
    best[0] = (0, 0)
    for start in starts.indices {
      guard let before = best[start] else { continue }
      let room = start == 0 ? width : width - indent
      for end in start..<starts.count {
        let line = box(atoms[starts[start]..<ends[end]])
        if line.width > room { break }
        let isLast = end == starts.count - 1
        let slack = (room - line.width) / width
        let cost =
          before.cost + 10 + (start == 0 ? 0 : costs[start] * 2)
          + (isLast ? 0 : slack * slack * 4)
        if cost < best[end + 1]?.cost ?? .infinity { best[end + 1] = (cost, start) }
      }
    }
    guard best[starts.count] != nil else { return nil }
    var lines: [Line] = []
    var at = starts.count
    while at > 0, let step = best[at] {
      let range = starts[step.from]..<ends[at - 1]
      lines.append(Line(box: box(atoms[range]), x: step.from == 0 ? 0 : indent))
      at = step.from
    }
    return lines.reversed()
  }

  private func previousClass(_ classes: [MathClass?], before index: Int) -> MathClass? {
    classes[..<index].last { $0 != nil } ?? nil
  }

  /// A line; an operator at its start keeps the space it would have after an operand.
  private func box(_ atoms: ArraySlice<MathAtom>) -> MathBox {
    var line = Array(atoms)
    if let first = line.first, first.mathClass == .binary || first.mathClass == .relation {
      line.insert(layouter.atom(.ordinary, .empty, first.context), at: 0)
    }
    return layouter.whole(layouter.join(line))
  }
}
