public import Diagnostics

extension Inline where Stage == Parsed {
  /// Where it stands, for those that know.
  var span: SourceSpan? {
    switch self {
    case .text(_, let span), .emphasis(_, let span), .strong(_, let span),
      .strikethrough(_, let span), .underline(_, let span), .superscript(_, let span),
      .subscript(_, let span), .smallCaps(_, let span), .keyboard(_, let span),
      .highlight(_, let span), .foreign(_, _, let span),
      .code(_, let span), .softBreak(let span), .lineBreak(let span), .anchor(_, let span):
      span
    case .math(let math): math.span
    case .link(let link): link.span
    case .image(let image): image.span
    case .footnote(let reference): reference.span
    case .traced(_, let content): content.first?.span
    case .embed(let call): call.span
    }
  }
}

extension InlineCall {
  /// Where the call stands.
  public var span: SourceSpan {
    switch self {
    case .citation(let call): call.span
    case .reference(let label): label.span
    case .value(let call): call.span
    case .pinned(_, _, let span), .claim(_, _, let span), .check(_, let span): span
    }
  }
}
