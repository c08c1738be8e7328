import Diagnostics

/// `CD`: commutative diagrams of amscd. Rows of objects alternate with rows of vertical arrows.
extension FormulaParser {
  /// The parts of a diagram's row: cells, and arrows after `@`.
  mutating func parseDiagram(openedBy call: MathToken) throws(Diagnostic) -> MathNode {
    let outer = (arrayDepth, fenceDepth)
    (arrayDepth, fenceDepth) = (1, 0)
    defer { (arrayDepth, fenceDepth) = outer }
    source.beginGroup()
    var rows: [MathArray.Row] = []
    var cells: [MathList] = []
    var nodes: [MathNode] = []
    var rowSpan = source.span(of: call)
    func list(_ nodes: [MathNode]) -> MathList { MathList(nodes, span: rowSpan) }
    func finishRow() {
      cells.append(list(nodes))
      nodes = []
      if cells.count > 1 || !cells[0].isEmpty {
        rows.append(MathArray.Row(cells: cells, span: rowSpan))
      }
      cells = []
    }
    while true {
      let token = try source.peekExpandedSkippingSpaces()
      if token.kind == .end || token.isCharacter("}") || token.isCharacter("&") {
        throw token.isCharacter("&") ? unexpected(token) : .unclosedDiagram(at: rowSpan)
      }
      if token.isCommand("end") {
        _ = source.next()
        finishRow()
        let name = try source.argumentTokens(of: token).map(\.text).joined()
        guard name == "CD" else { throw .unclosedDiagram(at: source.span(of: token)) }
        break
      }
      if isRowEnd(token) {
        _ = source.next()
        _ = try rowGap(calledBy: token)
        finishRow()
        continue
      }
      if token.isCharacter("@") {
        _ = source.next()
        rowSpan = source.span(of: token)
        let (arrow, isVertical) = try parseDiagramArrow(after: token)
        let place = MathList(arrow.map { [$0] } ?? [], span: rowSpan)
        if isVertical ?? (cells.count.isMultiple(of: 2) && nodes.isEmpty) {
          // A vertical arrow stands in the column of an object, with an empty one behind it.
          nodes.removeAll()
          cells += [place, list([])]
        } else {
          cells += [list(nodes), place]
          nodes = []
        }
        continue
      }
      if let node = try parseAtom(until: .cell) { nodes.append(node) }
    }
    source.endGroup()
    let count = rows.map(\.cells.count).max() ?? 0
    var array = MathArray(
      name: "CD",
      columns: Array(
        repeating: .init(.center, before: .em(0.25), after: .em(0.25)), count: count),
      rows: rows, cellStyle: .display)
    array.spacing = .diagram
    return MathNode(.array(array), span: source.span(of: call))
  }

  /// `@>a>b>`, `@<<<`, `@AAA`, `@VaVV`, `@=`, `@|`, `@.`; nil for no arrow, whose direction is that
  /// of its row.
  private mutating func parseDiagramArrow(
    after at: MathToken
  ) throws(Diagnostic) -> (MathNode?, isVertical: Bool?) {
    let kind = source.next()
    let place = source.span(of: at)
    switch kind.text {
    case ".": return (nil, nil)
    case "=":
      return (arrow("CD=", "=", MathList(span: place), nil, place), false)
    case "|", "\\|", "\\Vert":
      return (arrow("CD|", "‖", MathList(span: place), nil, place), true)
    case ">", "<", "A", "V", "(", ")":
      let first = try diagramLabel(upTo: kind)
      let second = try diagramLabel(upTo: kind)
      if kind.text == "A" || kind.text == "V" {
        let sign: Unicode.Scalar = kind.text == "A" ? "↑" : "↓"
        return (arrow("CD" + kind.text, sign, first, second, place), true)
      }
      let sign: Unicode.Scalar = kind.text == ">" || kind.text == ")" ? "→" : "←"
      return (arrow("CD" + kind.text, sign, first, second.isEmpty ? nil : second, place), false)
    default: throw .unknownDiagramArrow(kind.text, at: source.span(of: kind))
    }
  }

  private func arrow(
    _ command: String, _ scalar: Unicode.Scalar, _ above: MathList, _ below: MathList?,
    _ place: SourceSpan
  ) -> MathNode {
    MathNode(
      .extensibleArrow(
        ExtensibleArrow(command: command, scalar: scalar, above: above, below: below)),
      span: place)
  }

  private mutating func diagramLabel(upTo mark: MathToken) throws(Diagnostic) -> MathList {
    var nodes: [MathNode] = []
    while true {
      let token = try source.peekExpandedSkippingSpaces()
      if token.matches(mark) {
        _ = source.next()
        return MathList(nodes, span: source.span(of: mark))
      }
      if token.kind == .end || token.isCharacter("}") || isRowEnd(token) || token.isCommand("end")
        || token.isCharacter("&")
      {
        throw .unclosedDiagramArrow(mark.text, at: source.span(of: mark))
      }
      if let node = try parseAtom(until: .cell) { nodes.append(node) }
    }
  }
}

extension Diagnostic {
  fileprivate static func unclosedDiagram(at span: SourceSpan) -> Diagnostic {
    .error("math-environment", "'\\begin{CD}' is not closed", at: span)
  }

  fileprivate static func unknownDiagramArrow(_ text: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-diagram", "'@\(text)' is no arrow of a diagram", at: span,
      help: "arrows are @>>> @<<< @AAA @VVV @= @| and @. for none")
  }

  fileprivate static func unclosedDiagramArrow(_ mark: String, at span: SourceSpan) -> Diagnostic {
    .error("math-diagram", "the arrow needs three '\(mark)'", at: span)
  }
}
