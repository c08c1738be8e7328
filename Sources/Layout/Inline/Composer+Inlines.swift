import Configuration
import Diagnostics
import Graphics
import Markup
import Typography

/// Where inline content goes and what it inherits.
struct InlineContext: Sendable {
  var style: TextStyle
  /// The element that holds the content: a paragraph, a caption, a cell.
  var parent: StructureID
  /// Images wider than this are scaled down.
  var width: Points
  var isInLink = false
}

extension Composer {
  /// Running text as content for the typesetter.
  mutating func content(
    _ inlines: [Inline<Resolved>], style: TextStyle, parent: StructureID, width: Points
  ) -> ParagraphContent {
    var content = ParagraphContent(directionMark(before: inlines), style: style)
    append(
      inlines, InlineContext(style: style, parent: parent, width: width), to: &content)
    return content
  }

  mutating func append(
    _ inlines: [Inline<Resolved>], _ context: InlineContext, to content: inout ParagraphContent
  ) {
    for inline in inlines { append(inline, context, to: &content) }
  }

  private mutating func append(
    _ inline: Inline<Resolved>, _ context: InlineContext, to content: inout ParagraphContent
  ) {
    var inner = context
    switch inline {
    case .text(let text, _): content.append(breaking: text, style: context.style)
    case .softBreak: content.append(" ", style: context.style)
    case .lineBreak: content.appendLineBreak()
    case .emphasis(let inlines, _):
      inner.style.isItalic.toggle()
      append(inlines, inner, to: &content)
    case .strong(let inlines, _):
      inner.style.weight = context.style.family == .serif ? .bold : .semibold
      append(inlines, inner, to: &content)
    case .strikethrough(let inlines, _):
      inner.style.isStruckThrough = true
      append(inlines, inner, to: &content)
    case .underline(let inlines, _):
      inner.style.isUnderlined = true
      append(inlines, inner, to: &content)
    case .superscript(let inlines, _):
      append(inlines, inner.script(raised: 0.36), to: &content)
    case .subscript(let inlines, _):
      append(inlines, inner.script(raised: -0.16), to: &content)
    case .smallCaps(let inlines, _):
      inner.style.features.insert(.smallCaps)
      append(inlines, inner, to: &content)
    case .keyboard(let inlines, _):
      inner.style = inner.style.monospaced
      append(inlines, inner, to: &content)
    case .highlight(let inlines, _):
      inner.style.ground = style.colors.highlight
      append(inlines, inner, to: &content)
    case .foreign(let language, let inlines, _):
      inner.style.language = language
      inner.parent = inlineElement(.span, in: context.parent)
      structure[inner.parent].language = language
      content.beginTag(inner.parent)
      append(inlines, inner, to: &content)
      content.endTag()
    case .code(let text, _):
      content.append(breaking: text, style: context.style.monospaced)
    case .traced(_, let inlines): append(inlines, inner, to: &content)
    case .anchor(let name, _): content.append(anchor: name)
    case .math(let math): append(math, context, to: &content)
    case .link(let link): append(link, context, to: &content)
    case .image(let image): append(image, context, to: &content)
    case .footnote(let reference): append(reference, context, to: &content)
    }
  }

  private mutating func append(
    _ link: Link<Resolved>, _ context: InlineContext, to content: inout ParagraphContent
  ) {
    guard !context.isInLink, !link.content.isEmpty, let target = target(of: link) else {
      append(link.content, context, to: &content)
      return
    }
    var inner = context
    inner.isInLink = true
    inner.style.color = style.colors.accent
    if link.content.plainText().isAddress { inner.style.hyphenates = false }
    inner.parent = inlineElement(.link, in: context.parent)
    content.beginLink(target, structure: inner.parent)
    append(link.content, inner, to: &content)
    content.endTag()
  }

