import Diagnostics
import MathSyntax

/// The nodes of a list that carry meaning, in order: spaces and styles are looked through.
struct NodeCursor {
  private var nodes: [MathNode]
  private var position = 0
  private let listEnd: SourceSpan

  init(_ list: MathList) {
    nodes = []
    listEnd = list.span.slice(Int(list.span.end - list.span.start), Int.max / 2)
    append(list)
  }

  private mutating func append(_ list: MathList) {
    for node in list.nodes {
      switch node.kind {
      case .space, .breakMark, .lineBreak, .tag, .label, .rule, .extent(.phantom, _): continue
      case .style(_, let inner), .sized(_, let inner), .colored(_, let inner),
        .centered(let inner), .raised(_, let inner), .extent(_, let inner),
        .choice(let inner, _, _, _), .link(_, let inner):
        append(inner)
      case .array(let array) where Self.isAlignment(array):
        // The columns and rows of a broken display are one formula.
        for row in array.rows { for cell in row.cells { append(cell) } }
      default: nodes.append(node)
      }
    }
  }

  private static func isAlignment(_ array: MathArray) -> Bool {
    array.left == nil && array.right == nil
      && ["aligned", "align", "split", "gathered", "gather", "multline", "equation", "alignedat"]
        .contains(array.name)
  }

  var node: MathNode? { position < nodes.count ? nodes[position] : nil }
  var atEnd: Bool { position == nodes.count }

  /// The place after the last node that was read.
  var end: SourceSpan {
    if position < nodes.count { return nodes[position].span }
    return nodes.last.map {
      SourceSpan(file: $0.span.file, start: Int($0.span.end), end: Int($0.span.end))
    } ?? listEnd
  }

  mutating func advance() { position += 1 }

  /// The node's character, when it is one of these signs.
  func symbol(in signs: Set<Unicode.Scalar>) -> Unicode.Scalar? {
    guard case .symbol(let symbol) = node?.kind, signs.contains(symbol.scalar),
      !symbol.isNegated
    else { return nil }
    return symbol.scalar
  }

  /// Whether the next node can be a factor of a product.
  var startsFactor: Bool {
    guard let node else { return false }
    switch node.kind {
    case .symbol(let symbol):
      return symbol.mathClass == .opening
        || (symbol.mathClass == .ordinary && symbol.scalar != "|" && symbol.scalar != "/"
          && symbol.scalar != "∕")
    case .scripts(let scripts):
      guard case .symbol(let symbol) = scripts.base?.kind else { return true }
      return symbol.mathClass != .closing && symbol.scalar != "|"
    case .bigDelimiter(_, let mathClass, _): return mathClass == .opening
    case .group(let mathClass, _): return mathClass == .ordinary || mathClass == .inner
    default: return true
    }
  }

  /// Whether a bar stands here: what a bar closes is taken with the one that opens it, so it opens.
  var atBar: Bool { symbol(in: ["|", "∣"]) != nil }

  /// The nodes up to the bracket that closes the one at the cursor, and the closing node with its
  /// scripts; nil when it is not closed. The cursor moves behind the closing node.
  mutating func takeBracketed(closing: Set<Unicode.Scalar>) -> (inner: MathList, close: MathNode)? {
    guard let open = node else { return nil }
    let isBar = closing == ["|"] || closing == ["∣"]
    var depth = 0
    for index in (position + 1)..<max(nodes.count, position + 1) {
      let (scalar, mathClass) = Self.bracket(nodes[index])
      guard let scalar else { continue }
      if depth == 0, closing.contains(scalar) {
        let inner = Array(nodes[(position + 1)..<index])
        let span = SourceSpan(
          file: open.span.file, start: Int(open.span.end), end: Int(nodes[index].span.start))
        position = index + 1
        return (MathList(inner, span: span), nodes[index])
      }
      if mathClass == .opening { depth += 1 }
      if mathClass == .closing, !isBar || depth > 0 { depth -= 1 }
      if depth < 0 { return nil }
    }
    return nil
  }

  private static func bracket(_ node: MathNode) -> (Unicode.Scalar?, MathClass) {
    switch node.kind {
    case .symbol(let symbol): (symbol.scalar, symbol.mathClass)
    case .bigDelimiter(_, let mathClass, let delimiter): (delimiter.scalar, mathClass)
    case .scripts(let scripts): scripts.base.map(bracket) ?? (nil, .ordinary)
    default: (nil, .ordinary)
    }
  }
}
