import Glibc

/// Marks what stands outside of the structure on a page (rules, running heads, repeated table
/// headers) as artifacts (ISO 32000-1, 14.8.2.2), which cairo 1.16 cannot.
enum ArtifactMarks {
  /// - Parameter content: a page's content as cairo writes it: one operator, or a few, on a line;
  ///   marked content begins and ends on lines of its own. The white ground that `PDFSurface` lays
  ///   below it is left out.
  static func add(to content: [UInt8]) -> [UInt8] {
    content.withUnsafeBufferPointer { bytes in
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count + 2048)
      var depth = 0
      // Marks without a number tell the text of single glyphs and may stand within an artifact.
      var looseDepth = 0
      var loose: [Line] = []
      var contentStart = 0
      var isGroundDue = true
      forEachLine(bytes) { line in
        let begins = line.ends(with: " BDC") || line.ends(with: " BMC")
        let ends = !begins && line.isEnd
        if depth == 0 {
          if begins, line.contains("/MCID") {
            flush(&loose, to: &out)
            (depth, contentStart) = (1, line.range.lowerBound)
          } else if isGroundDue, line.ends(with: " re f") {
            isGroundDue = false
          } else {
            looseDepth += begins ? 1 : ends ? -1 : 0
            precondition(looseDepth >= 0, "cairo ends the marks that it began")
            loose.append(line)
          }
          return
        }
        depth += begins ? 1 : ends ? -1 : 0
        if depth == 0 {
          out.append(contentsOf: bytes[contentStart..<line.range.upperBound])
          out.append(0x0A)
        }
      }
      precondition(depth == 0, "cairo ends the marks that it began")
      flush(&loose, to: &out)
      return out
    }
  }

  private static func forEachLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Line) -> Void
  ) {
    var start = 0
    while start < bytes.count, let base = bytes.baseAddress {
      let end =
        memchr(base + start, 0x0A, bytes.count - start).map {
          $0.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(mutating: base)
        } ?? bytes.count
      body(Line(bytes: bytes, range: start..<end))
      start = end + 1
    }
  }

  private static func append(_ line: Line, to out: inout [UInt8]) {
    out.append(contentsOf: line.bytes[line.range])
    out.append(0x0A)
  }

  /// Writes lines outside of all marks; those that paint, with what is between them, as an artifact.
  private static func flush(_ loose: inout [Line], to out: inout [UInt8]) {
    defer { loose.removeAll(keepingCapacity: true) }
    guard let first = loose.firstIndex(where: \.paints), let last = loose.lastIndex(where: \.paints)
    else {
      for line in loose { append(line, to: &out) }
      return
    }
    // A text object lies within the mark as a whole.
    var start = first
    while start > 0, !loose[start - 1].isSafe { start -= 1 }
    for line in loose[..<start] { append(line, to: &out) }
    let hasText = loose[start...last].contains { $0.contains("BT") }
    // Words outside of the structure are heads, folios and repeated table headers; lines and grounds
    // belong to the page's look.
    let type = hasText ? "Pagination" : "Layout"
    out.append(contentsOf: "/Artifact <</Type/\(type)>> BDC\n".utf8)
    let end = hasText ? loose.lastIndex { $0.ends(with: "ET") } ?? last : last
    for line in loose[start...max(end, last)] { append(line, to: &out) }
    out.append(contentsOf: "EMC\n".utf8)
    for line in loose[(max(end, last) + 1)...] { append(line, to: &out) }
  }

  /// A line of the content, without its end.
  private struct Line {
    let bytes: UnsafeBufferPointer<UInt8>
    let range: Range<Int>

    func ends(with text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard range.count >= count, let base = bytes.baseAddress else { return false }
      return memcmp(base + (range.upperBound - count), text.utf8Start, count) == 0
    }

    func contains(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard range.count >= count, let base = bytes.baseAddress else { return false }
      return (range.lowerBound...(range.upperBound - count)).contains {
        memcmp(base + $0, text.utf8Start, count) == 0
      }
    }

    var isEnd: Bool { range.count == 3 && ends(with: "EMC") }

    /// Whether the line ends outside of paths and text objects.
    var isSafe: Bool {
      !contains("BT")
        && (ends(with: "q") || ends(with: "Q") || ends(with: "cm") || ends(with: "gs")
          || ends(with: "ET") || ends(with: "EMC") || ends(with: "W n") || ends(with: "rg")
          || ends(with: "RG"))
    }

    /// Cairo may put a restore behind the operator: `0 0 m 72 0 l S Q`.
    var paints: Bool {
      bytes[range].split(separator: 0x20).contains { token in
        ArtifactMarks.operators.contains { token.elementsEqual($0.utf8) }
          || token.suffix(2).elementsEqual("Tj".utf8)
          || token.suffix(2).elementsEqual("TJ".utf8)
      }
    }
  }

  private static let operators = [
    "f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "ET",
  ]
}
