import Graphics

/// What cairo cannot say in a PDF, added by libqpdf: the structure tree with its attributes,
/// language, metadata, attachments; then packing into object streams.
enum PDFStructurePass {
  static let producer = "Report"

  /// Numbers of the objects that the catalog must name.
  private struct Additions {
    var structure = 0
    var metadata = 0
    var attachments: [(name: String, number: Int)] = []
  }

  /// - Parameters:
  ///   - bytes: cairo's PDF of the document.
  ///   - content: what was marked while drawing it.
  static func apply(
    to bytes: [UInt8], _ document: PagedDocument, content: MarkedContent
  ) throws(RenderingError) -> [UInt8] {
    let drawn = try QPDFDocument(bytes)
    var places = try survey(drawn, content)
    let root = drawn.number(of: drawn.root)
    var update = try PDFUpdate(to: bytes, size: drawn.size)

    var additions = Additions()
    let writer = StructureTreeWriter(
      tree: document.structure, content: content, language: document.metadata.language)
    (places.root, places.first) = (update.nextNumber, update.nextNumber + 1)
    additions.structure = update.add(writer.root(places))
    for object in writer.objects(places) { update.add(object) }
    additions.metadata = update.addStream(
      XMPPacket.bytes(document.metadata, producer: producer),
      dictionary: "/Type/Metadata/Subtype/XML")
    // A name tree is sorted by its keys' bytes.
    let attachments = document.attachments.sorted {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
    for attachment in attachments { additions.attachments.append(add(attachment, to: &update)) }
    let info = update.add(self.info(document.metadata))

    let pdf = try QPDFDocument(update.finish(root: root, info: info))
    numberPages(of: pdf, content)
    completeCatalog(of: pdf, additions, language: document.metadata.language)
    return try pdf.write()
  }

  /// Finds the objects of pages and links, and that there are as many as were drawn.
  private static func survey(
    _ pdf: borrowing QPDFDocument, _ content: MarkedContent
  ) throws(RenderingError) -> StructureTreeWriter.Places {
    var places = StructureTreeWriter.Places(pages: [], annotations: [], root: 0, first: 0)
    guard pdf.pageCount == content.pages.count else {
      throw .structure("\(content.pages.count) pages drawn, \(pdf.pageCount) written")
    }
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
      let count = pdf.count(of: list)
      guard count == marks.links.count else {
        throw .structure("page \(index + 1) has \(count) links, \(marks.links.count) were drawn")
      }
      places.annotations.append(
        (0..<count).map {
          let annotation = pdf.item($0, of: list)
          defer { pdf.release(annotation) }
          return pdf.number(of: annotation)
        })
    }
    return places
  }

  /// Gives pages and links their keys in the parent tree.
  private static func numberPages(of pdf: borrowing QPDFDocument, _ content: MarkedContent) {
    var key = content.pages.count
    for (index, marks) in content.pages.enumerated() {
      let page = pdf.page(index)
      pdf.set("/StructParents", of: page, to: "\(index)")
      pdf.set("/Tabs", of: page, to: "/S")
      if !marks.links.isEmpty {
        let list = pdf.value("/Annots", of: page)
        for at in marks.links.indices {
          let annotation = pdf.item(at, of: list)
          pdf.set("/StructParent", of: annotation, to: "\(key)")
          // Printed like the page (ISO 32000-1, 12.5.3).
          pdf.set("/F", of: annotation, to: "4")
          pdf.release(annotation)
          key += 1
        }
        pdf.release(list)
      }
      pdf.release(page)
    }
  }

  private static func completeCatalog(
    of pdf: borrowing QPDFDocument, _ additions: Additions, language: String
  ) {
    let catalog = pdf.root
    pdf.set("/StructTreeRoot", of: catalog, toObject: additions.structure)
    pdf.set("/MarkInfo", of: catalog, to: "<</Marked true>>")
    pdf.set("/Lang", of: catalog, to: PDFText.string(language))
    pdf.set("/ViewerPreferences", of: catalog, to: "<</DisplayDocTitle true>>")
    pdf.set("/Metadata", of: catalog, toObject: additions.metadata)
    guard !additions.attachments.isEmpty else { return }
    pdf.set("/AF", of: catalog, to: "[]")
    let associated = pdf.value("/AF", of: catalog)
    var names = pdf.value("/Names", of: catalog)
    if pdf.isNull(names) {
      pdf.set("/Names", of: catalog, to: "<<>>")
      names = pdf.value("/Names", of: catalog)
    }
    pdf.set("/EmbeddedFiles", of: names, to: "<</Names []>>")
    let list = pdf.value("/Names", of: pdf.value("/EmbeddedFiles", of: names))
    for attachment in additions.attachments {
      pdf.append(attachment.number, to: associated)
      pdf.append(pdf.parse(PDFText.string(attachment.name)), to: list)
      pdf.append(attachment.number, to: list)
    }
  }

  private static func add(
    _ attachment: Attachment, to update: inout PDFUpdate
  ) -> (name: String, number: Int) {
    let stream = update.addStream(
      attachment.bytes,
      dictionary: "/Type/EmbeddedFile/Subtype\(PDFText.name(attachment.mediaType))"
        + "/Params<</Size \(attachment.bytes.count)>>")
    let name = PDFText.string(attachment.name)
    let specification = update.add(
      "<</Type/Filespec/F\(name)/UF\(name)/Desc\(PDFText.string(attachment.description))"
        + "/AFRelationship/Data/EF<</F \(stream) 0 R/UF \(stream) 0 R>>>>")
    return (attachment.name, specification)
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
