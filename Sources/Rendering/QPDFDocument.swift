import CQPDF

/// A PDF opened by libqpdf, to be written in plain form.
struct QPDFDocument: ~Copyable {
  private var data: qpdf_data?
  var handle: qpdf_data { data! }

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

  /// Writes the document with every object in the open and one plain cross-reference table.
  ///
  /// - Throws: `RenderingError.qpdf` also for mere warnings: they name faults in what we wrote.
  consuming func write() throws(RenderingError) -> [UInt8] {
    try check(qpdf_init_write_memory(handle), "starting to write the PDF")
    qpdf_set_deterministic_ID(handle, QPDF_TRUE)
    qpdf_set_object_stream_mode(handle, qpdf_o_disable)
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
