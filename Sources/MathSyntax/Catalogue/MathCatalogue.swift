/// Every command and environment that formulas may use, each with a formula that shows it: what the
/// table in the documentation is made from.
public enum MathCatalogue {
  public struct Entry: Hashable, Sendable {
    /// As it is named: `\frac`, or an environment's name.
    public var name: String
    /// TeX that uses it; nil when it leaves nothing to see (a definition).
    public var example: String?
    /// Whether the example says more than the name and is shown in its place.
    public var showsExample: Bool
  }

  public struct Group: Hashable, Sendable {
    public var title: String
    /// For file names.
    public var slug: String
    public var entries: [Entry]
  }

  /// In the order of the documentation; every command stands in exactly one group.
  public static let groups: [Group] = {
    var groups: [Group] = []
    func add(_ title: String, _ slug: String, _ entries: [Entry]) {
      groups.append(Group(title: title, slug: slug, entries: entries))
    }
    var byClass: [MathClass: [String]] = [:]
    var greek: [String] = []
    var arrows: [String] = []
    for name in CommandTable.names {
      guard case .symbol(let entry) = CommandTable.meanings[name] else { continue }
      switch entry.scalar.value {
      case 0x370...0x3FF: greek.append(name)
      case 0x2190...0x21FF, 0x27F0...0x27FF, 0x2900...0x297F: arrows.append(name)
      default: byClass[entry.mathClass, default: []].append(name)
      }
    }
    func symbols(_ classes: MathClass...) -> [Entry] {
      classes.flatMap { byClass[$0] ?? [] }.sorted().map { plain($0) }
    }
    add("Greek letters", "greek", greek.map { plain($0) })
    add("Letters and signs", "signs", symbols(.ordinary))
    add("Binary operators", "operators", symbols(.binary))
    add("Relations", "relations", symbols(.relation))
    add("Arrows", "arrows", arrows.map { plain($0) })
    add(
      "Brackets, dots and punctuation", "brackets",
      symbols(.opening, .closing, .inner, .punctuation))
    add(
      "Large operators", "large-operators",
      names { if case .largeOperator = $0 { true } else { false } })
    add("Named operators", "names", names { if case .namedOperator = $0 { true } else { false } })
    for family in ConstructExamples.families {
      add(
        family.title, family.slug,
        family.names.filter { CommandTable.isConstruct($0) }.sorted().map { name in
          guard case .construct(let construct) = CommandTable.meanings[name] else {
            preconditionFailure("'\(name)' is a construct")
          }
          return shown(name, ConstructExamples.example(of: name, construct))
        })
    }
    add(
      "Environments", "environments",
      EnvironmentTable.names.map { name in
        Entry(name: name, example: ConstructExamples.environment(name), showsExample: false)
      })
    let colors = Set(CommandTable.colorCommands.map(\.name))
    let short = CommandTable.names.filter { name in
      if case .macro = CommandTable.meanings[name] { !colors.contains(name) } else { false }
    }
    add("Short forms", "short-forms", short.map { shown($0, ConstructExamples.macro($0)) })
    add("Colours", "colours", colors.sorted().map { shown($0, "\\\($0){x}") })
    add(
      "Signs in words", "words",
      names(isText).map { entry in
        var entry = entry
        let isAccent = CommandTable.textAccent(String(entry.name.dropFirst())) != nil
        entry.example = "\\text{\(entry.name)\(isAccent ? "{a}" : "")}"
        return entry
      })
    add(
      "Definitions", "definitions",
      names { if case .expander = $0 { true } else { false } }.map { entry in
        Entry(name: entry.name, example: nil, showsExample: false)
      })
    return groups
  }()

  private static func isText(_ meaning: CommandMeaning) -> Bool {
    switch meaning {
    case .textSymbol, .textAccent: true
    default: false
    }
  }

  private static func plain(_ name: String) -> Entry {
    Entry(name: "\\" + name, example: "\\" + name, showsExample: false)
  }

  private static func shown(_ name: String, _ example: String) -> Entry {
    Entry(name: "\\" + name, example: example, showsExample: example != "\\" + name)
  }

  private static func names(_ isWanted: (CommandMeaning) -> Bool) -> [Entry] {
    CommandTable.names.filter { CommandTable.meanings[$0].map(isWanted) ?? false }.map { plain($0) }
  }
}
