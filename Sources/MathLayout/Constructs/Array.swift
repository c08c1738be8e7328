import Graphics
import MathSyntax
import Typography

/// Rows of cells: matrices, cases, alignments, diagrams.
///
/// Source: LaTeX's `array` (struts of 0.7 and 0.3 of the line's skip, `\arraycolsep` 5 pt),
/// amsmath's alignments (`\jot` 3 pt between rows), both at 10 pt.
extension MathLayouter {
  /// The measures of an array's rows, for tags and lines.
  struct ArrayLayout {
    var box: MathBox
    /// Baselines of the rows, below the baseline of the box.
    var baselines: [Points]
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
    let measures = RowMeasures(array, em: size(cellContext))
    let widths = array.columns.indices.map { column in
      cells.reduce(0.0) { max($0, column < $1.count ? $1[column].width : 0) }
    }
    let lefts = columnPositions(array, widths, cellContext)
    var body = MathBox()
    body.width = lefts.width
    var baselines: [Points] = []
    var y = 0.0
    var depth = 0.0
    var ruleHeights: [(Points, [MathArray.Line])] = []
    for (index, row) in array.rows.enumerated() {
      let ascent = max(measures.strutAscent, cells[index].map(\.ascent).max() ?? 0)
      let descent = max(measures.strutDescent, cells[index].map(\.descent).max() ?? 0)
      if !row.linesAbove.isEmpty { ruleHeights.append((y, row.linesAbove)) }
      if index > 0, row.linesAbove.isEmpty {
        y += measures.gap(descent: depth, ascent: ascent)
      }
      y += ascent
      baselines.append(y)
      for (column, cell) in cells[index].enumerated() where column < widths.count {
        let slack = widths[column] - cell.width
        let x: Points =
          switch array.columns[column].alignment {
          case .left: 0
          case .center: slack / 2
          case .right: slack
          }
        body.place(cell, x: lefts.columns[column] + x, y: y)
      }
      y += descent
      depth = descent
      if let gap = row.gap { y += points(gap, cellContext) }
    }
    if !array.linesBelow.isEmpty { ruleHeights.append((y, array.linesBelow)) }
    (body.ascent, body.descent) = (0, y)
    drawLines(array, ruleHeights, lefts, in: &body, cellContext)
    // Centre the whole on the axis, or align it by its first or last row.
    let shift: Points =
      switch array.position {
      case .center: y / 2 + axis(context)
      case .top: baselines.first ?? 0
      case .bottom: baselines.last ?? 0
      }
    let placed = body.lowered(by: -shift)
    return ArrayLayout(
      box: fenced(placed, array, context), baselines: baselines.map { $0 - shift })
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

  // MARK: Columns

  private struct ColumnPositions {
    var columns: [Points]
    /// Where the lines before each column, and behind the last one, stand.
    var lines: [Points]
    var width: Points
  }

  private func columnPositions(
    _ array: MathArray, _ widths: [Points], _ context: MathContext
  ) -> ColumnPositions {
    let thickness = lineThickness(context)
    var x = 0.0
    var columns: [Points] = []
    var lines: [Points] = []
    for (index, column) in array.columns.enumerated() {
      lines.append(x)
      x += Double(array.verticalLines[index]?.count ?? 0) * thickness * 3
      if let count = array.verticalLines[index]?.count {
        x -= Double(max(0, count)) * thickness * 2
      }
      x += points(column.before, context)
      columns.append(x)
      x += widths[index] + points(column.after, context)
    }
    lines.append(x)
    x += Double(array.verticalLines[array.columns.count]?.count ?? 0) * thickness
    return ColumnPositions(columns: columns, lines: lines, width: x)
  }

  private func lineThickness(_ context: MathContext) -> Points { context.textSize * 0.04 }

  private func drawLines(
    _ array: MathArray, _ heights: [(Points, [MathArray.Line])], _ lefts: ColumnPositions,
    in body: inout MathBox, _ context: MathContext
  ) {
    let thickness = lineThickness(context)
    let (ascent, descent) = (body.ascent, body.descent)
    for (y, lines) in heights {
      for (index, line) in lines.enumerated() {
        let top = -y - Double(index) * thickness * 4
        drawLine(
          line, from: Point(x: 0, y: -top), to: Point(x: lefts.width, y: -top), thickness,
          in: &body, context)
      }
    }
    for (index, lines) in array.verticalLines.sorted(by: { $0.key < $1.key })
    where index < lefts.lines.count {
      for (number, line) in lines.enumerated() {
        let x = lefts.lines[index] + Double(number) * thickness * 5 + thickness / 2
        drawLine(
          line, from: Point(x: x, y: 0), to: Point(x: x, y: descent), thickness, in: &body,
          context)
      }
    }
    (body.ascent, body.descent) = (ascent, descent)
  }

  private func drawLine(
    _ line: MathArray.Line, from a: Point, to b: Point, _ thickness: Points,
    in body: inout MathBox, _ context: MathContext
  ) {
    var path = Path.line(from: a, to: b)
    if line == .dashed {
      // Dashes as long as their gaps, a whole number of them.
      let length = max(abs(b.x - a.x), abs(b.y - a.y))
      let count = max(1, Int((length / (context.textSize * 0.3)).rounded())) * 2 - 1
      path = Path()
      for index in stride(from: 0, to: count, by: 2) {
        let (s, t) = (Double(index) / Double(count), Double(index + 1) / Double(count))
        path.elements += [
          .move(Point(x: a.x + (b.x - a.x) * s, y: a.y + (b.y - a.y) * s)),
          .line(Point(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)),
        ]
      }
    }
    body.inks.append(
      MathInk(.stroke(path, width: thickness), x: 0, y: 0, color: context.color))
  }

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
