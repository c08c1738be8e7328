import Markup
import MathSyntax

/// The anchors that the pages of a manuscript will have, known before any is made, so that a link
/// to nowhere is found when it is set.
struct AnchorIndex: ManuscriptWalker, Sendable {
  private(set) var names: Set<String> = []
  /// The numbers of what is labelled, for references inside of formulas.
  private(set) var numbers: [String: String] = [:]

  init(_ chapters: [ResolvedDocument]) { walk(chapters) }

  func contains(_ name: String) -> Bool { names.contains(name) }

  private mutating func add(_ label: Label?, number: String? = nil) {
    guard let label else { return }
    names.insert(label.name)
    numbers[label.name] = number
  }

  private mutating func add(_ math: DisplayMath) {
    add(math.label, number: math.number)
    for entry in EquationNumbering.entries(of: math.math) {
      names.insert(entry.label)
      numbers[entry.label] = entry.number
    }
  }

  mutating func visit(_ block: Block<Resolved>) {
    switch block {
    case .heading(let heading): add(heading.label, number: heading.number)
    case .table(let table): add(table.label, number: table.number)
    case .figure(let figure): add(figure.label, number: figure.number)
    case .code(let code): add(code.attributes.label)
    case .math(let math): add(math)
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
