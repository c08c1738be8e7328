import Graphics
import Typography

/// What cairo cannot say in a PDF: the real structure tree, language, metadata and attachments.
/// Pages and links are numbered for the tree, and everything is packed into object streams.
enum PDFStructurePass {
  static let producer = "Report"

  /// - Parameters:
  ///   - bytes: cairo's PDF of the document.
  ///   - content: what was marked while drawing it.
  ///   - standard: what the file is to conform to.
  static func apply(
    to bytes: consuming [UInt8], _ document: PagedDocument, content: MarkedContent,
    standard: PDFStandard?
  ) throws(RenderingError) -> [UInt8] {
    let drawn = try plain(bytes)
    let places = try places(in: drawn, content)
    var file = PDFWriter(copying: drawn)
    try markArtifacts(of: drawn, in: &file)
    try spellLigatures(of: drawn, in: &file)
    mapGlyphs(of: drawn, in: &file)
    number(places, content, document, of: drawn, in: &file)
    var writer = StructureTreeWriter(document: document, content: content, places: places)
    let structure = writer.write(to: &file)
    writeCatalog(
      of: drawn, document, structure: structure, standard: standard, to: &file)
    let info = file.add { $0.append(text: self.info(document.metadata)) }
    return file.finish(trailer: "/Root \(drawn.root) 0 R/Info \(info) 0 R")
  }

  /// Cairo 1.16 writes a plain file; what another version writes libqpdf makes plain.
  private static func plain(_ bytes: [UInt8]) throws(RenderingError) -> PlainPDF {
    if let file = PlainPDF(bytes) { return file }
    guard let file = PlainPDF(try QPDFDocument(bytes).write()) else {
      throw .structure("not a plain file")
    }
    return file
  }

  /// The objects of pages and links.
  ///
  /// - Throws: when there are not as many as were drawn.
  private static func places(
    in file: PlainPDF, _ content: MarkedContent
  ) throws(RenderingError) -> StructureTreeWriter.Places {
    guard file.pages.count == content.pages.count else {
      throw .structure("\(content.pages.count) pages drawn, \(file.pages.count) written")
    }
    let annotations = file.bytes.withUnsafeBufferPointer { bytes in
      file.pages.map { page in
        file.dictionary(page, bytes)?.value("/Annots", in: bytes)
          .map { PDFDictionary.references(bytes, $0) } ?? []
      }
    }
    for (index, marks) in content.pages.enumerated()
    where annotations[index].count != marks.links.count {
      throw .structure(
        "page \(index + 1) has \(annotations[index].count) links, "
          + "\(marks.links.count) were drawn")
    }
    return StructureTreeWriter.Places(pages: file.pages, annotations: annotations)
  }

  /// Gives pages and links their keys in the parent tree.
  private static func number(
    _ places: StructureTreeWriter.Places, _ content: MarkedContent, _ document: PagedDocument,
    of drawn: PlainPDF, in file: inout PDFWriter
  ) {
    var titles: [String: String] = [:]
    for entry in document.outline { titles[entry.anchor] = entry.title }
    let targets = content.pages.flatMap { page in page.links.map(\.target) }
    drawn.bytes.withUnsafeBufferPointer { bytes in
      for (index, page) in places.pages.enumerated() {
        rewrite(page, of: drawn, bytes, without: ["/StructParents", "/Tabs"], in: &file) {
          $0.append("/Tabs/S/StructParents ")
          $0.append(index)
        }
        mendPictures(of: page, drawn, bytes, in: &file)
      }
      var key = places.pages.count
      for annotation in places.annotations.joined() {
        let target = targets[key - places.pages.count]
        rewrite(
          annotation, of: drawn, bytes, without: ["/StructParent", "/F", "/Contents"], in: &file
        ) {
          $0.append("/Contents")
          $0.append(text: PDFText.string(target.description(titles, document.metadata.linkNames)))
          // Printed like the page (ISO 32000-1, 12.5.3).
          $0.append("/F 4/StructParent ")
          $0.append(key)
        }
        key += 1
      }
    }
  }

  /// Cairo names a picture once for each time that it is drawn on a page; a key may stand once.
  private static func mendPictures(
    of page: Int, _ drawn: PlainPDF, _ bytes: UnsafeBufferPointer<UInt8>,
    in file: inout PDFWriter
  ) {
    guard let value = drawn.dictionary(page, bytes)?.value("/Resources", in: bytes),
      let number = PDFDictionary.references(bytes, value).first,
      let pictures = drawn.dictionary(number, bytes)?.value("/XObject", in: bytes)
        .flatMap({ PDFDictionary(bytes, from: $0.lowerBound) }), pictures.repeatsKeys(in: bytes)
    else { return }
    rewrite(number, of: drawn, bytes, without: ["/XObject"], in: &file) {
      $0.append("/XObject<<")
      pictures.writeOnce(bytes, to: &$0)
      $0.append(">>")
    }
  }

