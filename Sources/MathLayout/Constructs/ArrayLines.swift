import Graphics
import MathSyntax

/// The lines of an array: `|` and `:` between columns, `\hline` and `\cline` between rows.
struct ArrayLines {
  /// Distance of the parts of a double line, in line widths.
  static let pitch = 5.0

  private struct Stretch {
    var line: MathArray.Line
    var from: Point
    var to: Point
    /// Moved by so many line widths, to the right or down: the parts of double lines.
    var shift: Double
  }

  private let array: MathArray
  private let columns: ArrayColumns
  private var stretches: [Stretch] = []

  init(array: MathArray, columns: ArrayColumns) {
    self.array = array
    self.columns = columns
  }

  /// Lines above a row or below the last one, `y` below the top.
  mutating func addHorizontal(
    _ lines: [MathArray.Line], _ partial: [ClosedRange<Int>], at y: Points
  ) {
    for (index, line) in lines.enumerated() {
      stretches.append(
        Stretch(
          line: line, from: Point(x: 0, y: y), to: Point(x: columns.width, y: y),
          shift: Double(index) * Self.pitch))
    }
    for range in partial where range.lowerBound < columns.starts.count {
      let last = min(range.upperBound, columns.starts.count - 1)
      stretches.append(
        Stretch(
          line: .solid, from: Point(x: columns.lines[range.lowerBound], y: y),
          to: Point(x: columns.lines[last + 1], y: y), shift: 0))
    }
  }

  /// The lines between the columns of one row; merged cells have their own.
  mutating func addVertical(beside row: MathArray.Row, from top: Points, to bottom: Points) {
    for (boundary, lines) in array.verticalLines.sorted(by: { $0.key < $1.key })
    where boundary < columns.lines.count && !row.merges.covers(boundary) {
      let before = row.merges.first { $0.key + $0.value.count == boundary }?.value.hasLineAfter
      let after = boundary == 0 ? row.merges[0]?.hasLineBefore : nil
      if before ?? after ?? true { add(lines, boundary, from: top, to: bottom) }
    }
    // A merged cell may have a line where the columns have none.
    for (column, merge) in row.merges.sorted(by: { $0.key < $1.key }) {
      let end = column + merge.count
      if merge.hasLineAfter, array.verticalLines[end] == nil, end < columns.lines.count {
        add([.solid], end, from: top, to: bottom)
      }
      if merge.hasLineBefore, array.verticalLines[column] == nil, column < columns.lines.count {
        add([.solid], column, from: top, to: bottom)
      }
    }
  }

  private mutating func add(
    _ lines: [MathArray.Line], _ boundary: Int, from top: Points, to bottom: Points
  ) {
    let x = columns.lines[boundary]
    for (index, line) in lines.enumerated() {
      let shift = Double(index) * Self.pitch + 0.5
      // Rows above one another share one line, so that it has no seams and its dashes agree.
      if let at = stretches.lastIndex(where: {
        $0.from.x == x && $0.to.x == x && $0.shift == shift && $0.line == line && $0.to.y == top
      }) {
        stretches[at].to.y = bottom
      } else {
        stretches.append(
          Stretch(line: line, from: Point(x: x, y: top), to: Point(x: x, y: bottom), shift: shift))
      }
    }
  }

  /// Puts the lines into the body, whose baseline is its top edge; its extents stay.
  func draw(in body: inout MathBox, thickness: Points, em: Points, _ color: Color) {
    for stretch in stretches {
      let isVertical = stretch.from.x == stretch.to.x
      let shift = stretch.shift * thickness
      let (dx, dy) = isVertical ? (shift, 0) : (0, shift)
      let path = path(
        stretch.line, from: Point(x: stretch.from.x + dx, y: stretch.from.y + dy),
        to: Point(x: stretch.to.x + dx, y: stretch.to.y + dy), em: em)
      body.inks.append(MathInk(.stroke(path, width: thickness), x: 0, y: 0, color: color))
    }
  }

  private func path(_ line: MathArray.Line, from a: Point, to b: Point, em: Points) -> Path {
    guard line == .dashed else { return .line(from: a, to: b) }
    // Dashes as long as their gaps, a whole number of them.
    let length = max(abs(b.x - a.x), abs(b.y - a.y))
    let dashes = (length / (em * 0.3)).rounded()
    let count = (dashes < 2000 ? max(1, Int(dashes)) : 2000) * 2 - 1
    var path = Path()
    for index in stride(from: 0, to: count, by: 2) {
      let (s, t) = (Double(index) / Double(count), Double(index + 1) / Double(count))
      path.elements += [
        .move(Point(x: a.x + (b.x - a.x) * s, y: a.y + (b.y - a.y) * s)),
        .line(Point(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)),
      ]
    }
    return path
  }
}
