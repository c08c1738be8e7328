import Graphics
import MathSyntax
import Typography

/// Rows of cells: matrices, cases, alignments, diagrams.
///
/// Source: LaTeX's `array` (struts of 0.7 and 0.3 of the line's skip, `\arraycolsep` 5 pt),
/// amsmath's alignments (`\jot` 3 pt between rows), both at 10 pt.
extension MathLayouter {
  /// A laid-out array, whole and in rows, for tags and for breaking over pages.
  struct ArrayLayout {
    var box: MathBox
    var rows: [ArrayRow]
    /// Baselines of the rows, below the baseline of the box.
    var baselines: [Points] { rows.map(\.baseline) }
  }

  /// One row of an array.
  struct ArrayRow {
    /// Its cells, on the row's own baseline, as wide as the array.
    var box: MathBox
    /// Below the baseline of the array.
    var baseline: Points
    /// The strip of the array that belongs to it, from the row's baseline.
    var ascent: Points
    var descent: Points
    /// The space to the row above.
    var gap: Points
    /// Where the first of its cells begins and the last one ends.
    var extent: ClosedRange<Points>
  }

  mutating func layOutArray(_ array: MathArray, _ context: MathContext) -> MathBox {
    arrayLayout(array, context).box
  }

  mutating func arrayLayout(_ array: MathArray, _ context: MathContext) -> ArrayLayout {
    // Cells are set in a size of their own in scripts only.
    var cellContext = context
    cellContext.style = cellStyle(array, context)
    let cells = array.rows.map { row in
      row.cells.enumerated().map { column, cell in
        layOutCell(cell, column: column, of: array, cellContext)
      }
    }
    let separators = array.separators.mapValues { whole(box($0, cellContext)) }
    let columns = columnPositions(array, cells, separators, cellContext)
    let measures = RowMeasures(array, em: size(cellContext))
    var body = MathBox(width: columns.width)
    var rows: [ArrayRow] = []
    var lines = ArrayLines(array: array, columns: columns)
    var y = 0.0
    var depth = 0.0
    for (index, row) in array.rows.enumerated() {
      if let text = row.textAbove {
        let words = layOutText(text, context.with(.text))
        body.place(words, x: 0, y: y + measures.strutAscent)
        body.width = max(body.width, words.width)
        y += measures.strutAscent + max(measures.strutDescent, words.descent)
      }
      lines.addHorizontal(row.linesAbove, row.partialLinesAbove, at: y)
      let (box, extent) = rowBox(row, cells[index], separators, columns, array)
      let ascent = max(measures.strutAscent, box.ascent)
      let descent = max(measures.strutDescent, box.descent)
      let hasLine = !row.linesAbove.isEmpty || !row.partialLinesAbove.isEmpty
      let gap = index > 0 && !hasLine ? measures.gap(descent: depth, ascent: ascent) : 0
      let top = y
      y += gap + ascent
      body.place(box, x: 0, y: y)
      let extra = row.gap.map { points($0, cellContext) } ?? 0
      rows.append(
        ArrayRow(
          box: box, baseline: y, ascent: ascent, descent: descent + extra, gap: gap,
          extent: extent))
      y += descent + extra
      depth = descent
      lines.addVertical(beside: row, from: top, to: y)
    }
    lines.addHorizontal(array.linesBelow, array.partialLinesBelow, at: y)
    (body.ascent, body.descent) = (0, y)
    lines.draw(in: &body, thickness: lineThickness(context), em: context.textSize, context.color)
    // Centre the whole on the axis, or align it by its first or last row.
    let shift: Points =
      switch array.position {
      case .center: y / 2 + axis(context)
      case .top: rows.first?.baseline ?? 0
      case .bottom: rows.last?.baseline ?? 0
      }
    for index in rows.indices { rows[index].baseline -= shift }
    return ArrayLayout(box: fenced(body.lowered(by: -shift), array, context), rows: rows)
  }

  private func cellStyle(_ array: MathArray, _ context: MathContext) -> MathStyle {
    let wanted = MathStyle(array.cellStyle)
    // In scripts an array shrinks with its surroundings.
    return context.style.level > wanted.level && array.spacing != .display
      ? MathStyle(level: context.style.level, isCramped: false) : wanted
  }

  /// A cell; in the left-aligned columns of alignments an operator at its start keeps its space.
  private mutating func layOutCell(
    _ cell: MathList, column: Int, of array: MathArray, _ context: MathContext
  ) -> MathBox {
    var atoms = atoms(cell, context)
    let isAlignment = array.spacing == .display && array.columns.count > 1
    let isMiddle = array.name == "eqnarray" && column == 1
    if isAlignment, !atoms.isEmpty {
      let empty = atom(.ordinary, .empty, context)
      if column % 2 == 1 || isMiddle { atoms.insert(empty, at: 0) }
      if isMiddle { atoms.append(empty) }
    }
    return whole(join(atoms))
  }

