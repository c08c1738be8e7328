import Graphics
import MathSyntax

/// Sets one display: chooses between one row, broken rows and a smaller size.
struct DisplayLayouter {
  var layouter: MathLayouter
  let context: MathContext
  let rows: DisplayRows
  /// The least factor that a part of the display was brought down by.
  var scale = 1.0

  var width: Points { rows.width }

  init(layouter: MathLayouter, context: MathContext, rows: DisplayRows) {
    self.layouter = layouter
    self.context = context
    self.rows = rows
  }

  mutating func lay(_ list: MathList, number: Frame?) -> MathDisplay {
    var list = list
    var number = number
    if let tag = DisplayTags.takeTag(from: &list) { number = frame(of: tag) }
    if let array = DisplayTags.alignment(list) {
      let rows = lay(array, number: number)
      return MathDisplay(rows: rows, scale: scale)
    }
    let parts = DisplayTags.splitAtLineBreaks(list)
    var result: [MathDisplay.Row] = []
    for (index, part) in parts.enumerated() {
      let isNumbered = index == (rows.side == .right ? parts.count - 1 : 0)
      var set = lay(formula: part, number: isNumbered ? number : nil)
      if index > 0, !set.isEmpty { set[0].gapAbove = rows.jot }
      result += set
    }
    return MathDisplay(rows: result, scale: scale)
  }

  // MARK: One formula

  private mutating func lay(formula list: MathList, number: Frame?) -> [MathDisplay.Row] {
    let atoms = layouter.atoms(list, context)
    let box = layouter.whole(layouter.join(atoms))
    if box.width <= width { return rows.row(frame(box), number: number) }
    let breaker = DisplayBreaker(layouter: layouter, width: width, indent: 2 * context.textSize)
    if let lines = breaker.lines(of: atoms) {
      return rows.place(lines.map { (frame($0.box), $0.x) }, number: number)
    }
    return rows.row(shrunk(list, naturalWidth: box.width), number: number)
  }

  /// The formula at the size that fits.
  mutating func shrunk(_ list: MathList, naturalWidth: Points) -> Frame {
    var factor = width / naturalWidth
    // Lengths in points do not shrink with the size, so a second step may be needed.
    for _ in 0..<3 {
      var smaller = context
      smaller.textSize *= factor
      layouter.baseSize = smaller.textSize
      let box = layouter.whole(layouter.box(list, smaller))
      layouter.baseSize = context.textSize
      if box.width <= width + 0.01 {
        scale = min(scale, factor)
        return frame(box)
      }
      factor *= width / box.width * 0.999
    }
    return scaled(frame(layouter.whole(layouter.box(list, context))))
  }

  mutating func scaled(_ frame: Frame) -> Frame {
    let factor = width / frame.width
    scale = min(scale, factor)
    var result = Frame(
      size: Size(width: width, height: frame.height * factor), baseline: frame.baseline * factor)
    result.items.append(.group(frame, transform: .scale(factor, factor), clip: nil))
    return result
  }

  func frame(_ box: MathBox) -> Frame { box.frame(font: layouter.font.id, links: layouter.links) }

  mutating func frame(of tag: DisplayTags.Tag) -> Frame {
    var text = tag.text
    if tag.isParenthesized {
      text.pieces.insert(.words("(", MathTextFont()), at: 0)
      text.pieces.append(.words(")", MathTextFont()))
    }
    return frame(layouter.layOutText(text, context.with(.text)))
  }
}
