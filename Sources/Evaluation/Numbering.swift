import Configuration
import Diagnostics
import Markup
import MathSyntax

/// Numbers for what readers are sent to: chapters and sections, figures, tables, equations, checks.
///
/// One walk over the parsed manuscript in reading order, before anything is evaluated, so that a
/// sentence may refer to what comes later. Numbers are kept by the place of the thing; places are
/// unique.
struct Numbering {
  /// "2.1" by the span of a heading; "3" by the span of a figure, table, display or directive.
  private(set) var numbers: [SourceSpan: String] = [:]
  /// The labels of headings, made unique over the manuscript.
  private(set) var headingLabels: [SourceSpan: Label] = [:]
  /// Displays whose rows are numbered, by their span.
  private(set) var formulas: [SourceSpan: MathList] = [:]
  private(set) var labels = LabelIndex()
  private(set) var diagnostics = DiagnosticList()

  private let numbersHeadings: Bool
  private let partNumbers: PartNumbers
  private var part = 0
  private var chapter = 0
  private var appendix = 0
  private var sections = [0, 0, 0]
  private var counts: [Label.Kind: Int] = [:]
  /// Prefix of the section numbers: the chapter's number or letter; nil in unnumbered chapters.
  private var chapterNumber: String?

  init(numbersHeadings: Bool, partNumbers: PartNumbers = .roman) {
    self.numbersHeadings = numbersHeadings
    self.partNumbers = partNumbers
  }

  mutating func number(_ chapters: [ParsedDocument]) {
    for (index, document) in chapters.enumerated() {
      if index == 0 || !document.continuesChapter {
        sections = [0, 0, 0]
        chapterNumber = nil
      }
      number(document.blocks, in: document)
      for note in document.footnotes { number(note.blocks, in: document) }
    }
  }

  private mutating func number(_ blocks: [Block<Parsed>], in document: ParsedDocument) {
    for block in blocks { number(block, in: document) }
  }

  private mutating func number(_ block: Block<Parsed>, in document: ParsedDocument) {
    switch block {
    case .heading(let heading): number(heading, in: document)
    case .paragraph(let paragraph): collectAnchors(paragraph.content, in: document)
    case .list(let list): for item in list.items { number(item.blocks, in: document) }
    case .quote(let container): number(container.blocks, in: document)
    case .callout(let callout): number(callout.blocks, in: document)
    case .details(let details): number(details.blocks, in: document)
    case .aligned(_, let container): number(container.blocks, in: document)
    case .math(let math): number(math, in: document)
    case .table(let table):
      if table.label != nil || !table.caption.isEmpty {
        assign(.table, table.label, at: table.span, in: document)
      }
    case .figure(let figure):
      if figure.label != nil || !figure.caption.isEmpty {
        assign(.figure, figure.label, at: figure.span, in: document)
      }
      if case .blocks(let blocks) = figure.content { number(blocks, in: document) }
    case .embed(let call):
      if let kind = DirectiveRegistry.directive(named: call.name)?.numberedAs,
        call.label != nil || kind == .table || kind == .figure
      {
        assign(kind, call.label, at: call.span, in: document)
      }
    case .code, .rule, .references: break
    }
  }

  /// Numbers a thing in its own sequence and records its label.
  private mutating func assign(
    _ kind: Label.Kind, _ label: Label?, at span: SourceSpan, in document: ParsedDocument
  ) {
    counts[kind, default: 0] += 1
    let number = String(counts[kind] ?? 0)
    numbers[span] = number
    if let label { name(label, kind, number, in: document) }
  }

  private mutating func name(
    _ label: Label, _ kind: Label.Kind, _ number: String, in document: ParsedDocument
  ) {
    if let expected = label.kind, expected != kind {
      diagnostics.append(.wrongPrefix(label, thing: kind))
    }
    define(label, LabelTarget(kind: kind, number: number, title: [], level: 0), in: document)
  }

