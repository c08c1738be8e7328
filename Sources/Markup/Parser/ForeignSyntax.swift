import Diagnostics

/// Notices what other tools read in Markdown and this one prints as it stands: Quarto's and
/// pandoc's blocks, shortcodes and captions. One warning for each kind and file.
struct ForeignSyntax {
  private(set) var diagnostics = DiagnosticList()
  private let file: SourceFile
  private var hasWarned: Set<String> = []

  init(_ file: SourceFile) { self.file = file }

  /// Looks at a line outside of code.
  mutating func check(_ line: Range<Int>) {
    let bytes = file.bytes[line]
    guard let first = bytes.first else { return }
    if first == UInt8(ascii: ":"), bytes.starts(with: ":::".utf8) {
      let mark = bytes.prefix { $0 == first }
      guard mark.endIndex < line.upperBound else { return }
      warn(
        "fenced-div", "':::' opens no block here and is printed", line,
        help: "write a callout as a quote that begins with '[!NOTE]'")
    }
    if first == UInt8(ascii: "T"), bytes.starts(with: "Table:".utf8),
      bytes.contains(Array("{#".utf8))
    {
      warn(
        "foreign-caption", "'Table:' begins no caption here and is printed", line,
        help: "write ': caption {#tbl-name}' below the table")
    }
    var rest = bytes
    while let start = Self.opening(in: rest),
      let end = rest[start...].firstRange(of: Array(">}}".utf8))
    {
      rest = rest[end.upperBound...]
      guard start == line.lowerBound || bytes[start - 1] != UInt8(ascii: "`") else { continue }
      warn(
        "shortcode", "shortcodes are not read and are printed", start..<end.upperBound,
        help: "write an image as '![caption](file.svg)', the text of another file in that file")
      return
    }
  }

  /// Where `{{<` stands. Walked by hand: mathematics is full of braces, and a general search for
  /// each line took a third of a book's parsing.
  private static func opening(in bytes: ArraySlice<UInt8>) -> Int? {
    let brace = UInt8(ascii: "{")
    var at = bytes.startIndex
    while at + 2 < bytes.endIndex {
      if bytes[at] == brace, bytes[at + 1] == brace, bytes[at + 2] == UInt8(ascii: "<") {
        return at
      }
      at += 1
    }
    return nil
  }

  private mutating func warn(_ code: String, _ message: String, _ range: Range<Int>, help: String) {
    guard hasWarned.insert(code).inserted else { return }
    diagnostics.append(
      .warning(code, message, at: SourceSpan(file: file.id, range), help: help))
  }
}
