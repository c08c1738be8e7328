import CQPDF
import Glibc
public import Graphics

/// Reads back what a PDF carries, and tells two PDFs apart.
public enum PDFReader {
  /// The files attached to a PDF, in the order of its name tree.
  ///
  /// - Throws: when the bytes are no PDF, or a file in it cannot be unpacked.
  public static func attachments(of bytes: [UInt8]) throws(RenderingError) -> [Attachment] {
    let pdf = try QPDFDocument(bytes)
    let handle = pdf.handle
    let names = qpdf_oh_get_key_if_dict(handle, qpdf_get_root(handle), "/Names")
    let tree = qpdf_oh_get_key_if_dict(handle, names, "/EmbeddedFiles")
    var found: [Attachment] = []
    try collect(tree, of: pdf, depth: 0, into: &found)
    return found
  }

  /// The standard that one of our PDFs says it conforms to. Its metadata are not compressed, all else
  /// that could hold the words is.
  public static func standard(of bytes: [UInt8]) -> PDFStandard? {
    bytes.firstRange(of: Array("<pdfuaid:part ".utf8)) != nil ? .ua1 : nil
  }

  /// Whether bytes begin as a PDF does (ISO 32000-1, 7.5.2).
  public static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "%PDF-".utf8) }

  /// The specifications in a node of the name tree (ISO 32000-1, 7.9.6).
  private static func collect(
    _ node: qpdf_oh, of pdf: borrowing QPDFDocument, depth: Int, into found: inout [Attachment]
  ) throws(RenderingError) {
    let handle = pdf.handle
    // A tree that leads back into itself would never end.
    guard depth < 8 else { return }
    let names = qpdf_oh_get_key_if_dict(handle, node, "/Names")
    if qpdf_oh_is_array(handle, names) != 0 {
      for index in stride(from: 1, to: qpdf_oh_get_array_n_items(handle, names), by: 2) {
        let specification = qpdf_oh_get_array_item(handle, names, index)
        if let file = try attachment(specification, of: pdf) { found.append(file) }
      }
    }
    let kids = qpdf_oh_get_key_if_dict(handle, node, "/Kids")
    guard qpdf_oh_is_array(handle, kids) != 0 else { return }
    for index in 0..<qpdf_oh_get_array_n_items(handle, kids) {
      try collect(
        qpdf_oh_get_array_item(handle, kids, index), of: pdf, depth: depth + 1, into: &found)
    }
  }

  private static func attachment(
    _ specification: qpdf_oh, of pdf: borrowing QPDFDocument
  ) throws(RenderingError) -> Attachment? {
    let handle = pdf.handle
    let stream = qpdf_oh_get_key_if_dict(
      handle, qpdf_oh_get_key_if_dict(handle, specification, "/EF"), "/F")
    guard qpdf_oh_is_stream(handle, stream) != 0 else { return nil }
    let name = text(qpdf_oh_get_key_if_dict(handle, specification, "/UF"), of: pdf)
    guard let name = name ?? text(qpdf_oh_get_key_if_dict(handle, specification, "/F"), of: pdf)
    else { return nil }
    return Attachment(
      name: name, bytes: try data(of: stream, in: pdf), mediaType: "",
      description: text(qpdf_oh_get_key_if_dict(handle, specification, "/Desc"), of: pdf) ?? "")
  }

  private static func text(_ object: qpdf_oh, of pdf: borrowing QPDFDocument) -> String? {
    guard qpdf_oh_is_string(pdf.handle, object) != 0 else { return nil }
    return String(cString: qpdf_oh_get_utf8_value(pdf.handle, object))
  }

  /// The unpacked bytes of a stream.
  private static func data(
    of stream: qpdf_oh, in pdf: borrowing QPDFDocument
  ) throws(RenderingError) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    let result = qpdf_oh_get_stream_data(
      pdf.handle, stream, qpdf_dl_generalized, nil, &buffer, &count)
    defer { free(buffer) }
    try pdf.check(result, "unpacking a file of the PDF")
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  /// The first object in which two PDFs differ, in words; nil when the bytes are equal.
  public static func firstDifference(
    _ a: [UInt8], _ b: [UInt8]
  ) throws(RenderingError) -> String? {
    guard a != b else { return nil }
    let left = try QPDFDocument(a)
    let right = try QPDFDocument(b)
    let sizes = (size(of: left), size(of: right))
    for number in 1..<max(2, min(sizes.0, sizes.1)) {
      let before = try syntax(of: number, in: left)
      let after = try syntax(of: number, in: right)
      guard before != after else { continue }
      return "object \(number)\(role(of: number, in: left).map { " (\($0))" } ?? "")"
    }
    if sizes.0 != sizes.1 { return "the number of objects: \(sizes.0 - 1) and \(sizes.1 - 1)" }
    let place = zip(a, b).prefix { $0 == $1 }.count
    return "byte \(place), outside of all objects"
  }

  private static func size(of pdf: borrowing QPDFDocument) -> Int {
    let trailer = qpdf_get_trailer(pdf.handle)
    return Int(
      qpdf_oh_get_int_value_as_int(
        pdf.handle, qpdf_oh_get_key(pdf.handle, trailer, "/Size")))
  }

  /// An object as text, and the bytes of a stream behind it.
  private static func syntax(
    of number: Int, in pdf: borrowing QPDFDocument
  ) throws(RenderingError) -> [UInt8] {
    let object = qpdf_get_object_by_id(pdf.handle, Int32(number), 0)
    defer { qpdf_oh_release(pdf.handle, object) }
    var bytes = Array(String(cString: qpdf_oh_unparse_resolved(pdf.handle, object)).utf8)
    if qpdf_oh_is_stream(pdf.handle, object) != 0 {
      var buffer: UnsafeMutablePointer<UInt8>?
      var count = 0
      let result = qpdf_oh_get_stream_data(
        pdf.handle, object, qpdf_dl_none, nil, &buffer, &count)
      defer { free(buffer) }
      try pdf.check(result, "reading an object of the PDF")
      bytes += UnsafeBufferPointer(start: buffer, count: count)
    }
    return bytes
  }

  /// What an object is to the document: a page, its content, its type.
  private static func role(of number: Int, in pdf: borrowing QPDFDocument) -> String? {
    let handle = pdf.handle
    for page in 0..<Int(max(0, qpdf_get_num_pages(handle))) {
      let object = qpdf_get_page_n(handle, page)
      if Int(qpdf_oh_get_object_id(handle, object)) == number { return "page \(page + 1)" }
      let content = qpdf_oh_get_key(handle, object, "/Contents")
      if Int(qpdf_oh_get_object_id(handle, content)) == number {
        return "the content of page \(page + 1)"
      }
    }
    let object = qpdf_get_object_by_id(handle, Int32(number), 0)
    let dictionary =
      qpdf_oh_is_stream(handle, object) != 0 ? qpdf_oh_get_dict(handle, object) : object
    let type = qpdf_oh_get_key_if_dict(handle, dictionary, "/Type")
    guard qpdf_oh_is_name(handle, type) != 0 else { return nil }
    return String(String(cString: qpdf_oh_get_name(handle, type)).dropFirst())
  }
}
