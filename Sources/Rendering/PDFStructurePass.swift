import Graphics

/// What cairo cannot say in a PDF: libqpdf numbers pages and links for the structure tree and packs
/// everything into object streams; then the tree, language, metadata and attachments are appended.
enum PDFStructurePass {
  static let producer = "Report"

  /// - Parameters:
  ///   - bytes: cairo's PDF of the document.
  ///   - content: what was marked while drawing it.
  static func apply(
    to bytes: consuming [UInt8], _ document: PagedDocument, content: MarkedContent
  ) throws(RenderingError) -> [UInt8] {
    CairoStructure.free(in: &bytes)
    let pdf = try QPDFDocument(bytes)
    try numberPages(of: pdf, content)
    // Cairo's flat tree and dates make way for the real ones.
    pdf.remove("/StructTreeRoot", of: pdf.root)
    pdf.remove("/Info", of: pdf.trailer)
    let packed = try QPDFDocument(try pdf.write())

    var update = try PDFUpdate(to: packed.file, size: packed.size)
    var writer = StructureTreeWriter(
      tree: document.structure, content: content, places: places(in: packed, content),
      language: document.metadata.language)
    let structure = writer.write(to: &update)
    let catalog = try self.catalog(of: packed, document, structure: structure, &update)
    update.replace(packed.number(of: packed.root)) { $0.append(text: catalog) }
    let info = update.add { $0.append(text: self.info(document.metadata)) }
    return try update.finish(trailer: "\(packed.trailerSyntax)/Info \(info) 0 R")
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
      pdf.setName("/Tabs", of: page, to: "/S")
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

  /// The catalog with all that is added to it.
  private static func catalog(
    of pdf: borrowing QPDFDocument, _ document: PagedDocument, structure: Int,
    _ update: inout PDFUpdate
  ) throws(RenderingError) -> String {
    // Not compressed, so that programs that know no PDF find it.
    let packet = update.addStream(
      XMPPacket.bytes(document.metadata, producer: producer),
      dictionary: "/Type/Metadata/Subtype/XML")
    var added =
      "/StructTreeRoot \(structure) 0 R/MarkInfo<</Marked true>>/Metadata \(packet) 0 R"
      + "/Lang\(PDFText.string(document.metadata.language))"
      + "/ViewerPreferences<</DisplayDocTitle true>>"
    let catalog = pdf.root
    if !document.attachments.isEmpty {
      let names = pdf.value("/Names", of: catalog)
      let others = pdf.isNull(names) ? "<<>>" : pdf.syntax(of: names)
      pdf.remove("/Names", of: catalog)
      let files = try attach(document.attachments, to: &update)
      added += "/AF[\(files.map { "\($0.number) 0 R" }.joined(separator: " "))]"
      let tree = files.map { "\(PDFText.string($0.name)) \($0.number) 0 R" }
      added +=
        "/Names\(others.dropLast(2))/EmbeddedFiles<</Names[\(tree.joined(separator: " "))]>>>>"
    }
    for key in ["/MarkInfo", "/Lang"] { pdf.remove(key, of: catalog) }
    let old = pdf.syntax(of: catalog)
    precondition(old.hasSuffix(">>"), "the catalog is a dictionary")
    return "\(old.dropLast(2))\(added)>>"
  }

  /// - Returns: the file specifications, in the order of a name tree: by the bytes of the names.
  private static func attach(
    _ attachments: [Attachment], to update: inout PDFUpdate
  ) throws(RenderingError) -> [(name: String, number: Int)] {
    var files: [(name: String, number: Int)] = []
    let sorted = attachments.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for attachment in sorted {
      let stream = update.addStream(
        try Deflate.compress(attachment.bytes),
        dictionary: "/Type/EmbeddedFile/Subtype\(PDFText.name(attachment.mediaType))"
          + "/Params<</Size \(attachment.bytes.count)>>/Filter/FlateDecode")
      let name = PDFText.string(attachment.name)
      let specification =
        "<</Type/Filespec/F\(name)/UF\(name)/Desc\(PDFText.string(attachment.description))"
        + "/AFRelationship/Data/EF<</F \(stream) 0 R/UF \(stream) 0 R>>>>"
      files.append((attachment.name, update.add { $0.append(text: specification) }))
    }
    return files
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
