import Configuration
import Graphics
import Typography

/// Running heads and folios.
struct PageFurniture {
  let style: PageStyle
  let text: TextStyle

  init(_ styles: TextStyles) {
    style = styles.page
    text = styles.label(styles.page.sizes.runningHead, color: styles.page.colors.muted)
  }

  /// - Parameters:
  ///   - head: the running head; nil on the first page of a chapter, which has its folio at the
  ///     foot.
  ///   - label: the page number.
  ///   - isReversed: whether the head stands at the right and the number at the left.
  func frame(
    head: String?, label: String, paper: Size, isReversed: Bool, typesetter: inout Typesetter
  ) -> Frame {
    var frame = Frame(size: paper)
    let folio = typesetter.setLine(ParagraphContent(label, style: text))
    let isUpright = paper == style.paper
    let left = isUpright ? style.textLeft : Points.millimetres(22)
    let width = isUpright ? style.textWidth : paper.width - 2 * left
    guard let head else {
      let bottom = isUpright ? style.textTop + style.textHeight : paper.height - .millimetres(20)
      frame.place(
        folio, x: isReversed ? left : left + width - folio.width, baseline: bottom + 32)
      return frame
    }
    let baseline = (isUpright ? style.textTop : .millimetres(24)) - 22
    frame.place(folio, x: isReversed ? left : left + width - folio.width, baseline: baseline)
    let title = fitted(head, width - folio.width - 24, &typesetter)
    frame.place(title, x: isReversed ? left + width - title.width : left, baseline: baseline)
    return frame
  }

  /// A running head is one line: a long title is cut.
  private func fitted(_ head: String, _ width: Points, _ typesetter: inout Typesetter) -> Frame {
    var words = head.split(separator: " ")
    var line = typesetter.setLine(ParagraphContent(head, style: text))
    while line.width > width, let last = words.popLast() {
      // A single word loses its letters.
      if words.isEmpty, last.count > 1 { words = [last.dropLast()] }
      line = typesetter.setLine(
        ParagraphContent(words.joined(separator: " ") + " …", style: text))
    }
    return line
  }
}