  /// A display: numbered when it is labelled, or row by row when it is an environment.
  private mutating func number(_ math: DisplayMath, in document: ParsedDocument) {
    let numbering = EquationNumbering(math.math, hasLabel: math.label != nil) {
      counts[.equation, default: 0] += 1
      return String(counts[.equation] ?? 0)
    }
    if !math.math.displayArrays.isEmpty { formulas[math.span] = numbering.math }
    if let label = math.label, let number = numbering.labelNumber {
      numbers[math.span] = number
      name(label, .equation, number, in: document)
    }
    for entry in numbering.entries {
      name(Label(entry.label, span: entry.span), .equation, entry.number, in: document)
    }
  }

  private mutating func number(_ heading: Heading<Parsed>, in document: ParsedDocument) {
    let number = headingNumber(heading, in: document)
    if let number { numbers[heading.span] = number }
    guard let label = heading.label else { return }
    var unique = label
    if label.kind == nil {
      // Labels that the parser derived from the text may repeat in another chapter.
      var suffix = 0
      while labels.target(unique.name) != nil {
        suffix += 1
        unique.name = "\(label.name)-\(suffix)"
      }
    }
    headingLabels[heading.span] = unique
    define(
      unique,
      LabelTarget(
        kind: .section, number: number, title: heading.content, level: heading.level,
        isAppendix: document.frontMatter.isAppendix, isPart: document.frontMatter.isPart),
      in: document)
    labels.addLocalName(label.name, for: unique.name, in: document.file)
  }

  private mutating func headingNumber(
    _ heading: Heading<Parsed>, in document: ParsedDocument
  ) -> String? {
    guard numbersHeadings, heading.isNumbered, document.frontMatter.isNumbered else {
      if heading.level == 1 { chapterNumber = nil }
      return nil
    }
    if heading.level == 1 {
      sections = [0, 0, 0]
      if document.frontMatter.isPart {
        part += 1
        chapterNumber = nil
        return partNumbers.text(part)
      }
      if document.frontMatter.isAppendix {
        appendix += 1
        chapterNumber = PartNumbers.letters.text(appendix)
      } else {
        chapter += 1
        chapterNumber = String(chapter)
      }
      return chapterNumber
    }
    // Below the third level a number would be longer than its title.
    guard heading.level <= 3, let chapterNumber else { return nil }
    let depth = heading.level - 2
    sections[depth] += 1
    for deeper in (depth + 1)..<sections.count { sections[deeper] = 0 }
    return ([chapterNumber] + sections[0...depth].map(String.init)).joined(separator: ".")
  }

  private mutating func define(_ label: Label, _ target: LabelTarget, in document: ParsedDocument) {
    if let earlier = labels.define(label, target) {
      diagnostics.append(
        Diagnostic(
          .error, "duplicate-label", "the label '\(label.name)' is used twice", at: label.span,
          related: [.init(message: "it is first defined here", span: earlier)]))
    }
  }

  /// `<a id=…>` can be linked to as well.
  private mutating func collectAnchors(_ content: [Inline<Parsed>], in document: ParsedDocument) {
    for inline in content {
      if case .anchor(let name, let span) = inline, labels.target(name) == nil {
        define(
          Label(name, span: span), LabelTarget(kind: nil, number: nil, title: [], level: 0),
          in: document)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func wrongPrefix(_ label: Label, thing: Label.Kind) -> Diagnostic {
    .error(
      "label-prefix", "the label '\(label.name)' stands on \(thing.article)", at: label.span,
      help: "begin it with '\(thing.rawValue)-'")
  }
}

extension PartNumbers {
  /// The number of the part with this count from 1.
  fileprivate func text(_ count: Int) -> String? {
    switch self {
    case .roman: RomanNumeral.lowercase(count).uppercased()
    case .letters: LetterNumeral.lowercase(count).uppercased()
    case .arabic: String(count)
    case .none: nil
    }
  }
}

extension Label.Kind {
  fileprivate var article: String {
    switch self {
    case .figure: "a figure"
    case .table: "a table"
    case .equation: "an equation"
    case .section: "a section"
    case .check: "a check"
    }
  }
}
