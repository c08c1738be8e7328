import CQPDF

/// A PDF opened by libqpdf, to be edited and written again.
///
/// Handles are numbers owned by the document; `release` frees one early, the rest go with it.
struct QPDFDocument: ~Copyable {
  typealias Object = qpdf_oh

  private var data: qpdf_data?
  private var handle: qpdf_data { data! }

  /// libqpdf reads the bytes when it needs them, so they live as long as the document.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// The file that was read.
  let file: [UInt8]

  init(_ file: [UInt8]) throws(RenderingError) {
    self.file = file
    bytes = .allocate(capacity: file.count)
    _ = bytes.initialize(from: file)
    data = qpdf_init()
    qpdf_silence_errors(handle)
    qpdf_set_suppress_warnings(handle, QPDF_TRUE)
    qpdf_set_attempt_recovery(handle, QPDF_FALSE)
    let result = bytes.withMemoryRebound(to: CChar.self) {
      qpdf_read_memory(handle, "report.pdf", $0.baseAddress, UInt64($0.count), nil)
    }
    try check(result, "reading the PDF")
  }

  deinit {
    var data = data
    qpdf_cleanup(&data)
    bytes.deallocate()
  }

  var trailer: Object { qpdf_get_trailer(handle) }
  var root: Object { qpdf_get_root(handle) }
  /// The trailer's Size: one more than the highest object number.
  var size: Int { Int(qpdf_oh_get_int_value(handle, value("/Size", of: qpdf_get_trailer(handle)))) }
  var pageCount: Int { Int(qpdf_get_num_pages(handle)) }
  func page(_ index: Int) -> Object { qpdf_get_page_n(handle, Int(index)) }

  func release(_ object: Object) { qpdf_oh_release(handle, object) }
  func number(of object: Object) -> Int { Int(qpdf_oh_get_object_id(handle, object)) }
  func value(_ key: String, of object: Object) -> Object { qpdf_oh_get_key(handle, object, key) }
  func count(of array: Object) -> Int { Int(qpdf_oh_get_array_n_items(handle, array)) }
  func item(_ index: Int, of array: Object) -> Object {
    qpdf_oh_get_array_item(handle, array, Int32(index))
  }
  func isNull(_ object: Object) -> Bool { qpdf_oh_is_null(handle, object) != 0 }

  func setName(_ key: String, of object: Object, to name: String) {
    let value = qpdf_oh_new_name(handle, name)
    qpdf_oh_replace_key(handle, object, key, value)
    release(value)
  }

  func set(_ key: String, of object: Object, toNumber number: Int) {
    let value = qpdf_oh_new_integer(handle, Int64(number))
    qpdf_oh_replace_key(handle, object, key, value)
    release(value)
  }

  func remove(_ key: String, of object: Object) { qpdf_oh_remove_key(handle, object, key) }
  /// An object as PDF syntax, with references to other objects.
  func syntax(of object: Object) -> String {
    String(cString: qpdf_oh_unparse_resolved(handle, object))
  }

  /// The trailer's Root and ID as PDF syntax.
  var trailerSyntax: String {
    ["/Root", "/ID"].map {
      $0 + " " + String(cString: qpdf_oh_unparse_binary(handle, value($0, of: trailer)))
    }.joined()
  }

  /// Writes the document: object streams, deterministic identifier.
  ///
  /// - Throws: `RenderingError.qpdf` also for mere warnings: they name faults in what we wrote.
  consuming func write() throws(RenderingError) -> [UInt8] {
    try check(qpdf_init_write_memory(handle), "starting to write the PDF")
    qpdf_set_deterministic_ID(handle, QPDF_TRUE)
    qpdf_set_object_stream_mode(handle, qpdf_o_generate)
    qpdf_set_minimum_pdf_version(handle, "1.7")
    try check(qpdf_write(handle), "writing the PDF")
    let bytes = Array(
      UnsafeBufferPointer(start: qpdf_get_buffer(handle), count: qpdf_get_buffer_length(handle)))
    // Also keeps the document, and so its buffer, alive until here.
    try check(0, "writing the PDF")
    return bytes
  }

  /// Throws what libqpdf has to say, if anything.
  func check(_ result: QPDF_ERROR_CODE, _ operation: String) throws(RenderingError) {
    var messages: [String] = []
    if qpdf_has_error(handle) != 0 {
      messages.append(String(cString: qpdf_get_error_full_text(handle, qpdf_get_error(handle))))
    }
    while qpdf_more_warnings(handle) != 0 {
      messages.append(String(cString: qpdf_get_error_full_text(handle, qpdf_next_warning(handle))))
    }
    if result & 2 != 0, messages.isEmpty { messages.append("unknown error") }
    guard messages.isEmpty else { throw .qpdf(operation: operation, messages: messages) }
  }
}
