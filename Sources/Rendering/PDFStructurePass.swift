import Graphics

/// What cairo cannot say in a PDF: first libqpdf adds language, metadata and attachments, numbers
/// pages and links for the structure tree, and packs everything into object streams; then the tree
/// is appended.
enum PDFStructurePass {
  static let producer = "Report"

  /// - Parameters:
  ///   - bytes: cairo's PDF of the document.
  ///   - content: what was marked while drawing it.
  static func apply(
    to bytes: [UInt8], _ document: PagedDocument, content: MarkedContent
  ) throws(RenderingError) -> [UInt8] {
    let pdf = try QPDFDocument(bytes)
    try numberPages(of: pdf, content)
    completeCatalog(of: pdf, document.metadata)
    attach(document.attachments, to: pdf)
    let packed = try QPDFDocument(try pdf.write())

    var update = try PDFUpdate(to: packed.file, size: packed.size)
    var writer = StructureTreeWriter(
      tree: document.structure, content: content, places: places(in: packed, content),
      language: document.metadata.language)
    let root = writer.write(to: &update)
    let catalog = packed.syntax(of: packed.root)
    precondition(catalog.hasSuffix(">>"), "the catalog is a dictionary")
    update.replace(packed.number(of: packed.root)) {
      $0.append(text: "\(catalog.dropLast(2))/StructTreeRoot \(root) 0 R>>")
    }
    return try update.finish(trailer: packed.trailer)
  }

  /// Gives pages and links their keys in the parent tree.
  ///
  /// - Throws: when there are not as many as were drawn.
  private static func numberPages(
    of pdf: borrowing QPDFDocument, _ content: MarkedContent
  ) throws(RenderingError) {
    guard pdf.pageCount == content.pages.count else {
      throw .structure("\(content.pages.count) pages drawn, \(pdf.pageCount) written")
    }
    var key = content.pages.count
    for (index, marks) in content.pages.enumerated() {
      let page = pdf.page(index)
      defer { pdf.release(page) }
      pdf.set("/StructParents", of: page, toNumber: index)
      pdf.set("/Tabs", of: page, to: "/S")
      guard !marks.links.isEmpty else { continue }
      let list = pdf.value("/Annots", of: page)
      defer { pdf.release(list) }
      let count = pdf.count(of: list)
      guard count == marks.links.count else {
        throw .structure("page \(index + 1) has \(count) links, \(marks.links.count) were drawn")
      }
      for at in marks.links.indices {
        let annotation = pdf.item(at, of: list)
        pdf.set("/StructParent", of: annotation, toNumber: key)
        // Printed like the page (ISO 32000-1, 12.5.3).
        pdf.set("/F", of: annotation, toNumber: 4)
        pdf.release(annotation)
        key += 1
      }
    }
  }

  private static func completeCatalog(
    of pdf: borrowing QPDFDocument, _ metadata: DocumentMetadata
  ) {
    let catalog = pdf.root
    // Cairo's flat tree makes way for the real one.
    pdf.remove("/StructTreeRoot", of: catalog)
    pdf.set("/MarkInfo", of: catalog, to: "<</Marked true>>")
    pdf.set("/Lang", of: catalog, to: PDFText.string(metadata.language))
    pdf.set("/ViewerPreferences", of: catalog, to: "<</DisplayDocTitle true>>")
    let packet = pdf.makeStream(
      XMPPacket.bytes(metadata, producer: producer),
      dictionary: [("/Type", "/Metadata"), ("/Subtype", "/XML")])
    pdf.set("/Metadata", of: catalog, to: packet)
    pdf.setInfo(info(metadata))
  }

  private static func attach(_ attachments: [Attachment], to pdf: borrowing QPDFDocument) {
    guard !attachments.isEmpty else { return }
    let catalog = pdf.root
    let associated = pdf.parse("[]")
    let list = pdf.parse("[]")
    // A name tree is sorted by its keys' bytes.
    let sorted = attachments.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for attachment in sorted {
      let stream = pdf.makeStream(
        attachment.bytes,
        dictionary: [
          ("/Type", "/EmbeddedFile"), ("/Subtype", PDFText.name(attachment.mediaType)),
          ("/Params", "<</Size \(attachment.bytes.count)>>"),
        ])
      let name = PDFText.string(attachment.name)
      let files = pdf.parse("<<>>")
      pdf.set("/F", of: files, to: stream)
      pdf.set("/UF", of: files, to: stream)
      let specification = pdf.parse(
        "<</Type/Filespec/F\(name)/UF\(name)/Desc\(PDFText.string(attachment.description))"
          + "/AFRelationship/Data>>")
      pdf.set("/EF", of: specification, to: files)
      let object = pdf.makeIndirect(specification)
      pdf.append(object, to: associated)
      pdf.append(pdf.parse(name), to: list)
      pdf.append(object, to: list)
    }
    pdf.set("/AF", of: catalog, to: associated)
    var names = pdf.value("/Names", of: catalog)
    if pdf.isNull(names) {
      names = pdf.parse("<<>>")
      pdf.set("/Names", of: catalog, to: names)
    }
    let tree = pdf.parse("<<>>")
    pdf.set("/Names", of: tree, to: list)
    pdf.set("/EmbeddedFiles", of: names, to: tree)
  }

  /// The objects of pages and links, as libqpdf has numbered them.
  private static func places(
    in pdf: borrowing QPDFDocument, _ content: MarkedContent
  ) -> StructureTreeWriter.Places {
    var places = StructureTreeWriter.Places(pages: [], annotations: [])
    for (index, marks) in content.pages.enumerated() {
      let page = pdf.page(index)
      defer { pdf.release(page) }
      places.pages.append(pdf.number(of: page))
      guard !marks.links.isEmpty else {
        places.annotations.append([])
        continue
      }
      let list = pdf.value("/Annots", of: page)
      defer { pdf.release(list) }
      places.annotations.append(
        marks.links.indices.map {
          let annotation = pdf.item($0, of: list)
          defer { pdf.release(annotation) }
          return pdf.number(of: annotation)
        })
    }
    return places
  }

  private static func info(_ metadata: DocumentMetadata) -> String {
    let date = PDFText.string(PDFText.date(metadata.date))
    var info = "<</Title\(PDFText.string(metadata.title))"
    if !metadata.authors.isEmpty {
      info += "/Author" + PDFText.string(metadata.authors.joined(separator: ", "))
    }
    if let subject = metadata.subject { info += "/Subject" + PDFText.string(subject) }
    if !metadata.keywords.isEmpty {
      info += "/Keywords" + PDFText.string(metadata.keywords.joined(separator: ", "))
    }
    info += "/Creator\(PDFText.string(producer))/Producer\(PDFText.string(producer))"
    return info + "/CreationDate\(date)/ModDate\(date)>>"
  }
}
