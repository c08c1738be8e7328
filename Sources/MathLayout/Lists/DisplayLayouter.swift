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
    let parts = DisplayTags.parts(list)
    var result: [MathDisplay.Row] = []
    for (index, part) in parts.enumerated() {
      let isNumbered = index == (rows.side == .right ? parts.count - 1 : 0)
      let own = part.tag.map { frame(of: $0) } ?? (isNumbered ? number : nil)
      var set: [MathDisplay.Row]
      switch part.content {
      case .alignment(let array): set = lay(array, number: own)
      case .formula(let list): set = lay(linesOf: list, number: own)
      }
      guard !set.isEmpty else { continue }
      if let label = part.label { set[0].labels.append(label) }
      if !result.isEmpty { set[0].gapAbove = context.textSize }
      result += set
    }
    return MathDisplay(rows: result, scale: scale)
  }

  /// The rows between `\\`.
  private mutating func lay(linesOf list: MathList, number: Frame?) -> [MathDisplay.Row] {
    let parts = DisplayTags.splitAtLineBreaks(list)
    var result: [MathDisplay.Row] = []
    for (index, part) in parts.enumerated() {
      let isNumbered = index == (rows.side == .right ? parts.count - 1 : 0)
      var set = lay(formula: part, number: isNumbered ? number : nil)
      if index > 0, !set.isEmpty { set[0].gapAbove = rows.jot }
      result += set
    }
    return result
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
    var pieces = tag.text.pieces
    if tag.isParenthesized {
      // In one run with plain words, so that they are kerned and copied as one.
      let plain = MathTextFont()
      if case .words(let words, plain)? = pieces.first {
        pieces[0] = .words("(" + words, plain)
      } else {
        pieces.insert(.words("(", plain), at: 0)
      }
      if case .words(let words, plain)? = pieces.last {
        pieces[pieces.count - 1] = .words(words + ")", plain)
      } else {
        pieces.append(.words(")", plain))
      }
    }
    return frame(layouter.layOutText(MathText(pieces), context.with(.text)))
  }
}
