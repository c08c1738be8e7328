import Configuration
import Diagnostics
import Graphics
import Languages
import Markup
import Typography

extension Composer {
  /// A figure with its caption below: at the top or foot of a page near its place, or here.
  mutating func add(_ figure: Figure<Resolved>, in context: BlockContext) {
    let width = figure.width?.points(of: context.width) ?? 0
    if style.columns > 1, context.floats, width > context.width * 1.02 {
      addAcross(figure, width: width, in: context)
      return
    }
    let boxes = boxes(of: figure, in: context)
    guard !boxes.isEmpty else { return }
    let hasFootnotes = boxes.contains { !$0.notes.isEmpty }
    let floats =
      style.floatsFigures && context.floats && mayFloat && figure.placement != .here
      && figure.number != nil
      && !hasFootnotes
    if floats {
      addFloat(boxes, .figure, figure.placement)
    } else {
      if figure.number != nil { holdFloats(.figure, in: context) }
      addSpace(VerticalGlue(rhythm, stretch: 6, shrink: 2))
      for (index, box) in boxes.enumerated() {
        if index > 0 { setBreak(nil) }
        add(box)
      }
      addSpace(VerticalGlue(rhythm, stretch: 6, shrink: 2))
      suppressesIndent = true
    }
  }

  /// A figure wider than its column, at the top of a page across the columns.
  private mutating func addAcross(
    _ figure: Figure<Resolved>, width: Points, in context: BlockContext
  ) {
    var figure = figure
    figure.width = .points(min(width, style.textWidth))
    let boxes = boxes(of: figure, in: acrossContext(context))
    guard !boxes.isEmpty else { return }
    galley.wideFloats.append(
      WideFloat(
        kind: .figure, item: galley.items.count, sectionStart: chapter.sectionStart, boxes: boxes))
  }

  /// The picture with its caption below. In the structure the caption stands beside the picture: in
  /// it, the alternative text would be read in its place.
  private mutating func boxes(
    of figure: Figure<Resolved>, in context: BlockContext
  ) -> [VerticalBox] {
    let hasCaption = figure.number != nil || !figure.caption.isEmpty
    var group = context.parent
    var element = group
    if case .blocks = figure.content {
      group = structure.add(.division, in: context.parent)
      element = group
    } else {
      if hasCaption { group = structure.add(.division, in: context.parent) }
      element = structure.add(.figure, in: group, altText: figure.spokenText)
    }
    var boxes = contentBoxes(of: figure, element, in: context)
    guard !boxes.isEmpty else { return [] }
    if hasCaption {
      let tag = structure.add(.caption, in: group)
      let text = caption(
        styles.terms.figure, number: figure.number, figure.caption, tag: tag, width: context.width)
      boxes.append(VerticalBox(space: 6))
      boxes += setCaption(text, tag: tag, x: context.x, width: context.width, at: figure.span)
    }
    if let anchor = note(
      caption: figure.caption, number: figure.number, label: figure.label, in: .figures)
    {
      boxes[0].anchors.append(anchor)
    }
    return boxes
  }

  /// What stands here does not overtake floats of its kind that are numbered before it.
  mutating func holdFloats(_ kind: FloatingBox.Kind, in context: BlockContext) {
    guard context.block != nil else { return }
    let floats = galley.floats.count { $0.kind == kind }
    let wide = galley.wideFloats.count { $0.kind == kind }
    guard floats + wide > 0 else { return }
    galley.barriers.append(
      Galley.Barrier(kind: kind, item: galley.items.count, floats: floats, wideFloats: wide))
  }

  mutating func addFloat(
    _ boxes: [VerticalBox], _ kind: FloatingBox.Kind, _ placement: Figure<Resolved>.Placement
  ) {
    let place: FloatingBox.Place =
      switch placement {
      case .top: .top
      case .bottom: .bottom
      case .page: .page
      case .automatic, .here: .automatic
      }
    let float = galley.floats.count
    galley.items.append(.float(float))
    // The text may go on elsewhere than the words that announce the float, but not without the
    // heading above.
    if placement == .bottom, !mayBreak {
      setBreak(nil)
    } else {
      setBreak(PageBreak(below: mayBreak ? floatBelowHeading : float))
    }
    galley.floats.append(
      FloatingBox(
        kind: kind, boxes: boxes, place: place, sectionStart: chapter.sectionStart,
        isAfter: kind == .table && style.columns == 1 ? galley.lastInsertion : -1))
  }

