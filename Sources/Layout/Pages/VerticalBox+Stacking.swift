import Graphics

extension VerticalBox {
  /// Boxes without glue between them: each takes the space above it into its own height, and what
  /// stands behind a range of them becomes part of each.
  static func stack(_ items: ContiguousArray<VerticalItem>, decorations: [Decoration])
    -> [VerticalBox]
  {
    var boxes: [VerticalBox] = []
    var space: Points = 0
    for (index, item) in items.enumerated() {
      switch item {
      case .glue(let glue): space += glue.natural
      case .pageBreak, .float: break
      case .box(var box):
        if space != 0 { box.pushDown(by: space) }
        for decoration in decorations.reversed() where decoration.items.contains(index) {
          let isFirst = !items[decoration.items.lowerBound..<index].contains { $0.isBox }
          let top = isFirst ? space : 0
          box.putBehind(decoration.frame(height: box.height - top), x: decoration.x, y: top)
        }
        boxes.append(box)
        space = 0
      }
    }
    return boxes
  }

  private mutating func pushDown(by space: Points) {
    height += space
    first.y += space
    for index in others.indices { others[index].y += space }
  }

  private mutating func putBehind(_ frame: Frame, x: Points, y: Points) {
    others.insert(first, at: 0)
    first = Part(frame: frame, x: x, y: y, tag: .document)
  }

  /// One frame with all boxes below each other, tags included.
  static func join(_ boxes: [VerticalBox], width: Points) -> Frame {
    var frame = Frame(size: Size(width: width, height: boxes.reduce(0) { $0 + $1.height }))
    var writer = TaggedContent()
    var y: Points = 0
    for box in boxes {
      writer.place(box, x: 0, y: y)
      y += box.height
    }
    frame.items = writer.finish()
    return frame
  }
}

extension VerticalItem {
  var isBox: Bool {
    if case .box = self { true } else { false }
  }
}

extension Decoration {
  /// What is drawn over a stretch of a height. A ground reaches beyond it by its padding.
  func frame(height: Points) -> Frame {
    var frame = Frame(size: Size(width: width, height: height))
    switch kind {
    case .bar(let color, let thickness):
      frame.fill(Rect(x: 0, y: 0, width: thickness, height: height), color)
    case .ground(let color, let padding):
      frame.fill(Rect(x: 0, y: -padding, width: width, height: height + 2 * padding), color)
    }
    return frame
  }
}

/// Items of a frame in reading order. A structure element stays open until content of another one
/// comes, so that a paragraph is opened once on a page and not on every line.
struct TaggedContent {
  private(set) var items: [FrameItem] = []
  private var open: StructureID = .document

  mutating func place(_ box: VerticalBox, x: Points, y: Points) {
    place(box.first, x: x, y: y)
    for part in box.others { place(part, x: x, y: y) }
    for anchor in box.anchors { items.append(.anchor(anchor, at: Point(x: x, y: y))) }
  }

  private mutating func place(_ part: VerticalBox.Part, x: Points, y: Points) {
    place(part.frame, at: Point(x: x + part.x, y: y + part.y), tag: part.tag)
  }

  mutating func place(_ frame: Frame, at point: Point, tag: StructureID) {
    guard !frame.items.isEmpty else { return }
    switchTag(to: tag)
    items.append(.frame(frame, at: point))
  }

  private mutating func switchTag(to tag: StructureID) {
    guard tag != open else { return }
    if open != .document { items.append(.endTag) }
    if tag != .document { items.append(.beginTag(tag)) }
    open = tag
  }

  mutating func finish() -> [FrameItem] {
    switchTag(to: .document)
    return items
  }
}
