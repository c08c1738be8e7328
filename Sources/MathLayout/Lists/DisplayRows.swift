import Graphics

/// Puts the rows of a display on lines of text, with their numbers.
///
/// Source: The TeXbook, pages 188–189 (`\eqno`, `\leqno`); amsmath's `tbtags` and `leqno`.
struct DisplayRows {
  let width: Points
  let em: Points
  let side: MathDisplay.NumberSide

  /// Between rows that nothing else keeps apart: `\jot`.
  var jot: Points { em * 0.3 }

  /// A formula centred, with its number beside, below (right) or above (left).
  func row(_ formula: Frame, number: Frame?) -> [MathDisplay.Row] {
    let centered = max(0, (width - formula.width) / 2)
    guard let number else { return [MathDisplay.Row(wide(formula, x: centered), gapAbove: 0)] }
    let gap = em
    if centered >= number.width + gap {
      return [MathDisplay.Row(wide(formula, x: centered, number: number), gapAbove: 0)]
    }
    // As TeX does, move off the centre before giving up the common row.
    let free = width - formula.width - number.width
    if free >= 2 * gap {
      let x = side == .right ? free / 2 : number.width + free / 2
      return [MathDisplay.Row(wide(formula, x: x, number: number), gapAbove: 0)]
    }
    return withRow(for: number, [MathDisplay.Row(wide(formula, x: centered), gapAbove: 0)])
  }

  /// Lines at their places, with the number at the last one (right) or the first one (left).
  func place(_ lines: [(frame: Frame, x: Points)], number: Frame?) -> [MathDisplay.Row] {
    var rows = lines.enumerated().map { index, line in
      MathDisplay.Row(wide(line.frame, x: line.x), gapAbove: index == 0 ? 0 : jot)
    }
    guard let number, !lines.isEmpty else { return rows }
    let at = side == .right ? lines.count - 1 : 0
    let line = lines[at]
    let room = side == .right ? width - line.x - line.frame.width : line.x
    guard room >= em + number.width else { return withRow(for: number, rows) }
    rows[at].frame = wide(line.frame, x: line.x, number: number)
    return rows
  }

  /// The rows with one of its own for the number.
  func withRow(for number: Frame, _ rows: [MathDisplay.Row]) -> [MathDisplay.Row] {
    let own = wide(.empty, x: 0, number: number)
    if side == .right { return rows + [MathDisplay.Row(own, gapAbove: jot)] }
    var rows = rows
    if !rows.isEmpty { rows[0].gapAbove = jot }
    return [MathDisplay.Row(own, gapAbove: 0)] + rows
  }

  /// A row as wide as the text.
  func wide(_ formula: Frame, x: Points, number: Frame? = nil) -> Frame {
    let ascent = max(formula.ascent, number?.ascent ?? 0)
    let descent = max(formula.descent, number?.descent ?? 0)
    var row = Frame(size: Size(width: width, height: ascent + descent), baseline: ascent)
    row.place(formula, x: x, baseline: ascent)
    if let number { place(number, in: &row, baseline: ascent) }
    return row
  }

  /// A number on a row that is there already.
  func place(_ number: Frame, in row: inout Frame, baseline: Points) {
    row.place(number, x: side == .right ? width - number.width : 0, baseline: baseline)
  }
}
