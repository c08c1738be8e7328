import Graphics
import MathSyntax
import Typography

/// Turns math lists into boxes: TeX's `mlist_to_hlist`, with one file per construct.
///
/// A value that works on one formula at a time; `MathSetter` makes it with warm caches.
///
/// Source: The TeXbook, Appendix G; OpenType 1.9, MATH table; Ulrik Vieth, "OpenType math
/// illuminated", for how the two correspond.
struct MathLayouter {
  let font: MathFont
  var glyphs: MathGlyphs
  /// What `\ref` and `\eqref` print for a label.
  var references: [String: String]
  /// The colour of what links lead from; nil for that of the formula.
  var linkColor: Color?
  /// The targets of the links met so far.
  var links: [LinkTarget] = []

  init(
    font: MathFont, glyphs: MathGlyphs, references: [String: String] = [:], linkColor: Color? = nil
  ) {
    self.font = font
    self.glyphs = glyphs
    self.references = references
    self.linkColor = linkColor
  }

  /// Em size in points of a context's style.
  func size(_ context: MathContext) -> Points {
    switch context.style.level {
    case .display, .text: context.textSize
    case .script: context.textSize * font.constants[.scriptPercentScaleDown]
    case .scriptScript: context.textSize * font.constants[.scriptScriptPercentScaleDown]
    }
  }

  func scriptLevel(_ context: MathContext) -> Int {
    max(0, context.style.level.rawValue - MathStyle.Level.text.rawValue)
  }

  /// A constant of the font in points, for a context's style.
  func constant(_ constant: MathConstant, _ context: MathContext) -> Points {
    font.constants[constant] * size(context)
  }

  func axis(_ context: MathContext) -> Points { constant(.axisHeight, context) }

  func points(_ length: MathLength, _ context: MathContext) -> Points {
    switch length.unit {
    case .points: length.value
    case .em: length.value * size(context)
    case .ex: length.value * size(context) * font.face.metrics.xHeight
    case .mu: length.value * size(context) / 18
    }
  }

  // MARK: Lists

  /// A whole list as one box.
  mutating func box(_ list: MathList, _ context: MathContext) -> MathBox {
    if list.nodes.count == 1, let simple = simpleBox(list.nodes[0], context) { return simple }
    return join(atoms(list, context))
  }

  /// A fast way for the commonest lists, a letter or a number.
  private mutating func simpleBox(_ node: MathNode, _ context: MathContext) -> MathBox? {
    switch node.kind {
    case .symbol(let symbol): box(symbol, context)
    case .number(let digits): box(number: digits, context)
    default: nil
    }
  }

  mutating func atoms(_ list: MathList, _ context: MathContext) -> [MathAtom] {
    var atoms: [MathAtom] = []
    atoms.reserveCapacity(list.nodes.count)
    append(list.nodes, context, to: &atoms)
    return atoms
  }

  private mutating func append(
    _ nodes: [MathNode], _ context: MathContext, to atoms: inout [MathAtom]
  ) {
    var index = 0
    while index < nodes.count {
      let end = wordEnd(in: nodes, from: index, context)
      if end > index + 1 {
        atoms.append(atom(.ordinary, word(nodes[index..<end], context), context))
        index = end
      } else {
        append(nodes[index], context, to: &atoms)
        index += 1
      }
    }
  }

  private mutating func append(
    _ node: MathNode, _ context: MathContext, to atoms: inout [MathAtom]
  ) {
    var inner = context
    switch node.kind {
    case .space(let length):
      atoms.append(
        MathAtom(kind: .space, box: .space(points(length, context)), context: context))
    case .breakMark(let allowed):
      atoms.append(MathAtom(kind: .breakMark(allowed: allowed), box: .empty, context: context))
    case .lineBreak:
      atoms.append(MathAtom(kind: .lineBreak, box: .empty, context: context))
    case .tag, .label: break
    // What only changes how its list is set stays open to the spacing around it.
    case .alphabet(let alphabet, let list):
      if alphabet == .boldSymbol { inner.isBold = true } else { inner.alphabet = alphabet }
      append(list.nodes, inner, to: &atoms)
    case .style(let style, let list):
      inner.style = MathStyle(style, isCramped: context.style.isCramped)
      append(list.nodes, inner, to: &atoms)
    case .sized(let factor, let list):
      inner.textSize = baseSize * factor
      append(list.nodes, inner, to: &atoms)
    case .colored(let color, let list):
      inner.color = Color(red: color.red, green: color.green, blue: color.blue)
      append(list.nodes, inner, to: &atoms)
    case .link(let url, let list):
      inner.color = linkColor ?? inner.color
      let first = atoms.count
      append(list.nodes, inner, to: &atoms)
      link(&atoms[first...], to: .url(url))
    case .reference(let label, let parenthesized):
      let isKnown = references[label] != nil
      if isKnown { inner.color = linkColor ?? inner.color }
      let box = layOutReference(label, parenthesized: parenthesized, inner)
      atoms.append(atom(.ordinary, box, inner))
      if isKnown { link(&atoms[(atoms.count - 1)...], to: .anchor(label)) }
    default:
      let (mathClass, box) = nucleus(node, context)
      atoms.append(atom(mathClass, box, context))
    }
  }

