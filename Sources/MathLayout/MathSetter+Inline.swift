public import Graphics
public import MathSyntax

extension MathSetter {
  /// A formula in the middle of text, in pieces that may stand on different lines.
  ///
  /// Breaks come after relations (penalty 500) and binary operators (700) outside of any group, and
  /// where `\allowbreak` says so; the space around them stretches as TeX's does.
  ///
  /// Source: The TeXbook, chapter 18 (page 173) and Appendix G, rule 22.
  public func layOutInline(_ list: MathList, size: Points, color: Color) -> [MathPiece] {
    withLayouter(size: size) { layouter in
      let context = MathContext(style: .text, textSize: size, color: color)
      var list = list
      list.nodes = FlatNodes.withoutBraces(list.nodes)
      let atoms = layouter.atoms(list, context)
      return InlinePieces(layouter: layouter).pieces(of: atoms)
    }
  }
}

/// Cuts a row of atoms into boxes, glue and penalties.
struct InlinePieces {
  static let relationPenalty = 500
  static let binaryPenalty = 700

  let layouter: MathLayouter

  func pieces(of atoms: [MathAtom]) -> [MathPiece] {
    var pieces: [MathPiece] = []
    var row = MathBox()
    var isEmpty = true
    func flush() {
      guard !isEmpty else { return }
      pieces.append(.box(row.frame(font: layouter.font.id, links: layouter.links)))
      row = MathBox()
      isEmpty = true
    }
    var link: Int32 = 0
    func follow(_ next: Int32, isStart: Bool) {
      if link != 0, link != next {
        flush()
        pieces.append(.endLink)
        link = 0
      }
      if isStart, next != 0, link == 0 {
        flush()
        pieces.append(.beginLink(layouter.links[Int(next) - 1]))
        link = next
      }
    }
    let classes = layouter.effectiveClasses(atoms)
    var previous: MathClass?
    for (index, atom) in atoms.enumerated() {
      switch atom.kind {
      case .breakMark(let allowed):
        flush()
        if allowed { pieces.append(.penalty(0)) }
        continue
      case .lineBreak:
        flush()
        pieces.append(.penalty(-10000))
        continue
      case .space, .atom: break
      }
      if let mathClass = classes[index] {
        if let left = previous {
          let glue = AtomSpacing.glue(
            left, mathClass, isScript: atom.context.style.isScript)
          if glue.stretch > 0 || glue.shrink > 0 {
            flush()
            follow(atom.link, isStart: false)
            let unit = layouter.size(atom.context) / 18
            // Before an operator a line does not end.
            if !isBreak(after: left, before: mathClass, pieces) { pieces.append(.penalty(10000)) }
            pieces.append(
              .glue(
                width: glue.width * unit, stretch: glue.stretch * unit,
                shrink: glue.shrink * unit))
          } else {
            row.width += layouter.glueWidth(glue, atom.context)
          }
        }
        previous = mathClass
      }
      follow(atom.link, isStart: true)
      row.append(atom.box)
      row.width += layouter.trailingItalics(atom)
      isEmpty = false
      guard let mathClass = classes[index], index + 1 < atoms.count else { continue }
      let next = classes[(index + 1)...].first { $0 != nil } ?? nil
      if mathClass == .relation, next != .relation, next != nil {
        flush()
        pieces.append(.penalty(Self.relationPenalty))
      } else if mathClass == .binary {
        flush()
        pieces.append(.penalty(Self.binaryPenalty))
      }
    }
    flush()
    follow(0, isStart: false)
    return pieces
  }

  private func isBreak(
    after left: MathClass, before right: MathClass, _ pieces: [MathPiece]
  ) -> Bool {
    if case .penalty(let penalty) = pieces.last { return penalty < 10000 }
    return false
  }
}

/// Lists whose only element is a group or a change of style are opened, so that what is inside can
/// break.
enum FlatNodes {
  static func withoutBraces(_ nodes: [MathNode]) -> [MathNode] {
    guard nodes.count == 1 else { return nodes }
    switch nodes[0].kind {
    case .style(.text, let list), .style(.display, let list):
      return [MathNode(nodes[0].kind, span: list.span)]
    default: return nodes
    }
  }
}