  private mutating func contentBoxes(
    of figure: Figure<Resolved>, _ element: StructureID, in context: BlockContext
  ) -> [VerticalBox] {
    let width = figure.width?.points(of: context.width) ?? context.width
    let height = style.textHeight * 0.82
    switch figure.content {
    case .image(let image):
      guard let resource = find(image) else {
        return [placeholder(for: image, element, in: context)]
      }
      var reference = image
      if let asked = figure.width { reference.width = asked }
      let size = size(of: resource, reference, width: context.width, height: height)
      let picture = Frame(
        size: size,
        items: [.image(resource, in: Rect(x: 0, y: 0, width: size.width, height: size.height))])
      return [centred(picture, element, in: context)]
    case .drawing(let drawing):
      do {
        let known = Set(drawingText.faults)
        let drawn = try drawing.drawing(width: width, text: drawingText)
        let frame = drawn.frame
        for fault in drawingText.faults where !known.contains(fault) {
          drawingFaults.append(
            .warning(fault.code, fault.sentence, at: figure.span, help: fault.help))
        }
        for omission in drawn.omissions {
          diagnostics.append(
            .note(
              "labels-not-placed", omission, at: figure.span,
              help: "make the chart wider or higher, or name in 'keep' those that must stand"))
        }
        return [
          centred(
            frame.shrunk(to: Size(width: context.width, height: height)), element, in: context)
        ]
      } catch {
        diagnostics.append(
          .error("drawing-failed", "the figure cannot be drawn: \(error)", at: figure.span))
        return []
      }
    case .blocks(let blocks):
      var inner = context
      inner.parent = element
      inner.floats = false
      inner.block = nil
      return composeApart { $0.add(blocks, in: inner) }
    }
  }

  private func centred(_ frame: Frame, _ tag: StructureID, in context: BlockContext)
    -> VerticalBox
  {
    VerticalBox(frame, x: context.x + (context.width - frame.width) / 2, tag: tag)
  }

  /// In place of an image that is not there: a frame with the alternative text and the address.
  private mutating func placeholder(
    for image: ImageReference, _ tag: StructureID, in context: BlockContext
  ) -> VerticalBox {
    // Words, and no picture.
    structure[tag].role = .paragraph
    structure[tag].altText = nil
    var muted = styles.caption
    muted.color = style.colors.muted
    var content = ParagraphContent()
    content.append(image.alt.isEmpty ? styles.terms[.image] : image.alt, style: muted)
    content.appendLineBreak()
    let isURL = image.source.contains("://")
    if isURL {
      content.beginLink(.url(image.source), structure: structure.add(.link, in: tag))
      muted.color = style.colors.accent
    }
    content.append(image.source, style: muted)
    if isURL { content.endTag() }
    let inset: Points = 12
    let lines = setCaption(
      content, tag: tag, x: inset, width: context.width - 2 * inset, alignment: .center,
      at: image.span)
    var frame = VerticalBox.join(lines, width: context.width)
    let height = frame.height + 2 * inset
    var framed = Frame(size: Size(width: context.width, height: height))
    framed.items.append(
      .path(
        .rect(Rect(x: 0.25, y: 0.25, width: context.width - 0.5, height: height - 0.5)), fill: nil,
        stroke: Stroke(color: style.colors.rule, width: 0.5)))
    frame.baseline = frame.height
    framed.place(frame, at: Point(x: 0, y: inset))
    return VerticalBox(framed, x: context.x, tag: .document)
  }
}

extension Figure<Resolved> {
  /// What a reader who cannot see it is told; empty when nobody said.
  var spokenText: String {
    if let altText { return altText }
    switch content {
    case .image(let image): return image.alt.isEmpty ? caption.plainText() : image.alt
    case .drawing(let drawing): return drawing.altText
    case .blocks: return caption.plainText()
    }
  }
}

extension Frame {
  /// The frame, scaled down when it is larger than a size.
  func shrunk(to most: Size) -> Frame {
    let scale = min(1, most.width / max(width, 1), most.height / max(height, 1))
    guard scale < 0.999 else { return self }
    return Frame(
      size: Size(width: width * scale, height: height * scale),
      items: [.group(self, transform: .scale(scale, scale), clip: nil)])
  }
}
