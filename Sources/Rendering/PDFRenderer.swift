public import Graphics
public import Typography

/// Draws a laid-out document as a tagged PDF 1.7.
///
/// The bytes depend on the document and the font files alone: no clock, no path, no machine.
public struct PDFRenderer: Sendable {
  private let fonts: FontLibrary

  public init(fonts: FontLibrary) { self.fonts = fonts }

  /// - Parameter standard: what the file says it conforms to; the document must have what only its
  ///   author can give, such as alternative texts.
  /// - Returns: the file: subset fonts, outline, links, page labels, metadata, structure tree,
  ///   attachments.
  /// - Throws: `RenderingError` when a C library refuses; mistakes of the author are diagnosed
  ///   before.
  public func render(
    _ document: PagedDocument, standard: PDFStandard? = nil
  ) throws(RenderingError) -> [UInt8] {
    let (bytes, content) = try draw(document)
    return try PDFStructurePass.apply(to: bytes, document, content: content, standard: standard)
  }

  /// Draws a single frame as a one-page PDF of its size: a chart for another document.
  ///
  /// - Parameters:
  ///   - title: of the PDF.
  ///   - description: the alternative text of the whole page.
  public func render(
    _ frame: Frame, title: String, description: String
  ) throws(RenderingError) -> [UInt8] {
    var structure = StructureTree()
    let figure = structure.add(.figure, in: .document, altText: description)
    let content = Frame(
      size: frame.size, items: [.beginTag(figure), .frame(frame, at: .zero), .endTag])
    let page = Page(size: frame.size, content: content, furniture: .empty, label: "1")
    return try render(
      PagedDocument(
        metadata: DocumentMetadata(title: title), pages: [page], outline: [], structure: structure))
  }

  private func draw(
    _ document: PagedDocument
  ) throws(RenderingError) -> (bytes: [UInt8], content: MarkedContent) {
    precondition(!document.pages.isEmpty, "a document has at least one page")
    let surface = try PDFSurface(
      pageSize: document.pages[0].size, created: PDFText.isoTime(document.metadata.date))
    var painter = FramePainter(
      context: surface.context, fonts: CairoFontCache(fonts: fonts),
      images: CairoImageCache(passesJPEG: true, fonts: fonts),
      tags: TagWriter(context: surface.context, structure: document.structure))
    painter.beginDocument()
    let words = DividedWords(in: document)
    for (page, edits) in zip(document.pages, words.edits) {
      surface.beginPage(page.size, label: page.label)
      try painter.paint(page, edits: edits)
      try surface.endPage()
    }
    painter.endDocument()
    surface.addOutline(document.outline)
    let content = painter.tags?.content ?? MarkedContent()
    return (try surface.finish(), content)
  }
}