  /// Where a link leads; nil, with a warning, when nowhere.
  private mutating func target(of link: Link<Resolved>) -> LinkTarget? {
    switch link.destination {
    case .url(let url): return url.isEmpty ? nil : .url(url)
    case .anchor(let name):
      if anchors.contains(name) { return .anchor(name) }
      diagnostics.append(
        .warning("unknown-anchor", "the link leads to '#\(name)', which is nowhere", at: link.span))
      return nil
    }
  }

  /// The raised number, linked to the note, and the mark that tells the page to hold the note.
  private mutating func append(
    _ reference: FootnoteReference, _ context: InlineContext, to content: inout ParagraphContent
  ) {
    let index = chapter.firstNote + reference.index
    guard chapter.footnotes.indices.contains(index) else { return }
    let note = self.note(index)
    var inner = context.script(raised: 0.36)
    inner.style.color = style.colors.accent
    // A mark never begins a line.
    content.append(penalty: 10_000)
    let link = inlineElement(.link, in: inlineElement(.reference, in: context.parent))
    content.beginLink(.anchor(noteAnchor(index)), structure: link)
    content.append(String(chapter.noteNumbers[index]), style: inner.style)
    content.endTag()
    // The note stands once, with its first mark, however often that is set.
    if chapter.noteMarks[index] == nil { chapter.noteMarks[index] = link }
    if chapter.noteMarks[index] == link { content.append(mark: note) }
  }

  /// A structure element within inline content; the same one when the content is built again.
  mutating func inlineElement(
    _ role: StructureRole, in parent: StructureID, altText: String? = nil
  ) -> StructureID {
    if let known = inlineElements.replay.popFirst() { return known }
    let element = structure.add(role, in: parent, altText: altText)
    inlineElements.recorded.append(element)
    return element
  }
}

extension String {
  /// Whether this reads like a path or an address, in which a hyphen would be taken for a part.
  var isAddress: Bool {
    contains("/") && !contains(" ") || hasPrefix("www.") || contains("://")
  }
}

extension ParagraphContent {
  /// Text in which very long words (paths, formulas in plain text, hashes) may be broken: after
  /// punctuation, or, where there is none, every few characters at a high price.
  mutating func append(breaking text: String, style: TextStyle) {
    let limit = 24
    var text = text
    let isPlain = text.withUTF8 { bytes -> Bool in
      var run = 0
      for byte in bytes {
        run = byte == 0x20 || byte == 0x0A || byte >= 0x80 ? 0 : run + 1
        if run > limit { return false }
      }
      return true
    }
    guard !isPlain else {
      append(text, style: style)
      return
    }
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { append(" ", style: style) }
      // The typesetter knows where addresses part.
      let isShort = word.unicodeScalars.count <= limit
      guard !isShort, !(word.contains("://") && word.longestName <= limit) else {
        append(String(word), style: style)
        continue
      }
      var piece = ""
      for character in word {
        piece.append(character)
        let isPunctuation =
          character.isASCII && (character.isPunctuation || "+=|~^".contains(character))
        guard isPunctuation && piece.utf8.count > 2 || piece.utf8.count >= 16 else { continue }
        append(piece, style: style)
        append(penalty: isPunctuation ? 300 : 2000)
        piece = ""
      }
      append(piece, style: style)
    }
  }
}

extension InlineContext {
  /// Superscripts and subscripts: seven tenths of the size, off the baseline.
  func script(raised share: Double) -> InlineContext {
    var inner = self
    inner.style.baselineShift += style.size * share
    inner.style.size *= 0.7
    inner.style.hyphenates = false
    return inner
  }
}

extension TextStyle {
  /// Code in a line of text: the mono face at the size where its x-height meets the text's.
  var monospaced: TextStyle {
    var style = self
    style.family = .mono
    style.size *= 0.84
    style.features = .noLigatures
    style.hyphenates = false
    style.keepsSpaces = false
    return style
  }
}

extension Substring {
  /// The longest stretch without a sign at which addresses part, in bytes.
  fileprivate var longestName: Int {
    utf8.split { "/.-_?&=%#~".utf8.contains($0) }.map(\.count).max() ?? 0
  }
}
