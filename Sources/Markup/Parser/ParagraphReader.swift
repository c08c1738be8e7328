import Diagnostics

/// Reads a paragraph: running text, or a figure, displayed formulas, or HTML with blocks in it.
struct ParagraphReader {
  let context: ParseContext

  func read(_ node: CmarkNode) -> [Block<Parsed>] {
    var reader = InlineReader(context: context, cursor: context.cursor(over: node))
    return read(reader.pieces(of: node), span: context.span(of: node))
  }

  func read(_ pieces: [Piece], span: SourceSpan) -> [Block<Parsed>] {
    if pieces.count == 1, case .image(let image, let caption, let attributes) = pieces[0] {
      return [.figure(figure(image, caption, attributes, span))]
    }
    if pieces.contains(where: isBlockTag) {
      var builder = HTMLTreeBuilder(context: context)
      for piece in pieces { builder.add(piece) }
      return HTMLReader(context: context, style: .markdown).blocks(builder.finish(), span: span)
    }
    if pieces.contains(where: isDisplay) { return split(pieces, span: span) }
    let content = InlineReader.inlines(pieces, context: context)
    return content.isEmpty ? [] : [.paragraph(Paragraph(content, span: span))]
  }

  private func figure(
    _ image: ImageReference, _ caption: [Inline<Parsed>], _ attributes: Attributes,
    _ span: SourceSpan
  ) -> Figure<Parsed> {
    var placement = Figure<Parsed>.Placement.automatic
    if let place = attributes.values.last(where: { $0.key == "place" }) {
      if let known = Figure<Parsed>.Placement(rawValue: place.value) {
        placement = known
      } else {
        let names = Figure<Parsed>.Placement.allCases.map(\.rawValue)
        context.diagnostics.append(
          Diagnostic(
            .error, "unknown-option", "there is no place '\(place.value)'", at: place.span,
            help: helpForUnknown(place.value, among: names, called: "places")))
      }
    }
    return Figure(
      label: attributes.label, caption: caption, content: .image(image), width: image.width,
      placement: placement, altText: image.alt.isEmpty ? nil : image.alt, span: span)
  }

  /// A displayed formula inside a paragraph ends it; the text after it goes on in the next.
  private func split(_ pieces: [Piece], span: SourceSpan) -> [Block<Parsed>] {
    var out: [Block<Parsed>] = []
    var line: [Piece] = []
    let html = HTMLReader(context: context, style: .markdown)
    func flush() {
      let content = html.trimmed(InlineReader.inlines(line, context: context))
      line = []
      guard let first = content.first else { return }
      let place = content.dropFirst().reduce(first.span ?? span) { $0.union($1.span ?? $0) }
      out.append(.paragraph(Paragraph(content, span: place)))
    }
    for piece in pieces {
      if case .display(let math) = piece {
        flush()
        out.append(.math(math))
      } else {
        line.append(piece)
      }
    }
    flush()
    return out
  }

  private func isDisplay(_ piece: Piece) -> Bool {
    if case .display = piece { true } else { false }
  }

  private func isBlockTag(_ piece: Piece) -> Bool {
    switch piece {
    case .open(let tag), .close(let tag): HTMLNames.block.contains(tag.name)
    default: false
    }
  }
}
