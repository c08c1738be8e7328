import Graphics
import MathSyntax
import Typography

/// Alignments at the top of a display: a row of text for each of theirs.
extension DisplayLayouter {
  mutating func lay(_ array: MathArray, number: Frame?) -> [MathDisplay.Row] {
    if array.name == "multline" || array.name == "multlined" {
      return multline(array, number: number)
    }
    var array = array
    let heads = array.rows.map { RowHead(text: $0.textAbove, isShort: $0.isTextShort) }
    for index in array.rows.indices { array.rows[index].textAbove = nil }
    let tags = array.rows.map { row in
      row.tag.map { frame(of: .init(text: $0, isParenthesized: row.tagIsParenthesized)) }
    }
    let beside = max(number?.width ?? 0, tags.reduce(0) { max($0, $1?.width ?? 0) })
    let (layout, factor) = fitted(&array, beside: beside)
    let formula = frame(layout.box)
    let isWhole =
      factor < 1 || array.left != nil || array.right != nil || !array.verticalLines.isEmpty
      || !array.linesBelow.isEmpty || array.rows.contains { !$0.linesAbove.isEmpty }
      || array.rows.contains { !$0.partialLinesAbove.isEmpty }
    let labels = array.rows.map(\.label)
    if isWhole {
      var set = whole(factor < 1 ? scaled(formula) : formula, layout, tags, number)
      set[0].labels = labels.compactMap { $0 }
      return set
    }
    var set = inRows(layout, heads: heads, tags: tags, number: number)
    for (row, label) in zip(set.starts, labels) where label != nil {
      set.rows[row].labels = [label!]
    }
    return set.rows
  }

  /// `\intertext` above a row.
  private struct RowHead {
    var text: MathText?
    var isShort: Bool
  }

  /// The alignment at a size that fits, and the factor that its picture must still shrink by.
  private mutating func fitted(
    _ array: inout MathArray, beside: Points
  ) -> (MathLayouter.ArrayLayout, factor: Double) {
    var context = context
    let em = context.textSize
    var layout = layouter.arrayLayout(array, context)
    spread(&array, natural: layout.box.width, beside: beside, &layout)
    guard layout.box.width > width + 0.01 else { return (layout, 1) }
    // Give up the white space between pairs of columns first, then the size.
    for index in array.columns.indices where array.columns[index].before.value >= 1 {
      array.columns[index].before = .em(0.5)
    }
    layout = layouter.arrayLayout(array, context)
    guard layout.box.width > width + 0.01 else { return (layout, 1) }
    // Leave room for numbers where that costs little.
    let free = width - beside - em
    let goal = beside > 0 && free > 0.75 * layout.box.width ? free : width
    let factor = goal / layout.box.width * 0.999
    context.textSize *= factor
    layouter.baseSize = context.textSize
    layout = layouter.arrayLayout(array, context)
    layouter.baseSize = self.context.textSize
    scale = min(scale, factor)
    return (layout, layout.box.width > width + 0.01 ? width / layout.box.width : 1)
  }

  /// amsmath's `align` spreads its pairs of columns over the line with equal space around them,
  /// `flalign` from edge to edge.
  private mutating func spread(
    _ array: inout MathArray, natural: Points, beside: Points,
    _ layout: inout MathLayouter.ArrayLayout
  ) {
    let starts = array.columns.indices.filter { array.columns[$0].before.value > 0 }
    guard !starts.isEmpty, ["align", "flalign", "xalignat"].contains(array.name) else { return }
    let gaps = Double(starts.count)
    let em = context.textSize
    let bare = natural - gaps * em
    let isFlush = array.name == "flalign"
    // The tags stand in the outermost spaces.
    let share = isFlush ? gaps : gaps + 2
    let margin = beside > 0 ? beside + em : 0
    let gap =
      isFlush
      ? (width - bare - 2 * margin) / share
      : min((width - bare) / share, max(0, (width - bare - 2 * margin) / gaps))
    guard gap > em else { return }
    for index in starts { array.columns[index].before = MathLength(gap, .points) }
    layout = layouter.arrayLayout(array, context)
  }

  /// The array in one frame, with its tags beside.
  private func whole(
    _ formula: Frame, _ layout: MathLayouter.ArrayLayout, _ tags: [Frame?], _ number: Frame?
  ) -> [MathDisplay.Row] {
    var row = rows.wide(formula, x: (width - formula.width) / 2)
    let factor = layout.box.width > 0 ? min(1, formula.width / layout.box.width) : 1
    for (tag, baseline) in zip(tags, layout.baselines) {
      if let tag { rows.place(tag, in: &row, baseline: row.baseline + baseline * factor) }
    }
    let result = [MathDisplay.Row(row, gapAbove: 0)]
    guard let number, !tags.contains(where: { $0 != nil }) else { return result }
    guard (width - formula.width) / 2 >= number.width + context.textSize else {
      return rows.withRow(for: number, result)
    }
    rows.place(number, in: &row, baseline: row.baseline + middle(layout, number))
    return [MathDisplay.Row(row, gapAbove: 0)]
  }

  /// The baseline of a number at the middle of the rows, on the axis, from the array's baseline.
  private func middle(_ layout: MathLayouter.ArrayLayout, _ number: Frame) -> Points {
    layout.rows.count == 1
      ? layout.rows[0].baseline
      : (number.ascent - number.descent) / 2 - layouter.axis(context)
  }