  /// Makes atoms the text of a link. The outer one of two links wins.
  private mutating func link(_ atoms: inout ArraySlice<MathAtom>, to target: LinkTarget) {
    links.append(target)
    for index in atoms.indices { atoms[index].link = Int32(links.count) }
  }

  /// The em size that `\normalsize` means.
  var baseSize: Points = 10

  func atom(_ mathClass: MathClass, _ box: MathBox, _ context: MathContext) -> MathAtom {
    MathAtom(kind: .atom(mathClass), box: box, context: context)
  }

  // MARK: Nuclei

  /// One element with its class.
  mutating func nucleus(
    _ node: MathNode, _ context: MathContext
  ) -> (mathClass: MathClass, box: MathBox) {
    switch node.kind {
    case .symbol(let symbol): (symbol.mathClass, box(symbol, context))
    case .number(let digits): (.ordinary, box(number: digits, context))
    case .largeOperator(let sign): (.largeOperator, layOutLargeOperator(sign, context))
    case .operatorName(let name): (.largeOperator, layOutOperatorName(name, context))
    case .scripts(let scripts): layOutScripts(scripts, context)
    case .fraction(let fraction): (.ordinary, layOutFraction(fraction, context))
    case .radical(let degree, let radicand):
      (.ordinary, layOutRadical(degree: degree, radicand: radicand, context))
    case .delimited(let group): (.inner, layOutDelimited(group, context))
    case .accent(let accent): (.ordinary, layOutAccent(accent, context))
    case .overUnder(let mark):
      (mark.takesLabel ? .largeOperator : .ordinary, layOutOverUnder(mark, context))
    case .stack(let stack): (stack.mathClass, layOutStack(stack, context))
    case .extensibleArrow(let arrow): (.relation, layOutExtensibleArrow(arrow, context))
    case .array(let array):
      (
        array.left == nil && array.right == nil ? .ordinary : .inner,
        layOutArray(array, context)
      )
    case .text(let text): (.ordinary, layOutText(text, context))
    case .group(let mathClass, let list): (mathClass, box(list, context))
    case .enclosure(let enclosure, let list):
      (.ordinary, layOutEnclosure(enclosure, list, context))
    case .extent(let change, let list):
      (onlyClass(list), layOutExtent(change, list, context))
    case .raised(let length, let list):
      (.ordinary, box(list, context).lowered(by: -points(length, context)))
    case .centered(let list): (.ordinary, centered(box(list, context), context))
    case .choice(let display, let text, let script, let scriptScript):
      (
        .ordinary,
        box(
          [display, text, script, scriptScript][context.style.level.rawValue], context)
      )
    case .rule(let width, let height, let shift):
      (.ordinary, layOutRule(width: width, height: height, shift: shift, context))
    case .bigDelimiter(let size, let mathClass, let delimiter):
      (mathClass, layOutBigDelimiter(delimiter, size: size, context))
    case .error(let tex): (.ordinary, layOutError(tex, context))
    case .alphabet, .style, .sized, .colored, .link, .reference, .space, .breakMark, .lineBreak,
      .tag, .label:
      joined(node, context)
    }
  }

  private mutating func joined(
    _ node: MathNode, _ context: MathContext
  ) -> (mathClass: MathClass, box: MathBox) {
    let atoms = atoms(MathList([node], span: node.span), context)
    let mathClass = atoms.count == 1 ? atoms[0].mathClass ?? .ordinary : .ordinary
    return (mathClass, join(atoms))
  }

  /// The class of a list of one element.
  func onlyClass(_ list: MathList) -> MathClass {
    switch list.onlyNode?.kind {
    case .symbol(let symbol): symbol.mathClass
    case .largeOperator, .operatorName: .largeOperator
    default: .ordinary
    }
  }

  /// Moves a box so that its middle lies on the axis.
  func centered(_ box: MathBox, _ context: MathContext) -> MathBox {
    box.lowered(by: (box.ascent - box.descent) / 2 - axis(context))
  }
}
