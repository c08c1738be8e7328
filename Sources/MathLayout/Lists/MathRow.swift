import Graphics

/// A row of boxes that grows to the right, with the regions of the links that its atoms belong to.
struct MathRow {
  private(set) var box = MathBox()
  /// Where a link that is still open began: its number from 1, and its ink; 0 for none.
  private var link: Int32 = 0
  private var linkInk = 0

  init() {}

  /// A row with room for the ink of atoms.
  init(_ atoms: [MathAtom]) {
    box.inks.reserveCapacity(atoms.reduce(0) { $0 + $1.box.inks.count })
  }

  /// White space in front of an atom: part of a link when it stands inside of it.
  mutating func addSpace(_ width: Points, beforeLink next: Int32) {
    if link != 0, link != next { closeLink() }
    box.width += width
  }

  mutating func append(_ atom: MathAtom, trailing: Points) {
    if atom.link != link {
      closeLink()
      if atom.link != 0 { openLink(atom) }
    }
    if link != 0 {
      box.inks[linkInk].reach(atom.box)
    }
    box.append(atom.box)
    box.width += trailing
  }

  /// The row, with every link closed.
  mutating func finish() -> MathBox {
    closeLink()
    return box
  }

  private mutating func openLink(_ atom: MathAtom) {
    link = atom.link
    linkInk = box.inks.count
    box.inks.append(
      MathInk(
        .beginLink(MathInk.Link(number: link)), x: box.width, y: -atom.box.ascent,
        color: atom.context.color))
  }

  private mutating func closeLink() {
    guard link != 0 else { return }
    if case .beginLink(var region) = box.inks[linkInk].shape {
      region.size.width = box.width - box.inks[linkInk].x
      box.inks[linkInk].shape = .beginLink(region)
    }
    box.inks.append(MathInk(.endLink, x: box.width, y: 0, color: box.inks[linkInk].color))
    link = 0
  }
}

extension MathInk {
  /// Makes the region of a link as high as a box in it.
  fileprivate mutating func reach(_ box: MathBox) {
    guard case .beginLink(var region) = shape else { return }
    let bottom = max(y + region.size.height, box.descent)
    y = min(y, -box.ascent)
    region.size.height = bottom - y
    shape = .beginLink(region)
  }
}
