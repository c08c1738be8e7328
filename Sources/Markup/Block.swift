public import Diagnostics
public import MathSyntax

/// A block of a document. Every case carries, directly or in its struct, where it stands.
public indirect enum Block<Stage: DocumentStage>: Sendable {
  case heading(Heading<Stage>)
  case paragraph(Paragraph<Stage>)
  case list(List<Stage>)
  case quote(Container<Stage>)
  case callout(Callout<Stage>)
  case details(Details<Stage>)
  /// `<div align=…>`, `<center>`, `<p align=…>`: blocks set with another alignment.
  case aligned(TextAlignment, Container<Stage>)
  case code(CodeBlock)
  case math(DisplayMath)
  case table(DocumentTable<Stage>)
  case figure(Figure<Stage>)
  /// A thematic break.
  case rule(SourceSpan)
  /// The list of works cited, made by evaluation.
  case references(ReferenceList<Stage>)
  case embed(Stage.BlockEmbed)
}

public enum TextAlignment: String, Sendable, Hashable { case left, center, right, justified }

public struct Paragraph<Stage: DocumentStage>: Sendable {
  public var content: [Inline<Stage>]
  public var span: SourceSpan

  public init(_ content: [Inline<Stage>], span: SourceSpan) {
    self.content = content
    self.span = span
  }
}

public struct Container<Stage: DocumentStage>: Sendable {
  public var blocks: [Block<Stage>]
  public var span: SourceSpan

  public init(_ blocks: [Block<Stage>], span: SourceSpan) {
    self.blocks = blocks
    self.span = span
  }
}

public struct Heading<Stage: DocumentStage>: Sendable {
  /// 1 for chapters to 6.
  public var level: Int
  public var content: [Inline<Stage>]
  /// Given with `{#sec-x}`, else derived from the text as code hosts do; unique in the manuscript
  /// after evaluation.
  public var label: Label?
  /// "2.1", set by evaluation; nil for unnumbered headings.
  public var number: String?
  public var isNumbered: Bool
  public var span: SourceSpan

  public init(
    level: Int, content: [Inline<Stage>], label: Label? = nil, number: String? = nil,
    isNumbered: Bool = true, span: SourceSpan
  ) {
    self.level = level
    self.content = content
    self.label = label
    self.number = number
    self.isNumbered = isNumbered
    self.span = span
  }
}

public struct List<Stage: DocumentStage>: Sendable {
  public enum Kind: Sendable, Equatable { case bullet, ordered(start: Int) }

  public var kind: Kind
  /// Items stand close together.
  public var isTight: Bool
  public var items: [ListItem<Stage>]
  public var span: SourceSpan

  public init(kind: Kind, isTight: Bool, items: [ListItem<Stage>], span: SourceSpan) {
    self.kind = kind
    self.isTight = isTight
    self.items = items
    self.span = span
  }
}

public struct ListItem<Stage: DocumentStage>: Sendable {
  public var blocks: [Block<Stage>]
  /// For task lists: whether it is done.
  public var task: Bool?
  public var span: SourceSpan

  public init(blocks: [Block<Stage>], task: Bool? = nil, span: SourceSpan) {
    self.blocks = blocks
    self.task = task
    self.span = span
  }
}

public struct Callout<Stage: DocumentStage>: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case note, tip, important, warning, caution }

  public var kind: Kind
  /// Empty for the kind's own name.
  public var title: [Inline<Stage>]
  public var blocks: [Block<Stage>]
  public var span: SourceSpan

  public init(kind: Kind, title: [Inline<Stage>] = [], blocks: [Block<Stage>], span: SourceSpan) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
    self.span = span
  }
}

/// HTML `<details>` with its `<summary>`: in print a titled block, always open.
public struct Details<Stage: DocumentStage>: Sendable {
  public var title: [Inline<Stage>]
  public var blocks: [Block<Stage>]
  public var span: SourceSpan

  public init(title: [Inline<Stage>], blocks: [Block<Stage>], span: SourceSpan) {
    self.title = title
    self.blocks = blocks
    self.span = span
  }
}

public struct CodeBlock: Sendable {
  public var language: String?
  /// Without the final newline.
  public var text: String
  public var attributes: Attributes
  public var span: SourceSpan

  public init(
    language: String?, text: String, attributes: Attributes = Attributes(), span: SourceSpan
  ) {
    self.language = language
    self.text = text
    self.attributes = attributes
    self.span = span
  }
}

/// A displayed formula. It is parsed once, by Markup; evaluation adds the numbers, those of rows as
/// their tags.
public struct DisplayMath: Sendable {
  public var tex: SpannedText
  public var math: MathList
  /// `{#eq-a}` after it, or `\label` in it when no row is named by that.
  public var label: Label?
  /// "(4)" or "4.2" without parentheses; nil when not numbered.
  public var number: String?
  public var span: SourceSpan

  public init(
    tex: SpannedText, math: MathList, label: Label? = nil, number: String? = nil, span: SourceSpan
  ) {
    self.tex = tex
    self.math = math
    self.label = label ?? math.label.map { Label($0.name, span: $0.span) }
    self.number = number
    self.span = span
  }
}

public struct Footnote<Stage: DocumentStage>: Sendable {
  public var label: String
  /// From 1 within its chapter's document, in order of first use; set by the parser. Pages
  /// number notes anew, in the order in which they are read.
  public var number: Int
  public var blocks: [Block<Stage>]
  public var span: SourceSpan

  public init(label: String, number: Int, blocks: [Block<Stage>], span: SourceSpan) {
    self.label = label
    self.number = number
    self.blocks = blocks
    self.span = span
  }
}

public struct ReferenceList<Stage: DocumentStage>: Sendable {
  public struct Entry: Sendable {
    /// The anchor that citations link to.
    public var anchor: String
    /// "[7]" or empty for author–year lists.
    public var mark: String
    public var content: [Inline<Stage>]
    /// The anchors where the text cites it.
    public var citations: [String]

    public init(
      anchor: String, mark: String, content: [Inline<Stage>], citations: [String] = []
    ) {
      self.anchor = anchor
      self.mark = mark
      self.content = content
      self.citations = citations
    }
  }

  public var entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }
}
