import Markup

/// The anchors that the pages of a manuscript will have, known before any is made, so that a link
/// to nowhere is found when it is set.
struct AnchorIndex: ManuscriptWalker, Sendable {
  private(set) var names: Set<String> = []
  /// The numbers of displayed formulas by label, for references inside of formulas.
  private(set) var equations: [String: String] = [:]

  init(_ chapters: [ResolvedDocument]) { walk(chapters) }

  func contains(_ name: String) -> Bool { names.contains(name) }

  private mutating func add(_ label: Label?) {
    if let label { names.insert(label.name) }
  }

  mutating func visit(_ block: Block<Resolved>) {
    switch block {
    case .heading(let heading): add(heading.label)
    case .table(let table): add(table.label)
    case .figure(let figure): add(figure.label)
    case .code(let code): add(code.attributes.label)
    case .math(let math):
      add(math.label)
      if let label = math.label, let number = math.number { equations[label.name] = number }
    case .references(let list): for entry in list.entries { names.insert(entry.anchor) }
    default: break
    }
    descend(into: block)
  }

  mutating func visit(_ inline: Inline<Resolved>) {
    if case .anchor(let name, _) = inline { names.insert(name) }
    descend(into: inline)
  }
}
