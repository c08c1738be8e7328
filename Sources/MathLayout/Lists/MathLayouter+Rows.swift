import Graphics
import MathSyntax

extension MathLayouter {
  /// Sets atoms side by side with the space that their classes ask for.
  func join(_ atoms: [MathAtom]) -> MathBox {
    if atoms.count == 1, atoms[0].link == 0 { return atoms[0].box }
    var row = MathRow(atoms)
    var previous: MathClass?
    for (atom, mathClass) in zip(atoms, effectiveClasses(atoms)) {
      if let mathClass {
        if let previous {
          let glue = AtomSpacing.glue(
            previous, mathClass, isScript: atom.context.style.isScript)
          row.addSpace(glueWidth(glue, atom.context), beforeLink: atom.link)
        }
        previous = mathClass
      }
      row.append(atom, trailing: trailingItalics(atom))
    }
    var box = row.finish()
    box.topAccent = box.width / 2
    return box
  }

  /// Slanted characters lean into what follows; TeX adds their correction to the width.
  func trailingItalics(_ atom: MathAtom) -> Points {
    atom.box.glyph == nil || atom.mathClass == .largeOperator ? 0 : atom.box.italicsCorrection
  }

  func glueWidth(_ glue: AtomSpacing.Glue, _ context: MathContext) -> Points {
    glue.width * size(context) / 18
  }

  /// The classes of atoms; binary operators that have no operand on one side are ordinary
  /// (The TeXbook, Appendix G, rules 5 and 6).
  func effectiveClasses(_ atoms: [MathAtom]) -> [MathClass?] {
    var classes = atoms.map(\.mathClass)
    var previous: Int?
    for index in classes.indices {
      guard let mathClass = classes[index] else { continue }
      if mathClass == .binary {
        switch previous.map({ classes[$0]! }) {
        case nil, .binary, .largeOperator, .relation, .opening, .punctuation:
          classes[index] = .ordinary
        default: break
        }
      }
      switch mathClass {
      case .relation, .closing, .punctuation:
        if let at = previous, classes[at] == .binary { classes[at] = .ordinary }
      default: break
      }
      previous = index
    }
    if let at = previous, classes[at] == .binary { classes[at] = .ordinary }
    return classes
  }
}
