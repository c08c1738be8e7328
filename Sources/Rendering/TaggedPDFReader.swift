import CQPDF
import Glibc

/// Reads the structure of a PDF with libqpdf: of ours, or of any other program.
public struct TaggedPDFReader: ~Copyable {
  let pdf: QPDFDocument
  var result = TaggedPDF()
  /// Pages and elements by object number.
  private var pageIndex: [Int: Int] = [:]
  private var seen: Set<Int> = []

  private init(_ bytes: [UInt8]) throws(RenderingError) {
    pdf = try QPDFDocument(bytes)
  }

  /// - Throws: when the bytes are no PDF, or its content cannot be unpacked.
  public static func read(_ bytes: [UInt8]) throws(RenderingError) -> TaggedPDF {
    var reader = try TaggedPDFReader(bytes)
    try reader.readPages()
    reader.readCatalog()
    return reader.result
  }

  // MARK: Values

  func key(_ object: qpdf_oh, _ name: String) -> qpdf_oh {
    qpdf_oh_get_key_if_dict(pdf.handle, object, name)
  }

  func number(_ object: qpdf_oh) -> Int? {
    qpdf_oh_is_integer(pdf.handle, object) != 0
      ? Int(qpdf_oh_get_int_value(pdf.handle, object)) : nil
  }

  func name(_ object: qpdf_oh) -> String? {
    qpdf_oh_is_name(pdf.handle, object) != 0
      ? String(String(cString: qpdf_oh_get_name(pdf.handle, object)).dropFirst()) : nil
  }

  func text(_ object: qpdf_oh) -> String? {
    qpdf_oh_is_string(pdf.handle, object) != 0
      ? String(cString: qpdf_oh_get_utf8_value(pdf.handle, object)) : nil
  }

  func isTrue(_ object: qpdf_oh) -> Bool {
    qpdf_oh_is_bool(pdf.handle, object) != 0 && qpdf_oh_get_bool_value(pdf.handle, object) != 0
  }

  func id(_ object: qpdf_oh) -> Int { Int(qpdf_oh_get_object_id(pdf.handle, object)) }

  /// The items of an array; an object that is none stands for itself, null for nothing.
  func items(_ object: qpdf_oh) -> [qpdf_oh] {
    if qpdf_oh_is_array(pdf.handle, object) != 0 {
      return (0..<qpdf_oh_get_array_n_items(pdf.handle, object)).map {
        qpdf_oh_get_array_item(pdf.handle, object, $0)
      }
    }
    return qpdf_oh_is_null(pdf.handle, object) != 0 ? [] : [object]
  }

  func keys(_ object: qpdf_oh) -> [String] {
    guard qpdf_oh_is_dictionary(pdf.handle, object) != 0 else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(pdf.handle, object)
    while qpdf_oh_dict_more_keys(pdf.handle) != 0 {
      keys.append(String(cString: qpdf_oh_dict_next_key(pdf.handle)))
    }
    return keys
  }

  /// The data of a stream, unpacked; nil when it is none or damaged.
  func string(_ stream: qpdf_oh) -> String? {
    guard qpdf_oh_is_stream(pdf.handle, stream) != 0 else { return nil }
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = qpdf_oh_get_stream_data(
      pdf.handle, stream, qpdf_dl_generalized, nil, &buffer, &count)
    defer { free(buffer) }
    guard status & 2 == 0 else { return nil }
    return String(decoding: UnsafeBufferPointer(start: buffer, count: count), as: UTF8.self)
  }

  // MARK: Pages

  private mutating func readPages() throws(RenderingError) {
    var fonts: Set<Int> = []
    for index in 0..<Int(max(0, qpdf_get_num_pages(pdf.handle))) {
      let object = qpdf_get_page_n(pdf.handle, index)
      pageIndex[id(object)] = index
      var buffer: UnsafeMutablePointer<UInt8>?
      var count = 0
      let status = qpdf_oh_get_page_content_data(pdf.handle, object, &buffer, &count)
      defer { free(buffer) }
      try pdf.check(status, "unpacking a page of the PDF")
      var page = TaggedPDF.Page()
      page.content = MarkedStream(Array(UnsafeBufferPointer(start: buffer, count: count)))
      page.tabOrder = name(key(object, "/Tabs"))
      page.parentKey = number(key(object, "/StructParents"))
      page.annotations = items(key(object, "/Annots")).map { annotation in
        let subtype = name(key(annotation, "/Subtype")) ?? ""
        return TaggedPDF.Annotation(
          object: id(annotation), subtype: subtype,
          contents: text(key(annotation, subtype == "Widget" ? "/TU" : "/Contents")),
          parentKey: number(key(annotation, "/StructParent")))
      }
      result.pages.append(page)
      let known = key(key(object, "/Resources"), "/Font")
      for font in keys(known).map({ key(known, $0) }) where fonts.insert(id(font)).inserted {
        read(font: font)
      }
      let drawn = key(key(object, "/Resources"), "/XObject")
      for drawing in keys(drawn).map({ key(drawn, $0) })
      where keys(qpdf_oh_get_dict(pdf.handle, drawing)).contains("/Ref") {
        result.outsidePages.append(index)
      }
    }
  }

