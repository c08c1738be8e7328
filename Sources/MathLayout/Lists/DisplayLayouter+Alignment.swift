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
    let texts = array.rows.map(\.textAbove)
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
    if isWhole { return whole(factor < 1 ? scaled(formula) : formula, layout, tags, number) }
    return inRows(layout, texts: texts, tags: tags, number: number)
  }

  /// The alignment at a size that fits, and the factor that its picture must still shrink by.
  private mutating func fitted(
    _ array: inout MathArray, beside: Points
  ) -> (MathLayouter.ArrayLayout, factor: Double) {
    var context = context
    var layout = layouter.arrayLayout(array, context)
    spread(&array, natural: layout.box.width, beside: beside, &layout)
    guard layout.box.width > width + 0.01 else { return (layout, 1) }
    // Give up the white space between pairs of columns first, then the size.
    for index in array.columns.indices where array.columns[index].before.value >= 1 {
      array.columns[index].before = .em(0.5)
    }
    layout = layouter.arrayLayout(array, context)
    guard layout.box.width > width + 0.01 else { return (layout, 1) }
    let factor = width / layout.box.width * 0.999
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

  /// A row of text for each row.
  private mutating func inRows(
    _ layout: MathLayouter.ArrayLayout, texts: [MathText?], tags: [Frame?], number: Frame?
  ) -> [MathDisplay.Row] {
    let x = (width - layout.box.width) / 2
    let hasTags = tags.contains { $0 != nil }
    let number = hasTags ? nil : number
    let isNumberBeside = number.map { x >= $0.width + context.textSize } ?? false
    let numberBaseline = number.map { middle(layout, $0) } ?? 0
    var isPlaced = false
    var result: [MathDisplay.Row] = []
    for (index, row) in layout.rows.enumerated() {
      var isAfterText = false
      if let text = texts[index] {
        result += lines(of: text, isFirst: result.isEmpty)
        isAfterText = true
      }
      let strip = Frame(
        size: Size(width: width, height: row.ascent + row.descent), baseline: row.ascent)
      var wide = strip
      wide.place(frame(row.box), x: x, baseline: row.ascent)
      if let tag = tags[index] { rows.place(tag, in: &wide, baseline: row.ascent) }
      let isLast = index == layout.rows.count - 1
      if let number, isNumberBeside, !isPlaced,
        isLast || numberBaseline < row.baseline + row.descent
      {
        isPlaced = true
        rows.place(number, in: &wide, baseline: row.ascent + numberBaseline - row.baseline)
      }
      let gap = result.isEmpty ? 0 : isAfterText ? context.textSize * 0.6 : row.gap
      result.append(MathDisplay.Row(wide, gapAbove: gap))
    }
    if let number, !isNumberBeside { return rows.withRow(for: number, result) }
    return result
  }

  /// `\intertext`: a paragraph across the text.
  private mutating func lines(of text: MathText, isFirst: Bool) -> [MathDisplay.Row] {
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
    let em = context.textSize
    return layouter.glyphs.typesetter.breakLines(content, width: width).enumerated().map {
      index, line in
      let gap = index > 0 ? em * 0.2 : isFirst ? 0 : em * 0.6
      return MathDisplay.Row(line.frame, gapAbove: gap)
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
    return rows.place(lines, number: number)
  }
}
