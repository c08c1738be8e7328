import CCairo
import Glibc
import Graphics

/// A cairo surface that collects PDF bytes in memory, and its drawing context.
///
/// Owns both C objects: they are destroyed exactly once, with the value, also when `init` throws.
/// `finish()` consumes the surface, so drawing on a finished PDF does not compile.
struct PDFSurface: ~Copyable {
  private let output = ByteCollector()
  private let surface: OpaquePointer
  let context: OpaquePointer

  /// - Parameters:
  ///   - size: of the first page in points; `beginPage` sets the others.
  ///   - created: ISO 8601 time for the metadata, so equal input gives equal bytes.
  init(pageSize size: Size, created: String) throws(RenderingError) {
    precondition(size.width > 0 && size.height > 0, "cairo accepts senseless page sizes; we do not")
    _ = Self.leavesContentPlain
    surface = cairo_pdf_surface_create_for_stream(
      ByteCollector.write, output.closure, size.width, size.height)!
    context = cairo_create(surface)!
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
    try checkCairo(context, surface, "creating a PDF surface")
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Asks cairo not to pack the content of pages, once for the process: `PDFStructurePass` packs it
  /// with its marks, and would have to unpack it before. What else the variable brings are comments;
  /// a cairo that does not know it packs.
  private static let leavesContentPlain = setenv("CAIRO_DEBUG_PDF", "1", 1) == 0

  /// Sets size and label of the page about to be drawn. Cairo loses what was drawn on the page
  /// before its size is set, so this comes first.
  borrowing func beginPage(_ size: Size, label: String) {
    cairo_pdf_surface_set_size(surface, size.width, size.height)
    cairo_pdf_surface_set_page_label(surface, label)
    drawGround(size)
  }

  /// Lays a white ground below the page: cairo adds up the region that a page's operators cover, which
  /// is quick once the region is nearly all of it. Cairo takes a ground of the whole page for a new
  /// beginning, and would clip at its edge what is not a whole number of points. `ArtifactMarks`
  /// takes the ground out again.
  private borrowing func drawGround(_ size: Size) {
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_rectangle(
      context, 0, 0, (size.width - 1).rounded(.down), (size.height - 1).rounded(.down))
    cairo_fill(context)
  }

  borrowing func endPage() throws(RenderingError) {
    cairo_show_page(context)
    try checkCairo(context, surface, "drawing a page")
  }

  /// Adds outline entries under their nearest predecessor of a lower level.
  borrowing func addOutline(_ entries: [OutlineEntry]) {
    // A long outline opens closed, a short one shows everything.
    let flags =
      entries.count <= 60 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0)
    var open: [(level: Int, id: Int32)] = []
    for entry in entries {
      while let last = open.last, last.level >= entry.level { open.removeLast() }
      let id = cairo_pdf_surface_add_outline(
        surface, open.last?.id ?? 0, entry.title, "dest='\(entry.anchor.destinationName)'",
        flags)
      open.append((entry.level, id))
    }
  }

  borrowing func check(_ operation: String) throws(RenderingError) {
    try checkCairo(context, surface, operation)
  }

  consuming func finish() throws(RenderingError) -> [UInt8] {
    cairo_surface_finish(surface)
    try check("finishing the PDF")
    return output.bytes
  }
}

extension String {
  /// The name of an anchor as the PDF has it: cairo loses backslashes and unbalanced parentheses in
  /// names, so all but letters, digits and `-._:` is percent-encoded.
  var destinationName: String {
    percentEncoded { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "-._:".utf8.contains(byte)
      }
    }
  }

  /// Percent-encodes what a URI must not hold raw (RFC 3986, 2.1), and the characters that cairo's
  /// attributes and PDF strings give a meaning; escapes stay as they are.
  var asciiURL: String {
    percentEncoded { $0 > 0x20 && $0 < 0x7F && !"\"'()<>\\^`{|}".utf8.contains($0) }
  }

  private func percentEncoded(_ stays: (UInt8) -> Bool) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in utf8 {
      if stays(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
