import Graphics

/// A row with its cells' lines at their places, before it becomes boxes; or several rows that
/// spanning cells hold together.
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

  /// A piece of a row, between whose neighbours a page may end.
  struct Slice {
    var box: VerticalBox
    /// Where it begins within the row.
    var top: Points
    /// Whether it begins a row of its own.
    var startsRow: Bool
  }

  var height: Points
  var lines: [PlacedLine] = []
  /// For rows that are held together, where each but the first begins.
  var joints: [Points] = []

  /// The row as one box, or, when it is tall, as slices between which a page may end.
  ///
  /// - Parameter isTagged: false for repeated headers, which are not read twice.
  func slices(x: Points, width: Points, isTagged: Bool = true, above limit: Points = .infinity)
    -> [Slice]
  {
    let cuts = [0] + (height > limit ? self.cuts : []) + [height]
    var inside = Array(repeating: [PlacedLine](), count: cuts.count - 1)
    for line in lines {
      var slice = cuts.partitioningIndex { $0 > line.top + 0.01 } - 1
      slice = min(max(slice, 0), inside.count - 1)
      inside[slice].append(line)
    }
    let starts = Set(joints)
    return inside.indices.map { index in
      let top = cuts[index]
      var box = VerticalBox(
        frame(
          of: inside[index], from: top, height: cuts[index + 1] - top, width: width,
          isTagged: isTagged), x: x, tag: .document)
      box.notes = inside[index].flatMap(\.notes)
      return Slice(
        box: box, top: top, startsRow: index > 0 && starts.contains(top))
    }
  }

  /// The places where no line stands across: between the rows of the block and between the lines
  /// of a row. The space above a row's first line is never parted from the line.
  private var cuts: [Points] {
    var cuts: [Points] = []
    var reach = -Points.infinity
    var next = 0
    var lastJoint: Points = 0
    let sorted = lines.sorted { $0.top < $1.top }
    let joints = Set(joints)
    for place in (sorted.map(\.top) + joints).sorted() where place > (cuts.last ?? 0) + 1 {
      while next < sorted.count, sorted[next].top < place - 0.01 {
        reach = max(reach, sorted[next].bottom)
        next += 1
      }
      let isJoint = joints.contains(place)
      if isJoint { lastJoint = place }
      guard reach <= place + 0.01, place < height - 1 else { continue }
      if isJoint || lastJoint < reach - 0.01 { cuts.append(place) }
    }
    return cuts
  }

  /// The row as one box.
  func box(x: Points, width: Points, isTagged: Bool = true) -> VerticalBox {
    slices(x: x, width: width, isTagged: isTagged)[0].box
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
      frame.place(
        isTagged ? line.frame : line.frame.withoutTags, x: line.x, baseline: line.baseline - top)
    }
    if open != .document { frame.items.append(.endTag) }
    return frame
  }
}

extension [Points] {
  /// The first index whose element, and all after it, satisfies a predicate.
  fileprivate func partitioningIndex(where belongs: (Points) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
