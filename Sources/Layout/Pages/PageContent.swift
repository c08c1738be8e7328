import Configuration
import Graphics

/// Puts what a plan says on a page: floats, text, footnotes, in reading order.
struct PageContent {
  private(set) var frame: Frame
  /// Anchors and where they stand, for page numbers.
  private(set) var anchors: [String] = []
  /// Where the text ends, from the top.
  private(set) var end: Points = 0
  private var writer = TaggedContent()
  private let galley: Galley
  private let plan: PagePlan
  private let width: Points
  private let height: Points
  private let floatGap: Points

  init(_ galley: Galley, _ plan: PagePlan, width: Points, height: Points, composer: Composer) {
    self.galley = galley
    self.plan = plan
    self.width = width
    self.height = height
    floatGap = composer.floatGap
    frame = Frame(size: Size(width: width, height: height))
    let top = placeTopFloats()
    decorate(from: top)
    end = placeItems(from: top)
    placeFoot(below: end, rule: composer.style.colors.muted)
    frame.items += writer.finish()
  }

  private mutating func placeTopFloats() -> Points {
    var y: Points = 0
    for float in plan.topFloats {
      place(galley.floats[float].boxes, from: &y)
      y += floatGap
    }
    return y
  }

  private mutating func place(_ boxes: [VerticalBox], from y: inout Points) {
    for box in boxes {
      place(box, at: y)
      y += box.height
    }
  }

  private mutating func place(_ box: VerticalBox, at y: Points) {
    writer.place(box, x: 0, y: y)
    anchors += box.anchors
  }

  // MARK: Text

  /// Calls `body` for each box with its place, and returns where the last one ends.
  private func walk(from top: Points, _ body: (VerticalBox, Points, _ item: Int?) -> Void)
    -> Points
  {
    var y = top
    if let opening = plan.opening {
      for box in galley.carries[opening].after {
        body(box, y, nil)
        y += box.height
      }
    }
    var started = false
    let last = plan.items.last { if case .box = galley.items[$0] { true } else { false } }
    for index in plan.items {
      switch galley.items[index] {
      case .box(let box):
        started = true
        body(box, y, index)
        y += box.height
      case .glue(let glue):
        guard started || glue.isKept else { continue }
        y += glue.natural + (plan.ratio >= 0 ? glue.stretch : glue.shrink) * plan.ratio
      case .float(let float):
        guard plan.inlineFloats.contains(float) else { continue }
        // The gap that the page was planned with stands around it, none of it at the page's ends.
        let isLast = index > last ?? -1
        let above = !started ? 0 : isLast ? floatGap : floatGap / 2
        y += above
        for box in galley.floats[float].boxes {
          body(box, y, nil)
          y += box.height
        }
        y += floatGap - above
        started = true
      case .pageBreak: break
      }
    }
    if let closing = plan.closing {
      for box in galley.carries[closing].before {
        body(box, y, nil)
        y += box.height
      }
    }
    return y
  }

  private mutating func placeItems(from top: Points) -> Points {
    var placed: [(VerticalBox, Points)] = []
    placed.reserveCapacity(plan.items.count)
    let end = walk(from: top) { box, y, _ in placed.append((box, y)) }
    for (box, y) in placed { place(box, at: y) }
    return end
  }

  /// Draws bars and grounds behind the items that they cover, as far as these are on this page.
  private mutating func decorate(from top: Points) {
    let covered = galley.decorations.filter { $0.items.overlaps(plan.items) }
    guard !covered.isEmpty else { return }
    var extents = Array(
      repeating: (start: Points.infinity, end: -Points.infinity), count: covered.count)
    _ = walk(from: top) { box, y, item in
      guard let item else { return }
      for (index, decoration) in covered.enumerated() where decoration.items.contains(item) {
        extents[index].start = min(extents[index].start, y)
        extents[index].end = max(extents[index].end, y + box.height)
      }
    }
    for (decoration, extent) in zip(covered, extents) where extent.end > extent.start {
      writer.place(
        decoration.frame(height: extent.end - extent.start),
        at: Point(x: decoration.x, y: extent.start), tag: .document)
    }
  }

  // MARK: The foot

  private mutating func placeFoot(below end: Points, rule: Color) {
    let notes = plan.notes.flatMap { piece in galley.notes[piece.note].lines[piece.lines] }
    let floats = plan.bottomFloats.flatMap {
      [VerticalBox(space: floatGap)] + galley.floats[$0].boxes
    }
    let footHeight = (notes + floats).reduce(0) { $0 + $1.height }
    guard footHeight > 0 else { return }
    let separator = notes.isEmpty ? 0 : Composer.noteSeparator
    // Feet stand at the bottom of the page; on a page that runs long, right below the text.
    var y = max(end, height - footHeight - separator)
    // Where the text ends early, floats follow it closely.
    var below = plan.isLast ? min(y, end) : y
    place(floats, from: &below)
    guard !notes.isEmpty else { return }
    y = max(below, height - notes.reduce(0) { $0 + $1.height } - separator)
    var line = Frame(size: Size(width: 72, height: 0.4))
    line.fill(Rect(x: 0, y: 0, width: 72, height: 0.4), rule)
    let x = galley.runsRightToLeft ? width - line.width : 0
    writer.place(line, at: Point(x: x, y: y + separator * 0.55), tag: .document)
    y += separator
    place(notes, from: &y)
  }
}
