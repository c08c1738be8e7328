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

  /// A part of a display that stands on rows of its own.
  struct Part {
    enum Content {
      case alignment(MathArray)
      case formula(MathList)
    }

    var content: Content
    var tag: Tag?
    var label: String?

    init(_ content: Content, tag: Tag? = nil, label: String? = nil) {
      self.content = content
      self.tag = tag
      self.label = label
    }
  }

  /// The environments that make up a display, one below the other; the formula itself where it is
  /// none.
  static func parts(_ list: MathList) -> [Part] {
    let nodes = list.nodes.filter { node in
      switch node.kind {
      case .space, .label, .tag, .lineBreak: false
      default: true
      }
    }
    let arrays = nodes.compactMap { node in
      if case .array(let array) = node.kind, array.spacing == .display, array.position == .center {
        array
      } else {
        nil as MathArray?
      }
    }
    guard !arrays.isEmpty, arrays.count == nodes.count,
      arrays.count == 1 || arrays.allSatisfy(\.isDisplayEnvironment)
    else { return [Part(.formula(list))] }
    return arrays.flatMap(parts)
  }

  private static func parts(_ array: MathArray) -> [Part] {
    guard array.isDisplayEnvironment, array.rows.count == 1, let row = array.rows.first,
      row.cells.count == 1, row.textAbove == nil, row.linesAbove.isEmpty, array.linesBelow.isEmpty
    else { return [Part(.alignment(array))] }
    switch array.name {
    case "subequations":
      var inside = parts(row.cells[0])
      if inside[0].label == nil { inside[0].label = row.label }
      return inside
    case "equation", "displaymath", "gather", "multline":
      // One formula breaks where it is too wide; rows inside of it share the number.
      var inner = row.cells[0]
      var tag = takeTag(from: &inner)
      if let text = row.tag { tag = Tag(text: text, isParenthesized: row.tagIsParenthesized) }
      var inside = parts(inner)
      guard inside.count == 1 else { return [Part(.alignment(array))] }
      if tag != nil { inside[0].tag = tag }
      if inside[0].label == nil { inside[0].label = row.label }
      return inside
    default: return [Part(.alignment(array))]
    }
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