  /// The cells of a row at their places, on the row's baseline, and what they take of its width.
  private func rowBox(
    _ row: MathArray.Row, _ cells: [MathBox], _ separators: [Int: MathBox],
    _ columns: ArrayColumns, _ array: MathArray
  ) -> (MathBox, ClosedRange<Points>) {
    var result = MathBox(width: columns.width)
    var extent: ClosedRange<Points>?
    for (column, cell) in cells.enumerated() where column < columns.starts.count {
      let merge = row.merges[column]
      let last = min(column + (merge?.count ?? 1), columns.starts.count) - 1
      let width = columns.starts[last] + columns.widths[last] - columns.starts[column]
      let slack = width - cell.width
      let x: Points =
        switch merge?.alignment ?? array.columns[column].alignment {
        case .left: 0
        case .center: slack / 2
        case .right: slack
        }
      let start = columns.starts[column] + x
      result.place(cell, x: start)
      guard cell.width > 0 else { continue }
      extent =
        min(extent?.lowerBound ?? start, start)...max(extent?.upperBound ?? 0, start + cell.width)
    }
    for (boundary, box) in separators.sorted(by: { $0.key < $1.key })
    where boundary < columns.separators.count && !row.merges.covers(boundary) {
      result.place(box, x: columns.separators[boundary])
    }
    return (result, extent ?? 0...0)
  }

  // MARK: Columns

  private func columnPositions(
    _ array: MathArray, _ cells: [[MathBox]], _ separators: [Int: MathBox],
    _ context: MathContext
  ) -> ArrayColumns {
    var widths = array.columns.indices.map { column in
      zip(array.rows, cells).reduce(0.0) { widest, row in
        column < row.1.count && row.0.merges[column] == nil
          ? max(widest, row.1[column].width) : widest
      }
    }
    func positions() -> ArrayColumns {
      let thickness = lineThickness(context)
      var result = ArrayColumns(widths: widths)
      var x = 0.0
      func addBoundary(_ index: Int) {
        result.lines.append(x)
        let count = Double(array.verticalLines[index]?.count ?? 0)
        x += count > 0 ? thickness * (1 + (count - 1) * ArrayLines.pitch) : 0
        result.separators.append(x)
        x += separators[index]?.width ?? 0
      }
      for (index, column) in array.columns.enumerated() {
        addBoundary(index)
        x += points(column.before, context)
        result.starts.append(x)
        x += widths[index] + points(column.after, context)
      }
      addBoundary(array.columns.count)
      result.width = x
      return result
    }
    var result = positions()
    // A merged cell that is too wide widens the last of its columns, as in TeX.
    for (row, boxes) in zip(array.rows, cells) {
      for (column, merge) in row.merges.sorted(by: { $0.key < $1.key })
      where column < widths.count {
        let last = min(column + merge.count, widths.count) - 1
        let room = result.starts[last] + widths[last] - result.starts[column]
        guard boxes[column].width > room else { continue }
        widths[last] += boxes[column].width - room
        result = positions()
      }
    }
    return result
  }

  private func lineThickness(_ context: MathContext) -> Points { context.textSize * 0.04 }

  // MARK: Fences

  private mutating func fenced(
    _ body: MathBox, _ array: MathArray, _ context: MathContext
  ) -> MathBox {
    guard array.left != nil || array.right != nil else {
      var body = body
      body.topAccent = body.width / 2
      return body
    }
    let axis = axis(context)
    let reach = max(body.ascent - axis, body.descent + axis)
    let height = fenceHeight(reach: reach, context)
    var result = MathBox()
    if let left = array.left { result.append(delimiter(left, height: height, context)) }
    if array.left?.scalar == "{" { result.width += size(context) * 0.05 }
    result.append(body)
    if let right = array.right { result.append(delimiter(right, height: height, context)) }
    result.topAccent = result.width / 2
    return result
  }
}

/// Where the columns of an array stand.
struct ArrayColumns {
  var widths: [Points]
  var starts: [Points] = []
  /// Where the lines before each column, and behind the last one, stand.
  var lines: [Points] = []
  /// Where what `@{…}` puts before each column, and behind the last one, stands.
  var separators: [Points] = []
  var width: Points = 0

  init(widths: [Points]) { self.widths = widths }
}

extension [Int: MathArray.Merge] {
  /// Whether a boundary between columns lies inside of a merged cell.
  func covers(_ boundary: Int) -> Bool {
    contains { $0.key < boundary && boundary < $0.key + $0.value.count }
  }
}

/// The least heights of rows, in points.
private struct RowMeasures {
  var strutAscent: Points
  var strutDescent: Points
  /// Always between the rows.
  private let lineGap: Points
  /// At least so much between rows that are higher than their struts, so that stacked fractions do
  /// not touch (TeX's `\lineskip`, which LaTeX's arrays set to nothing).
  private let lineSkip: Points

  init(_ array: MathArray, em: Points) {
    let skip: Double
    switch array.spacing {
    case .normal: (skip, lineGap) = (1.2, 0.0)
    case .wide: (skip, lineGap) = (1.44, 0.0)
    case .display: (skip, lineGap) = (1.2, em * 0.3)
    case .tight: (skip, lineGap) = (0.95, em * 0.1)
    case .diagram: (skip, lineGap) = (1.2, em * 0.6)
    }
    strutAscent = em * skip * 0.7 * array.stretch
    strutDescent = em * skip * 0.3 * array.stretch
    lineSkip = em * 0.18
  }

  func gap(descent: Points, ascent: Points) -> Points {
    let surplus = max(descent - strutDescent, 0) + max(ascent - strutAscent, 0)
    return max(lineGap, min(surplus, lineSkip))
  }
}