  /// Rows of text, and which of them begins each row of the alignment.
  private struct Rows {
    var rows: [MathDisplay.Row] = []
    var starts: [Int] = []
  }

  /// A row of text for each row.
  private mutating func inRows(
    _ layout: MathLayouter.ArrayLayout, heads: [RowHead], tags: [Frame?], number: Frame?
  ) -> Rows {
    let x = start(layout, tags)
    let hasTags = tags.contains { $0 != nil }
    let number = hasTags ? nil : number
    let isNumberBeside = number.map { x >= $0.width + context.textSize } ?? false
    let numberBaseline = number.map { middle(layout, $0) } ?? 0
    var isPlaced = false
    var result = Rows()
    for (index, row) in layout.rows.enumerated() {
      let head = heads[index]
      let textGap = context.textSize * (head.isShort ? 0.3 : 0.6)
      if let text = head.text {
        result.rows += lines(of: text, gap: result.rows.isEmpty ? 0 : textGap)
      }
      let strip = Frame(
        size: Size(width: width, height: row.ascent + row.descent), baseline: row.ascent)
      var wide = strip
      wide.place(frame(row.box), x: x, baseline: row.ascent)
      let isLast = index == layout.rows.count - 1
      if let number, isNumberBeside, !isPlaced,
        isLast || numberBaseline < row.baseline + row.descent
      {
        isPlaced = true
        rows.place(number, in: &wide, baseline: row.ascent + numberBaseline - row.baseline)
      }
      let gap = result.rows.isEmpty ? 0 : head.text != nil ? textGap : row.gap
      var set = [MathDisplay.Row(wide, gapAbove: gap)]
      if let tag = tags[index] {
        if room(beside: row, at: x) >= tag.width + context.textSize {
          rows.place(tag, in: &set[0].frame, baseline: row.ascent)
        } else {
          set = rows.withRow(for: tag, set)
          set[0].gapAbove = gap
        }
      }
      result.starts.append(result.rows.count)
      result.rows += set
    }
    if let number, !isNumberBeside {
      result.rows = rows.withRow(for: number, result.rows)
      if rows.side == .left { result.starts = result.starts.map { $0 + 1 } }
    }
    return result
  }

  /// Where the alignment begins: in the middle, or as far off it as the tags ask for when that
  /// gives all of them room.
  private func start(_ layout: MathLayouter.ArrayLayout, _ tags: [Frame?]) -> Points {
    let middle = (width - layout.box.width) / 2
    let lacks = zip(layout.rows, tags).map { row, tag in
      tag.map { $0.width + context.textSize - room(beside: row, at: middle) } ?? 0
    }
    let shift = lacks.reduce(0) { max($0, $1) }
    let moved = rows.side == .right ? middle - shift : middle + shift
    return moved >= 0 && moved + layout.box.width <= width ? moved : middle
  }

  /// The white space between a row and the edge where numbers stand.
  private func room(beside row: MathLayouter.ArrayRow, at x: Points) -> Points {
    rows.side == .right ? width - x - row.extent.upperBound : x + row.extent.lowerBound
  }

  /// `\intertext`: a paragraph across the text.
  private mutating func lines(of text: MathText, gap: Points) -> [MathDisplay.Row] {
    var content = ParagraphContent()
    for piece in text.pieces {
      switch piece {
      case .words(let words, let font):
        content.append(words, style: layouter.textStyle(font, context.with(.text)))
      case .math(let list):
        let box = layouter.whole(layouter.box(list, context.with(.text)))
        content.append(box: frame(box))
      }
    }
    return layouter.glyphs.typesetter.breakLines(content, width: width).enumerated().map {
      index, line in
      MathDisplay.Row(line.frame, gapAbove: index > 0 ? context.textSize * 0.2 : gap)
    }
  }

  /// amsmath's `multline`: first row left, last row right, others centred, margins of 1 em.
  private mutating func multline(_ array: MathArray, number: Frame?) -> [MathDisplay.Row] {
    var lines: [(Frame, Points)] = []
    let em = context.textSize
    let margin = min(em, width * 0.05)
    var number = number
    if let tagged = array.rows.last(where: { $0.tag != nil }), let text = tagged.tag {
      number = frame(of: .init(text: text, isParenthesized: tagged.tagIsParenthesized))
    }
    let beside = number.map { $0.width + em } ?? 0
    for (index, row) in array.rows.enumerated() {
      guard let cell = row.cells.first else { continue }
      let box = layouter.whole(layouter.box(cell, context))
      var formula = frame(box)
      if formula.width > width { formula = shrunk(cell, naturalWidth: box.width) }
      let isFirst = index == 0
      let isLast = index == array.rows.count - 1
      let room = width - formula.width
      let x: Points =
        if isFirst, !isLast {
          min(margin + (rows.side == .left ? beside : 0), max(0, room))
        } else if isLast, !isFirst {
          max(0, room - margin - (rows.side == .right ? beside : 0))
        } else { max(0, room / 2) }
      lines.append((formula, x))
    }
    var set = rows.place(lines, number: number)
    if let label = array.rows.lazy.compactMap(\.label).first, !set.isEmpty {
      set[0].labels = [label]
    }
    return set
  }
}
