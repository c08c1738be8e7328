import Diagnostics
import Languages
import Markup
import MathSyntax

extension EvaluationContext {
  /// Running text with every value, reference and citation in its final words.
  mutating func resolve(_ content: [Inline<Parsed>]) -> [Inline<Resolved>] {
    var out: [Inline<Resolved>] = []
    out.reserveCapacity(content.count)
    for inline in content { resolve(inline, into: &out) }
    return out
  }

  private mutating func resolve(_ inline: Inline<Parsed>, into out: inout [Inline<Resolved>]) {
    switch inline {
    case .text(let text, let span): out.append(.text(text, span))
    case .emphasis(let content, let span): out.append(.emphasis(resolve(content), span))
    case .strong(let content, let span): out.append(.strong(resolve(content), span))
    case .strikethrough(let content, let span): out.append(.strikethrough(resolve(content), span))
    case .underline(let content, let span): out.append(.underline(resolve(content), span))
    case .superscript(let content, let span): out.append(.superscript(resolve(content), span))
    case .subscript(let content, let span): out.append(.subscript(resolve(content), span))
    case .smallCaps(let content, let span): out.append(.smallCaps(resolve(content), span))
    case .keyboard(let content, let span): out.append(.keyboard(resolve(content), span))
    case .highlight(let content, let span): out.append(.highlight(resolve(content), span))
    case .foreign(let language, let content, let span):
      out.append(.foreign(language, resolve(content), span))
    case .code(let code, let span): out.append(.code(code, span))
    case .math(let math):
      checkReferences(in: math.math)
      out.append(.math(math))
    case .link(let link): out.append(resolve(link))
    case .image(let image): out.append(.image(image))
    case .softBreak(let span): out.append(.softBreak(span))
    case .lineBreak(let span): out.append(.lineBreak(span))
    case .footnote(let reference): out.append(.footnote(reference))
    case .anchor(let name, let span): out.append(.anchor(name, span))
    case .traced(let id, let content): out.append(.traced(id, resolve(content)))
    case .embed(let call): out += evaluate(call)
    }
  }

  private mutating func evaluate(_ call: InlineCall) -> [Inline<Resolved>] {
    switch call {
    case .citation(let citation): return cite(citation)
    case .reference(let label): return [reference(to: label)]
    case .value(let value): return self.value(value)
    case .pinned(let content, let expression, let span):
      return pinned(content, expression, span)
    case .claim(let content, let expression, let span):
      return claim(content, expression, span)
    case .check(let expression, let span): return inlineCheck(expression, span)
    }
  }

  /// `\ref` and `\eqref` in a formula name what there is.
  mutating func checkReferences(in math: MathList) {
    for (label, span) in math.references where numbering.labels.target(label)?.number == nil {
      diagnostics.append(.undefinedLabel(label, at: span, in: numbering.labels))
    }
  }

  /// `@fig-a`: the words and number of what it names, linked.
  private mutating func reference(to label: Label) -> Inline<Resolved> {
    guard let target = numbering.labels.target(label.name) else {
      diagnostics.append(.undefinedLabel(label.name, at: label.span, in: numbering.labels))
      return .strong([.text("@\(label.name)", label.span)], label.span)
    }
    return .link(
      Link(
        .anchor(label.name),
        content: [.text(target.referenceText(label.name, words), label.span)],
        span: label.span))
  }

  private mutating func resolve(_ link: Link<Parsed>) -> Inline<Resolved> {
    let content = resolve(link.content)
    guard case .anchor(let name) = link.destination else {
      return .link(
        Link(convert(link.destination), title: link.title, content: content, span: link.span))
    }
    guard let anchor = numbering.labels.anchor(name, in: file) else {
      var problem = Diagnostic.undefinedLabel(name, at: link.span, in: numbering.labels)
      // Only labels with a reserved prefix are certain to be meant for this manuscript.
      if Label(name, span: link.span).kind == nil { problem.severity = .warning }
      diagnostics.append(problem)
      return .underline(content, link.span)
    }
    return .link(Link(.anchor(anchor), title: link.title, content: content, span: link.span))
  }

  private func convert(_ destination: Link<Parsed>.Destination) -> Link<Resolved>.Destination {
    switch destination {
    case .url(let url): .url(url)
    case .anchor(let name): .anchor(name)
    }
  }

  private mutating func cite(_ citation: CitationCall) -> [Inline<Resolved>] {
    for item in citation.items where bibliography[item.key] == nil {
      guard !options.lacksWorks else {
        diagnostics.append(
          .note(
            "faulty-data", "not cited, because the bibliography could not be read",
            at: item.span))
        continue
      }
      diagnostics.append(
        Diagnostic(
          .error, "unknown-citation", "there is no work '\(item.key)' in the bibliography",
          at: item.span,
          help: helpForUnknown(citation: item.key)))
    }
    return bibliography.inlines(citation, words.terms)
  }

  /// The label that is meant by `@tab-wide` or `@wide`, else the nearest work.
  private func helpForUnknown(citation key: String) -> [String] {
    let ending = key.split(separator: "-", maxSplits: 1).last.map { "-" + $0 } ?? key
    let labels = numbering.labels.names.filter {
      Label.Kind(rawValue: String($0.prefix { $0 != "-" })) != nil
    }
    if let label = labels.first(where: { $0.hasSuffix(ending) || $0.hasSuffix("-" + key) }) {
      return ["did you mean the label '@\(label)'?"]
    }
    return Array(
      Diagnostics.helpForUnknown(key, among: bibliography.keys, called: "works").prefix(1))
  }
}
