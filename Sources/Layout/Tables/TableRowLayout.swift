import Graphics

/// A row with its cells' lines at their places, before it becomes boxes.
struct TableRowLayout {
  struct PlacedLine {
    var frame: Frame
    var x: Points
    /// The line's place within the row: top, bottom and baseline.
    var top, bottom, baseline: Points
    var tag: StructureID
    var notes: [Int] = []
    /// Width of what is printed, without the space after a ragged line.
    var contentWidth: Points = 0
  }

  var height: Points
  var lines: [PlacedLine] = []
  var notes: [Int] = []
  /// Whether cells reach into the next rows, so that the row cannot be cut.
  var reachesDown = false

  /// The row as one box, or, when it is tall, as slices between which a page may end.
  ///
  /// - Parameter isTagged: false for repeated headers, which are not read twice.
  func boxes(x: Points, width: Points, isTagged: Bool = true, sliceAbove limit: Points = .infinity)
    -> [VerticalBox]
  {
    var cuts: [Points] = [0]
    if height > limit, !reachesDown {
      for line in lines.map(\.top).sorted() where line > cuts[cuts.count - 1] + 1 {
        if lines.allSatisfy({ $0.bottom <= line + 0.01 || $0.top >= line - 0.01 }) {
          cuts.append(line)
        }
      }
    }
    cuts.append(height)
    var boxes: [VerticalBox] = []
    for (top, bottom) in zip(cuts, cuts.dropFirst()) {
      let isLast = bottom == height
      let inside = lines.filter { $0.top >= top - 0.01 && ($0.top < bottom - 0.01 || isLast) }
      boxes.append(
        VerticalBox(
          frame(of: inside, from: top, height: bottom - top, width: width, isTagged: isTagged),
          x: x, tag: .document))
    }
    boxes[0].notes = notes
    return boxes
  }

  private func frame(
    of lines: [PlacedLine], from top: Points, height: Points, width: Points, isTagged: Bool
  ) -> Frame {
    var frame = Frame(size: Size(width: width, height: height))
    var open: StructureID = .document
    for line in lines {
      if isTagged, line.tag != open {
        if open != .document { frame.items.append(.endTag) }
        if line.tag != .document { frame.items.append(.beginTag(line.tag)) }
        open = line.tag
      }
      frame.place(line.frame, x: line.x, baseline: line.baseline - top)
    }
    if open != .document { frame.items.append(.endTag) }
    return frame
  }
}
