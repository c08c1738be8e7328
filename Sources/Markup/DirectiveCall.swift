public import Diagnostics

/// A fenced block whose second word names a directive: what stands there, nothing evaluated.
///
///     ```sql table #tbl-192 place=here
///     --| caption: Methods that keep 192 tokens.
///     SELECT method, average FROM kept
///     ```
public struct DirectiveCall: Sendable {
  /// `sql`, `math` or `report`.
  public var language: String
  /// `query`, `table`, `plot`, `check`, `formula`, …
  public var name: String
  public var nameSpan: SourceSpan
  /// The word after the name without `#`: the name of a query or formula.
  public var argument: Word?
  public var label: Label?
  /// `key=value` pairs of the info string.
  public var attributes: Attributes
  /// The option lines without their comment mark, as one YAML text; empty when there are none.
  public var options: SpannedText
  /// The rest: SQL or TeX.
  public var body: SpannedText
  /// The whole block, fences included.
  public var span: SourceSpan

  public struct Word: Sendable, Equatable {
    public var text: String
    public var span: SourceSpan

    public init(_ text: String, span: SourceSpan) {
      self.text = text
      self.span = span
    }
  }

  public init(
    language: String, name: String, nameSpan: SourceSpan, argument: Word? = nil,
    label: Label? = nil, attributes: Attributes = Attributes(), options: SpannedText,
    body: SpannedText, span: SourceSpan
  ) {
    self.language = language
    self.name = name
    self.nameSpan = nameSpan
    self.argument = argument
    self.label = label
    self.attributes = attributes
    self.options = options
    self.body = body
    self.span = span
  }
}

/// Something inside running text that evaluation replaces.
public enum InlineCall: Sendable {
  /// `[@a; @b, p. 3]`, `@a`, `[-@a]`.
  case citation(CitationCall)
  /// `@fig-a`; also `[text](#fig-a)` stays an ordinary link and is only checked.
  case reference(Label)
  /// `` `{value .2f unit="×"} expression` ``
  case value(ValueCall)
  /// `[1.93×](value:expression)`: content as written, expression to compare with.
  case pinned(content: [Inline<Parsed>], expression: SpannedText, span: SourceSpan)
  /// `[text](<claim:expression>)`
  case claim(content: [Inline<Parsed>], expression: SpannedText, span: SourceSpan)
  /// `` `{check} expression` ``: a verdict in the text.
  case check(expression: SpannedText, span: SourceSpan)
}

public struct ValueCall: Sendable {
  /// `.2f`, empty for the natural form.
  public var format: String
  public var attributes: Attributes
  public var expression: SpannedText
  public var span: SourceSpan

  public init(format: String, attributes: Attributes, expression: SpannedText, span: SourceSpan) {
    self.format = format
    self.attributes = attributes
    self.expression = expression
    self.span = span
  }
}

public struct CitationCall: Sendable {
  public enum Form: Sendable, Equatable {
    /// `[@key]`
    case parenthetical
    /// `@key` in the sentence
    case narrative
    /// `[-@key]`
    case suppressedAuthor
  }

  public struct Item: Sendable, Equatable {
    public var key: String
    /// Text before the key, such as "see".
    public var prefix: String
    /// Text after it, such as "p. 3".
    public var locator: String
    public var span: SourceSpan

    public init(key: String, prefix: String = "", locator: String = "", span: SourceSpan) {
      self.key = key
      self.prefix = prefix
      self.locator = locator
      self.span = span
    }
  }

  public var form: Form
  public var items: [Item]
  public var span: SourceSpan

  public init(form: Form, items: [Item], span: SourceSpan) {
    self.form = form
    self.items = items
    self.span = span
  }
}