  private mutating func read(font: qpdf_oh) {
    let label = name(key(font, "/BaseFont")) ?? "a font without a name"
    let program = items(key(font, "/DescendantFonts")).first ?? font
    let descriptor = key(program, "/FontDescriptor")
    let isEmbedded = ["/FontFile", "/FontFile2", "/FontFile3"].contains {
      qpdf_oh_is_stream(pdf.handle, key(descriptor, $0)) != 0
    }
    if !isEmbedded, name(key(font, "/Subtype")) != "Type3" { result.absentFonts.append(label) }
    let isNamed = ["WinAnsiEncoding", "MacRomanEncoding"].contains(
      name(key(font, "/Encoding")) ?? "")
    if !isNamed, qpdf_oh_is_stream(pdf.handle, key(font, "/ToUnicode")) == 0 {
      result.silentFonts.append(label)
    }
    if mapsToNothing(key(font, "/ToUnicode")) { result.voidFonts.append(label) }
    let map = key(program, "/CIDToGIDMap")
    if isEmbedded, name(key(program, "/Subtype")) == "CIDFontType2", name(map) != "Identity",
      qpdf_oh_is_stream(pdf.handle, map) == 0
    {
      result.unmappedFonts.append(label)
    }
  }

  // MARK: Structure

  private mutating func readCatalog() {
    let root = qpdf_get_root(pdf.handle)
    let mark = key(root, "/MarkInfo")
    result.isMarked = isTrue(key(mark, "/Marked"))
    result.isSuspect = isTrue(key(mark, "/Suspects"))
    result.showsTitle = isTrue(key(key(root, "/ViewerPreferences"), "/DisplayDocTitle"))
    result.language = text(key(root, "/Lang"))
    readMetadata(key(root, "/Metadata"))
    let tree = key(root, "/StructTreeRoot")
    let roles = key(tree, "/RoleMap")
    for role in keys(roles) {
      if let mapped = name(key(roles, role)) { result.roleMap[String(role.dropFirst())] = mapped }
    }
    readParts(of: root)
    for kid in items(key(tree, "/K")) { readElement(kid, parent: nil, page: nil) }
    readParents(key(tree, "/ParentTree"), depth: 0)
  }

  private mutating func readMetadata(_ stream: qpdf_oh) {
    guard let packet = string(stream) else { return }
    result.hasMetadata = true
    func content(of pattern: Regex<(Substring, Substring)>) -> String? {
      packet.firstMatch(of: pattern).map { String($0.1) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    result.title = content(of: /<dc:title>.*?<rdf:li[^>]*>([^<]*)</.dotMatchesNewlines())
    result.accessibilityPart =
      content(of: /<pdfuaid:part[^>]*>([^<]*)</) ?? content(of: /pdfuaid:part="([^"]*)"/)
  }

  private mutating func readElement(_ object: qpdf_oh, parent: Int?, page: Int?) {
    // A tree that leads back into itself would never end.
    guard let role = name(key(object, "/S")), seen.insert(id(object)).inserted else { return }
    var element = TaggedPDF.Element(role: role, parent: parent, object: id(object))
    element.altText = text(key(object, "/Alt"))
    element.actualText = text(key(object, "/ActualText"))
    element.language = text(key(object, "/Lang"))
    element.id = text(key(object, "/ID"))
    for attributes in items(key(object, "/A")) {
      element.scope = name(key(attributes, "/Scope")) ?? element.scope
      element.columnSpan = number(key(attributes, "/ColSpan")) ?? element.columnSpan
      element.rowSpan = number(key(attributes, "/RowSpan")) ?? element.rowSpan
      element.listNumbering = name(key(attributes, "/ListNumbering")) ?? element.listNumbering
      if items(key(attributes, "/BBox")).count == 4 { element.hasBounds = true }
    }
    let index = result.elements.count
    result.elements.append(element)
    if let parent { result.elements[parent].kids.append(.element(index)) }
    let page = pageIndex[id(key(object, "/Pg"))] ?? page
    for kid in items(key(object, "/K")) { readKid(kid, of: index, page: page) }
  }

  private mutating func readKid(_ kid: qpdf_oh, of element: Int, page: Int?) {
    if let mark = number(kid) {
      result.elements[element].kids.append(.mark(.init(page: page ?? -1, number: mark)))
    } else if let mark = number(key(kid, "/MCID")) {
      let page = pageIndex[id(key(kid, "/Pg"))] ?? page
      result.elements[element].kids.append(.mark(.init(page: page ?? -1, number: mark)))
    } else if name(key(kid, "/Type")) == "OBJR" {
      result.elements[element].kids.append(.annotation(id(key(kid, "/Obj"))))
    } else {
      readElement(kid, parent: element, page: page)
    }
  }

  /// A node of the number tree (ISO 32000-1, 7.9.7).
  private mutating func readParents(_ node: qpdf_oh, depth: Int) {
    guard depth < 8 else { return }
    let entries = items(key(node, "/Nums"))
    for index in stride(from: 0, to: entries.count - 1, by: 2) {
      guard let key = number(entries[index]) else { continue }
      result.parents[key] = items(entries[index + 1]).map {
        qpdf_oh_is_null(pdf.handle, $0) != 0 ? 0 : id($0)
      }
    }
    for kid in items(key(node, "/Kids")) { readParents(kid, depth: depth + 1) }
  }
}