  /// Rewrites the content of all pages with marks around what has none.
  private static func markArtifacts(
    of drawn: PlainPDF, in file: inout PDFWriter
  ) throws(RenderingError) {
    let (inflate, deflate) = (Inflate(), Deflate(.quick))
    for page in drawn.pages {
      let content = drawn.bytes.withUnsafeBufferPointer { bytes in
        drawn.dictionary(page, bytes)?.value("/Contents", in: bytes)
          .flatMap { PDFDictionary.references(bytes, $0).first }
      }
      guard let content, let data = try drawn.unpacked(content, with: inflate) else {
        throw .structure("a page has no content")
      }
      let marked = ArtifactMarks.add(to: data)
      file.replaceStream(content, deflate.compress(marked), dictionary: "/Filter/FlateDecode")
    }
  }

  /// Writes a dictionary without some entries and with others.
  static func rewrite(
    _ number: Int, of drawn: PlainPDF, _ bytes: UnsafeBufferPointer<UInt8>,
    without keys: [StaticString], in file: inout PDFWriter, _ add: (inout PDFBytes) -> Void
  ) {
    guard let dictionary = drawn.dictionary(number, bytes) else {
      preconditionFailure("pages, links and the catalog are dictionaries")
    }
    file.replace(number) { out in
      out.append("<<")
      dictionary.write(bytes, without: keys, to: &out)
      add(&out)
      out.append(">>")
    }
  }

  /// The catalog with all that is added to it.
  private static func writeCatalog(
    of drawn: PlainPDF, _ document: PagedDocument, structure: Int, standard: PDFStandard?,
    to file: inout PDFWriter
  ) {
    // Not compressed, so that programs that know no PDF find it.
    let packet = file.addStream(
      XMPPacket.bytes(document.metadata, producer: producer, standard: standard),
      dictionary: "/Type/Metadata/Subtype/XML")
    var added =
      "/StructTreeRoot \(structure) 0 R/MarkInfo<</Marked true>>/Metadata \(packet) 0 R"
      + "/Lang\(PDFText.string(document.metadata.language))"
      + "/ViewerPreferences<</DisplayDocTitle true"
      + (TextDirection.isRightToLeft(language: document.metadata.language)
        ? "/Direction/R2L>>" : ">>")
    var replaced: [StaticString] = ["/StructTreeRoot", "/MarkInfo", "/Lang"]
    if !document.attachments.isEmpty {
      let files = attach(document.attachments, to: &file)
      added += "/AF[\(files.map { "\($0.number) 0 R" }.joined(separator: " "))]"
      let tree = files.map { "\(PDFText.string($0.name)) \($0.number) 0 R" }
      added +=
        "/Names<<\(names(of: drawn))/EmbeddedFiles<</Names[\(tree.joined(separator: " "))]>>>>"
      replaced.append("/Names")
    }
    drawn.bytes.withUnsafeBufferPointer { bytes in
      rewrite(drawn.root, of: drawn, bytes, without: replaced, in: &file) {
        $0.append(text: added)
      }
    }
  }

  /// The entries of the catalog's Names, which has cairo's destinations.
  private static func names(of drawn: PlainPDF) -> String {
    var out = PDFBytes()
    drawn.bytes.withUnsafeBufferPointer { bytes in
      guard let value = drawn.dictionary(drawn.root, bytes)?.value("/Names", in: bytes) else {
        return
      }
      let number = PDFDictionary.references(bytes, value).first
      let names =
        number.flatMap { drawn.dictionary($0, bytes) }
        ?? PDFDictionary(bytes, from: value.lowerBound)
      names?.write(bytes, without: [], to: &out)
    }
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// - Returns: the file specifications, in the order of a name tree: by the bytes of the names.
  private static func attach(
    _ attachments: [Attachment], to file: inout PDFWriter
  ) -> [(name: String, number: Int)] {
    let deflate = Deflate()
    var files: [(name: String, number: Int)] = []
    let sorted = attachments.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for attachment in sorted {
      let stream = file.addStream(
        deflate.compress(attachment.bytes),
        dictionary: "/Type/EmbeddedFile/Subtype\(PDFText.name(attachment.mediaType))"
          + "/Params<</Size \(attachment.bytes.count)>>/Filter/FlateDecode")
      let name = PDFText.string(attachment.name)
      let specification =
        "<</Type/Filespec/F\(name)/UF\(name)/Desc\(PDFText.string(attachment.description))"
        + "/AFRelationship/Source/EF<</F \(stream) 0 R/UF \(stream) 0 R>>>>"
      files.append((attachment.name, file.add { $0.append(text: specification) }))
    }
    return files
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

extension LinkTarget {
  /// What a reader is told of the link who does not see it.
  ///
  /// - Parameter titles: of the outline's entries, by anchor.
  fileprivate func description(
    _ titles: [String: String], _ names: [DocumentMetadata.LinkName]
  ) -> String {
    switch self {
    case .url(let url): return url
    case .anchor(let name):
      if let title = titles[name] { return title }
      return names.first { name.hasPrefix($0.prefix) }?.name ?? name
    }
  }
}
