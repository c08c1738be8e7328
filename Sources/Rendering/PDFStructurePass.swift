import Graphics

/// What cairo cannot say in a PDF, added by libqpdf: the structure tree with its attributes,
/// language, metadata, attachments; then packing into object streams.
enum PDFStructurePass {
  static let producer = "Report"

  /// - Parameters:
  ///   - bytes: cairo's PDF of the document.
  ///   - content: what was marked while drawing it.
  static func apply(
    to bytes: [UInt8], _ document: PagedDocument, content: MarkedContent
  ) throws(RenderingError) -> [UInt8] {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    defer { copy.deallocate() }
    _ = copy.initialize(from: bytes)
    let pdf = try QPDFDocument(UnsafeBufferPointer(copy))
    let catalog = pdf.root
    try writeStructure(of: document, content, into: pdf, catalog)
    writeMetadata(document.metadata, into: pdf, catalog)
    attach(document.attachments, to: pdf, catalog)
    return try pdf.write()
  }

  private static func writeStructure(
    of document: PagedDocument, _ content: MarkedContent, into pdf: borrowing QPDFDocument,
    _ catalog: QPDFDocument.Object
  ) throws(RenderingError) {
    guard pdf.pageCount == content.pages.count else {
      throw .structure("\(content.pages.count) pages drawn, \(pdf.pageCount) written")
    }
    var places = StructureTreeWriter.Places(pages: [], annotations: [], root: 0, first: 0)
    var key = content.pages.count
    for (index, drawn) in content.pages.enumerated() {
      let page = pdf.page(index)
      places.pages.append(pdf.number(of: page))
      places.annotations.append(
        try numberAnnotations(of: page, index, drawn.links.count, from: &key, in: pdf))
      pdf.set("/StructParents", of: page, to: "\(index)")
      pdf.set("/Tabs", of: page, to: "/S")
      pdf.release(page)
    }
    let writer = StructureTreeWriter(
      tree: document.structure, content: content, language: document.metadata.language)
    // Forward references need numbers before the objects exist.
    places.root = reserve(in: pdf)
    for index in 0..<writer.objectCount {
      let number = reserve(in: pdf)
      if index == 0 { places.first = number }
      precondition(number == places.first + index, "libqpdf numbers new objects in sequence")
    }
    for (index, text) in writer.objects(places).enumerated() {
      replace(places.first + index, text, in: pdf)
    }
    replace(places.root, writer.root(places), in: pdf)
    pdf.set("/StructTreeRoot", of: catalog, to: "\(places.root) 0 R")
    pdf.set("/MarkInfo", of: catalog, to: "<</Marked true>>")
  }

  private static func reserve(in pdf: borrowing QPDFDocument) -> Int {
    let empty = pdf.parse("<<>>")
    let object = pdf.makeIndirect(empty)
    defer {
      pdf.release(empty)
      pdf.release(object)
    }
    return pdf.number(of: object)
  }

  private static func replace(_ number: Int, _ text: String, in pdf: borrowing QPDFDocument) {
    let object = pdf.parse(text)
    pdf.replace(number: number, with: object)
    pdf.release(object)
  }

  /// Gives the page's annotations their keys in the parent tree.
  /// - Returns: their object numbers.
  private static func numberAnnotations(
    of page: QPDFDocument.Object, _ index: Int, _ expected: Int, from key: inout Int,
    in pdf: borrowing QPDFDocument
  ) throws(RenderingError) -> [Int] {
    guard expected > 0 else { return [] }
    let list = pdf.value("/Annots", of: page)
    defer { pdf.release(list) }
    let count = pdf.count(of: list)
    guard count == expected else {
      throw .structure("page \(index + 1) has \(count) links, \(expected) were drawn")
    }
    var numbers: [Int] = []
    for at in 0..<count {
      let annotation = pdf.item(at, of: list)
      numbers.append(pdf.number(of: annotation))
      pdf.set("/StructParent", of: annotation, to: "\(key)")
      // Printed like the page (ISO 32000-1, 12.5.3).
      pdf.set("/F", of: annotation, to: "4")
      pdf.release(annotation)
      key += 1
    }
    return numbers
  }

  private static func writeMetadata(
    _ metadata: DocumentMetadata, into pdf: borrowing QPDFDocument,
    _ catalog: QPDFDocument.Object
  ) {
    pdf.set("/Lang", of: catalog, to: PDFText.string(metadata.language))
    pdf.set("/ViewerPreferences", of: catalog, to: "<</DisplayDocTitle true>>")
    let packet = pdf.addStream(
      XMPPacket.bytes(metadata, producer: producer),
      dictionary: [("/Type", "/Metadata"), ("/Subtype", "/XML")])
    pdf.set("/Metadata", of: catalog, to: "\(packet) 0 R")
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
    info += "/CreationDate\(date)/ModDate\(date)>>"
    let object = pdf.makeIndirect(pdf.parse(info))
    pdf.set("/Info", of: pdf.trailer, to: object)
  }

  private static func attach(
    _ attachments: [Attachment], to pdf: borrowing QPDFDocument, _ catalog: QPDFDocument.Object
  ) {
    guard !attachments.isEmpty else { return }
    var specifications: [(name: String, number: Int)] = []
    // A name tree is sorted by its keys' bytes.
    for attachment in attachments.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    {
      let stream = pdf.addStream(
        attachment.bytes,
        dictionary: [
          ("/Type", "/EmbeddedFile"), ("/Subtype", PDFText.name(attachment.mediaType)),
          ("/Params", "<</Size \(attachment.bytes.count)>>"),
        ])
      let name = PDFText.string(attachment.name)
      let specification = pdf.makeIndirect(
        pdf.parse(
          "<</Type/Filespec/F\(name)/UF\(name)/Desc\(PDFText.string(attachment.description))"
            + "/AFRelationship/Data/EF<</F \(stream) 0 R/UF \(stream) 0 R>>>>"))
      specifications.append((name, pdf.number(of: specification)))
    }
    let references = specifications.map { "\($0.number) 0 R" }.joined(separator: " ")
    pdf.set("/AF", of: catalog, to: "[\(references)]")
    var names = pdf.value("/Names", of: catalog)
    if pdf.isNull(names) {
      pdf.set("/Names", of: catalog, to: "<<>>")
      names = pdf.value("/Names", of: catalog)
    }
    let pairs = specifications.map { "\($0.name) \($0.number) 0 R" }.joined(separator: " ")
    pdf.set("/EmbeddedFiles", of: names, to: "<</Names[\(pairs)]>>")
  }
}
