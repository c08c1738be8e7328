import Configuration
import Diagnostics
import Languages
import Markup

/// What a label names.
struct LabelTarget: Sendable {
  /// Nil for a bare anchor.
  var kind: Label.Kind?
  /// Nil when it has none.
  var number: String?
  /// The words of a heading.
  var title: [Inline<Parsed>]
  /// Of a heading.
  var level: Int
  var isAppendix = false
  var isPart = false
}

/// All labels of a manuscript, and the names that chapters know their own headings by.
struct LabelIndex: Sendable {
  private var targets: [String: (target: LabelTarget, span: SourceSpan)] = [:]
  /// The heading slugs of each file: a plain link `[x](#usage)` means its own chapter's.
  private var localNames: [FileID: [String: String]] = [:]

  /// Adds a label; returns where it was defined before, if it was.
  mutating func define(_ label: Label, _ target: LabelTarget) -> SourceSpan? {
    if let earlier = targets[label.name] { return earlier.span }
    targets[label.name] = (target, label.span)
    return nil
  }

  mutating func addLocalName(_ name: String, for unique: String, in file: FileID) {
    localNames[file, default: [:]][name] = localNames[file]?[name] ?? unique
  }

  func target(_ name: String) -> LabelTarget? { targets[name]?.target }

  /// The manuscript's name for an anchor that a chapter links to, nil when there is none.
  func anchor(_ name: String, in file: FileID) -> String? {
    if let local = localNames[file]?[name] { return local }
    if targets[name] != nil { return name }
    // Code hosts write slugs in lower case; authors do not always.
    let lower = name.lowercased()
    return localNames[file]?[lower] ?? (targets[lower] == nil ? nil : lower)
  }

  var names: [String] { targets.keys.sorted() }

  /// Names of one kind, for the help of an undefined reference.
  func names(of kind: Label.Kind?) -> [String] {
    targets.filter { $0.value.target.kind == kind }.keys.sorted()
  }
}

extension LabelTarget {
  /// "Figure 3", "Section 2.1", "Equation (4)", or the title of what has no number.
  func referenceText(_ label: String, _ words: ChapterWords) -> String {
    guard let number else {
      let title = title.plainText()
      return title.isEmpty ? label : words.quoted(title)
    }
    let terms = words.terms
    let noun =
      switch kind {
      case .figure: terms.figure
      case .table: terms.table
      case .equation: terms.equation
      case .check: terms.check
      case .section, nil:
        level > 1
          ? terms.section : isPart ? terms.part : isAppendix ? terms.appendix : terms.chapter
      }
    return kind == .equation ? "\(noun)\u{A0}(\(number))" : "\(noun)\u{A0}\(number)"
  }
}

extension Diagnostic {
  /// A reference to a label that nothing carries.
  static func undefinedLabel(_ name: String, at span: SourceSpan, in index: LabelIndex)
    -> Diagnostic
  {
    let kind = Label(name, span: span).kind
    var help = helpForUnknown(name, among: index.names, called: "labels").prefix(1)
    if help.first?.hasPrefix("did you mean") != true {
      let same = index.names(of: kind)
      help =
        same.isEmpty || same.count > 24
        ? [] : ["there are " + same.map { "'\($0)'" }.joined(separator: ", ")]
    }
    return Diagnostic(
      .error, "undefined-label", "nothing is labelled '\(name)'", at: span, help: Array(help))
  }
}
