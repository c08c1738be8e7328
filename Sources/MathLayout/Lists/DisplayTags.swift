import MathSyntax

/// What a display's list says about rows and numbers.
enum DisplayTags {
  struct Tag {
    var text: MathText
    var isParenthesized: Bool
  }

  /// Takes `\tag` out of the top of a list.
  static func takeTag(from list: inout MathList) -> Tag? {
    var found: Tag?
    list.nodes.removeAll { node in
      guard case .tag(let text, let parenthesized) = node.kind else { return false }
      if let text { found = Tag(text: text, isParenthesized: parenthesized) }
      return true
    }
    return found
  }

  /// The alignment that makes up the whole display.
  static func alignment(_ list: MathList) -> MathArray? {
    let nodes = list.nodes.filter { node in
      switch node.kind {
      case .space, .label, .tag: false
      default: true
      }
    }
    guard nodes.count == 1, case .array(let array) = nodes[0].kind, array.spacing == .display,
      array.position == .center
    else { return nil }
    return array
  }

  /// The rows between `\\` at the top of a list.
  static func splitAtLineBreaks(_ list: MathList) -> [MathList] {
    var parts: [MathList] = [MathList([], span: list.span)]
    for node in list.nodes {
      if case .lineBreak = node.kind {
        parts.append(MathList([], span: list.span))
      } else {
        parts[parts.count - 1].nodes.append(node)
      }
    }
    let kept = parts.filter { !$0.isEmpty }
    return kept.isEmpty ? [list] : kept
  }
}
