import Graphics
import MathSyntax

/// Sets one display: chooses between one row, broken rows and a smaller size.
struct DisplayLayouter {
  var layouter: MathLayouter
  let context: MathContext
  let width: Points
  let number: Frame?

  private var em: Points { context.textSize }

  init(layouter: MathLayouter, context: MathContext, width: Points, number: Frame?) {
    self.layouter = layouter
    self.context = context
    self.width = width
    self.number = number
  }

  mutating func rows(of list: MathList) -> [Frame] {
    var list = list
    var number = number
    if let tag = DisplayTags.takeTag(from: &list) { number = frame(of: tag) }
    if let array = DisplayTags.alignment(list) { return rows(of: array, number: number) }
    let parts = DisplayTags.splitAtLineBreaks(list)
    var frames: [Frame] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      frames += rows(ofFormula: part, number: isLast ? number : nil)
    }
    return frames
  }

  // MARK: One formula

  private mutating func rows(ofFormula list: MathList, number: Frame?) -> [Frame] {
    let atoms = layouter.atoms(list, context)
    let box = layouter.whole(layouter.join(atoms))
    if box.width <= width { return [row(frame(box), number: number)].flatMap { $0 } }
    let breaker = DisplayBreaker(layouter: layouter, width: width, indent: 2 * em)
    if let lines = breaker.lines(of: atoms) {
      return place(lines.map { (frame($0.box), $0.x) }, number: number)
    }
    return row(shrunk(list, naturalWidth: box.width), number: number)
  }

  /// The formula at the size that fits.
  private mutating func shrunk(_ list: MathList, naturalWidth: Points) -> Frame {
    var factor = width / naturalWidth
    // Lengths in points do not shrink with the size, so a second step may be needed.
    for _ in 0..<3 {
      var smaller = context
      smaller.textSize *= factor
      layouter.baseSize = smaller.textSize
      let box = layouter.whole(layouter.box(list, smaller))
      layouter.baseSize = context.textSize
      if box.width <= width + 0.01 { return frame(box) }
      factor *= width / box.width * 0.999
    }
    return scaled(frame(layouter.whole(layouter.box(list, context))))
  }

  private func scaled(_ frame: Frame) -> Frame {
    let factor = width / frame.width
    var result = Frame(
      size: Size(width: width, height: frame.height * factor), baseline: frame.baseline * factor)
    result.items.append(.group(frame, transform: .scale(factor, factor), clip: nil))
    return result
  }

  // MARK: Placing

  /// A formula centred, with its number right or below.
  private func row(_ formula: Frame, number: Frame?) -> [Frame] {
    let centered = max(0, (width - formula.width) / 2)
    guard let number else { return [wide(formula, x: centered)] }
    let gap = em
    if centered + formula.width + gap + number.width <= width {
      return [wide(formula, x: centered, number: number)]
    }
    // As TeX does, move off the centre before giving up the common row.
    let free = width - formula.width - number.width
    if free >= 2 * gap {
      return [wide(formula, x: (width - number.width - formula.width) / 2, number: number)]
    }
    return [
      wide(formula, x: centered), wide(.empty, x: 0, number: number),
    ]
  }

  private func place(_ lines: [(Frame, Points)], number: Frame?) -> [Frame] {
    var rows = lines.map { wide($0.0, x: $0.1) }
    guard let number, let last = lines.last else { return rows }
    if last.1 + last.0.width + em + number.width <= width {
      rows[rows.count - 1] = wide(last.0, x: last.1, number: number)
    } else {
      rows.append(wide(.empty, x: 0, number: number))
    }
    return rows
  }

  /// A row as wide as the text.
  private func wide(_ formula: Frame, x: Points, number: Frame? = nil) -> Frame {
    let ascent = max(formula.ascent, number?.ascent ?? 0)
    let descent = max(formula.descent, number?.descent ?? 0)
    var row = Frame(size: Size(width: width, height: ascent + descent), baseline: ascent)
    row.place(formula, x: x, baseline: ascent)
    if let number { row.place(number, x: width - number.width, baseline: ascent) }
    return row
  }

  private func frame(_ box: MathBox) -> Frame { box.frame(font: layouter.font.id) }

  private mutating func frame(of tag: DisplayTags.Tag) -> Frame {
    var text = tag.text
    if tag.isParenthesized {
      text.pieces.insert(.words("(", MathTextFont()), at: 0)
      text.pieces.append(.words(")", MathTextFont()))
    }
    return frame(layouter.layOutText(text, context.with(.text)))
  }

  // MARK: Alignments

  private mutating func rows(of array: MathArray, number: Frame?) -> [Frame] {
    var array = array
    var context = context
    if array.name == "multline" || array.name == "multlined" {
      return multline(array, number: number)
    }
    var layout = layouter.arrayLayout(array, context)
    if layout.box.width > width {
      // Give up the white space between pairs of columns first, then the size.
      for index in array.columns.indices where array.columns[index].before.value > 1 {
        array.columns[index].before = .em(1)
      }
      layout = layouter.arrayLayout(array, context)
      if layout.box.width > width {
        context.textSize *= width / layout.box.width * 0.999
        layouter.baseSize = context.textSize
        layout = layouter.arrayLayout(array, context)
        layouter.baseSize = self.context.textSize
      }
    }
    let formula = layout.box.width > width + 0.01 ? scaled(frame(layout.box)) : frame(layout.box)
    var row = wide(formula, x: (width - formula.width) / 2)
    var hasTags = false
    for (index, line) in array.rows.enumerated() {
      guard let text = line.tag else { continue }
      hasTags = true
      let tag = frame(of: .init(text: text, isParenthesized: line.tagIsParenthesized))
      row.place(tag, x: width - tag.width, baseline: row.baseline + layout.baselines[index])
    }
    guard let number, !hasTags else { return [row] }
    let isFree = (width + formula.width) / 2 + em + number.width <= width
    guard isFree else { return [row, wide(.empty, x: 0, number: number)] }
    // The number stands at the middle of the rows, on the axis.
    let middle =
      layout.baselines.count == 1
      ? row.baseline
      : row.baseline - layouter.axis(context) + (number.ascent - number.descent) / 2
    row.place(number, x: width - number.width, baseline: middle)
    return [row]
  }

  /// amsmath's `multline`: first row left, last row right, others centred, margins of 1 em.
  private mutating func multline(_ array: MathArray, number: Frame?) -> [Frame] {
    var lines: [(Frame, Points)] = []
    let margin = min(em, width * 0.05)
    for (index, row) in array.rows.enumerated() {
      guard let cell = row.cells.first else { continue }
      let box = layouter.whole(layouter.box(cell, context))
      var formula = frame(box)
      if formula.width > width { formula = shrunk(cell, naturalWidth: box.width) }
      let isFirst = index == 0
      let isLast = index == array.rows.count - 1
      let room = width - formula.width
      let x: Points =
        if isFirst, !isLast { min(margin, max(0, room)) } else if isLast, !isFirst {
          max(0, room - margin - (number.map { $0.width + em } ?? 0))
        } else { max(0, room / 2) }
      lines.append((formula, x))
    }
    return place(lines, number: number)
  }
}
