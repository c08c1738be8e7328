public import Diagnostics
public import MathSyntax

/// Running text of a document.
public indirect enum Inline<Stage: DocumentStage>: Sendable {
  /// Text as printed: entities decoded, quotes and dashes already smart.
  case text(String, SourceSpan)
  case emphasis([Inline<Stage>], SourceSpan)
  case strong([Inline<Stage>], SourceSpan)
  case strikethrough([Inline<Stage>], SourceSpan)
  case underline([Inline<Stage>], SourceSpan)
  case superscript([Inline<Stage>], SourceSpan)
  case `subscript`([Inline<Stage>], SourceSpan)
  case smallCaps([Inline<Stage>], SourceSpan)
  case keyboard([Inline<Stage>], SourceSpan)
  /// `<mark>`: text that the author marks as with a pen.
  case highlight([Inline<Stage>], SourceSpan)
  /// Words of another language (`<span lang="fr">`), by its BCP 47 tag.
  case foreign(String, [Inline<Stage>], SourceSpan)
  case code(String, SourceSpan)
  case math(InlineMath)
  case link(Link<Stage>)
  case image(ImageReference)
  case softBreak(SourceSpan)
  case lineBreak(SourceSpan)
  case footnote(FootnoteReference)
  /// A place that links can name (`<a id=…>`).
  case anchor(String, SourceSpan)
  /// A number or a text with a known origin; the id leads to the provenance record.
  case traced(ProvenanceID, [Inline<Stage>])
  case embed(Stage.InlineEmbed)
}

/// Names a provenance record made by evaluation.
public struct ProvenanceID: Hashable, Sendable {
  public let rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }
}

public struct InlineMath: Sendable {
  public var tex: SpannedText
  public var math: MathList
  public var span: SourceSpan

  public init(tex: SpannedText, math: MathList, span: SourceSpan) {
    self.tex = tex
    self.math = math
    self.span = span
  }
}

public struct Link<Stage: DocumentStage>: Sendable {
  public enum Destination: Hashable, Sendable {
    case url(String)
    /// The anchor of a label (`#fig-a`, `#some-heading`) in this manuscript.
    case anchor(String)
  }

  public var destination: Destination
  public var title: String?
  public var content: [Inline<Stage>]
  public var span: SourceSpan

  public init(
    _ destination: Destination, title: String? = nil, content: [Inline<Stage>], span: SourceSpan
  ) {
    self.destination = destination
    self.title = title
    self.content = content
    self.span = span
  }
}

/// An image by its path or address; loaded by layout.
public struct ImageReference: Sendable, Equatable {
  /// As written. Relative to the chapter's folder, or a URL.
  public var source: String
  public var alt: String
  public var title: String?
  public var width: Length?
  public var height: Length?
  public var span: SourceSpan

  public init(
    source: String, alt: String, title: String? = nil, width: Length? = nil, height: Length? = nil,
    span: SourceSpan
  ) {
    self.source = source
    self.alt = alt
    self.title = title
    self.width = width
    self.height = height
    self.span = span
  }
}

/// A length as authors write it.
public enum Length: Hashable, Sendable {
  case points(Double)
  /// Of the text width, 1 for all of it.
  case fraction(Double)
}

public struct FootnoteReference: Sendable, Equatable {
  public var label: String
  /// Index into the document's `footnotes`.
  public var index: Int
  public var number: Int
  public var span: SourceSpan

  public init(label: String, index: Int, number: Int, span: SourceSpan) {
    self.label = label
    self.index = index
    self.number = number
    self.span = span
  }
}

extension Inline {
  /// The text without marks: for outlines, labels and alternative text. Math gives its TeX.
  public var plainText: String {
    switch self {
    case .text(let text, _), .code(let text, _): text
    case .emphasis(let c, _), .strong(let c, _), .strikethrough(let c, _), .underline(let c, _),
      .superscript(let c, _), .subscript(let c, _), .smallCaps(let c, _), .keyboard(let c, _),
      .highlight(let c, _), .foreign(_, let c, _), .traced(_, let c):
      c.plainText()
    case .math(let math): math.tex.text
    case .link(let link): link.content.plainText()
    case .image(let image): image.alt
    case .softBreak, .lineBreak: " "
    case .footnote, .anchor, .embed: ""
    }
  }
}

extension Array {
  /// The text of a run of inlines without marks.
  public func plainText<Stage: DocumentStage>() -> String where Element == Inline<Stage> {
    reduce(into: "") { $0 += $1.plainText }
  }

  /// The words of a title on one line: pictures in it, such as a logo, only speak when there is
  /// nothing else.
  public func titleText<Stage: DocumentStage>() -> String where Element == Inline<Stage> {
    let words = withoutImages().plainText().collapsed
    return words.isEmpty ? plainText().collapsed : words
  }

  private func withoutImages<Stage: DocumentStage>() -> Self where Element == Inline<Stage> {
    replacing { if case .image = $0 { [] } else { nil } }
  }

  /// The content with some inlines replaced, at every depth.
  ///
  /// - Parameter replacement: what stands for an inline; nil keeps it, and looks into it.
  public func replacing<Stage: DocumentStage>(
    _ replacement: (Inline<Stage>) -> [Inline<Stage>]?
  ) -> Self where Element == Inline<Stage> {
    func inner(_ content: [Inline<Stage>]) -> [Inline<Stage>] { content.replacing(replacement) }
    return flatMap { inline -> [Inline<Stage>] in
      if let other = replacement(inline) { return other }
      switch inline {
      case .emphasis(let c, let span): return [.emphasis(inner(c), span)]
      case .strong(let c, let span): return [.strong(inner(c), span)]
      case .strikethrough(let c, let span): return [.strikethrough(inner(c), span)]
      case .underline(let c, let span): return [.underline(inner(c), span)]
      case .superscript(let c, let span): return [.superscript(inner(c), span)]
      case .subscript(let c, let span): return [.subscript(inner(c), span)]
      case .smallCaps(let c, let span): return [.smallCaps(inner(c), span)]
      case .keyboard(let c, let span): return [.keyboard(inner(c), span)]
      case .highlight(let c, let span): return [.highlight(inner(c), span)]
      case .foreign(let language, let c, let span): return [.foreign(language, inner(c), span)]
      case .traced(let id, let c): return [.traced(id, inner(c))]
      case .link(var link):
        link.content = inner(link.content)
        return [.link(link)]
      case .text, .code, .math, .image, .softBreak, .lineBreak, .footnote, .anchor, .embed:
        return [inline]
      }
    }
  }
}
