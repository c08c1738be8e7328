import Diagnostics

/// Gives images and displayed formulas the braces that follow them.
enum AttributeAttachment {
  static func attach(in pieces: inout [Piece], context: ParseContext) {
    guard pieces.contains(where: \.takesBraces) else { return }
    var i = 0
    while i + 1 < pieces.count {
      defer { i += 1 }
      guard case .text(let run) = pieces[i + 1] else { continue }
      switch pieces[i] {
      case .image(let image, let caption, _):
        guard run.bytes.first == UInt8(ascii: "{"),
          let (attributes, rest) = cut(run, 0, .image, context)
        else { continue }
        pieces[i] = .image(sized(image, attributes), caption: caption, attributes: attributes)
        pieces[i + 1] = .text(rest)
      case .display(var math):
        let blank = run.bytes.prefix { $0 == 0x20 || $0 == 0x0A }.count
        guard blank < run.bytes.count, run.bytes[blank] == UInt8(ascii: "{"),
          let (attributes, rest) = cut(run, blank, .formula, context)
        else { continue }
        math.label = attributes.label
        pieces[i] = .display(math)
        pieces[i + 1] = .text(rest)
      default: continue
      }
    }
    pieces.removeAll { if case .text(let run) = $0 { run.isEmpty } else { false } }
  }

  /// Takes braces off the end of a heading or a caption.
  static func takeTrailing(
    from pieces: inout [Piece], of names: AttributeNames, context: ParseContext
  ) -> Attributes {
    guard case .text(let run)? = pieces.last else { return Attributes() }
    var end = run.bytes.count
    while end > 0, run.bytes[end - 1] == 0x20 || run.bytes[end - 1] == 0x0A { end -= 1 }
    guard end > 0, run.bytes[end - 1] == UInt8(ascii: "}"),
      let start = run.bytes[..<end].lastIndex(of: UInt8(ascii: "{")),
      let (attributes, _) = cut(run.slice(0..<end), start, names, context)
    else { return Attributes() }
    var kept = start
    while kept > 0, run.bytes[kept - 1] == 0x20 || run.bytes[kept - 1] == 0x0A { kept -= 1 }
    pieces.removeLast()
    if kept > 0 { pieces.append(.text(run.slice(0..<kept))) }
    return attributes
  }

  private static func cut(
    _ run: TextRun, _ start: Int, _ names: AttributeNames, _ context: ParseContext
  ) -> (Attributes, TextRun)? {
    let text = run.spanned(0..<run.bytes.count, file: context.file.id)
    guard
      let found = AttributeReader.readBraces(text, at: start, into: &context.diagnostics)
    else {
      warnBareLabel(text, start, context)
      return nil
    }
    names.check(found.attributes, at: text.span(start..<found.end), context)
    var attributes = found.attributes
    if found.words.contains(where: { $0.text == "-" }) { attributes.classes.append("unnumbered") }
    return (attributes, run.slice(found.end..<run.bytes.count))
  }

  /// `{sec-packs}`, which lacks its sign and would be printed.
  private static func warnBareLabel(_ text: SpannedText, _ start: Int, _ context: ParseContext) {
    guard let end = text.bytes[start...].firstIndex(of: UInt8(ascii: "}")) else { return }
    let name = String(decoding: text.bytes[(start + 1)..<end], as: UTF8.self)
    let span = text.span(start..<end + 1)
    guard Label(name, span: span).kind != nil, !name.contains(where: \.isWhitespace) else { return }
    context.diagnostics.append(
      .warning(
        "invalid-attribute", "'{\(name)}' is no label and is printed", at: span,
        help: "write '{#\(name)}'"))
  }

  private static func sized(_ image: ImageReference, _ attributes: Attributes) -> ImageReference {
    var image = image
    if let width = attributes["width"] { image.width = Length(attribute: width) }
    if let height = attributes["height"] { image.height = Length(attribute: height) }
    if let alt = attributes["alt"] { image.alt = alt }
    return image
  }
}

extension Piece {
  fileprivate var takesBraces: Bool {
    switch self {
    case .image, .display: true
    default: false
    }
  }
}
