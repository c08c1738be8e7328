/// Marks what stands outside of the structure on a page (rules, running heads, repeated table
/// headers) as artifacts (ISO 32000-1, 14.8.2.2), which cairo 1.16 cannot.
enum ArtifactMarks {
  /// - Parameter content: a page's content as cairo writes it: one operator, or a few, on a line;
  ///   marked content begins and ends on lines of its own.
  static func add(to content: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(content.count + 1024)
    var depth = 0
    var loose: [ArraySlice<UInt8>] = []
    for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.ends(with: " BDC") || line.ends(with: " BMC") {
        if depth == 0 { flush(&loose, to: &out) }
        depth += 1
        append(line, to: &out)
      } else if depth > 0 {
        if line.elementsEqual("EMC".utf8) { depth -= 1 }
        append(line, to: &out)
      } else {
        loose.append(line)
      }
    }
    flush(&loose, to: &out)
    if out.last == 0x0A { out.removeLast() }
    return out
  }

  private static func append(_ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
    out += line
    out.append(0x0A)
  }

  /// Writes lines outside of all marks; those that paint, with what is between them, as an artifact.
  private static func flush(_ loose: inout [ArraySlice<UInt8>], to out: inout [UInt8]) {
    defer { loose.removeAll(keepingCapacity: true) }
    guard let first = loose.firstIndex(where: paints), let last = loose.lastIndex(where: paints)
    else {
      for line in loose { append(line, to: &out) }
      return
    }
    // A text object lies within the mark as a whole.
    var start = first
    while start > 0, !isSafe(loose[start - 1]) { start -= 1 }
    for line in loose[..<start] { append(line, to: &out) }
    append(ArraySlice("/Artifact BMC".utf8), to: &out)
    var end = last
    if loose[start...last].contains(where: { $0.contains("BT") }) {
      end = loose.lastIndex { $0.ends(with: "ET") } ?? last
    }
    for line in loose[start...max(end, last)] { append(line, to: &out) }
    append(ArraySlice("EMC".utf8), to: &out)
    for line in loose[(max(end, last) + 1)...] { append(line, to: &out) }
  }

  /// Whether a line ends outside of paths and text objects.
  private static func isSafe(_ line: ArraySlice<UInt8>) -> Bool {
    ["q", "Q", "cm", "gs", "ET", "EMC", "W n", "rg", "RG"].contains { line.ends(with: $0) }
      && !line.contains("BT")
  }

  /// Cairo may put a restore behind the operator: `0 0 m 72 0 l S Q`.
  private static func paints(_ line: ArraySlice<UInt8>) -> Bool {
    line.split(separator: 0x20).contains { token in
      operators.contains { token.elementsEqual($0.utf8) } || token.ends(with: "Tj")
        || token.ends(with: "TJ")
    }
  }

  private static let operators = [
    "f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "ET",
  ]
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: String) -> Bool {
    count >= text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
  }

  fileprivate func contains(_ text: String) -> Bool {
    let sought = Array(text.utf8)
    guard count >= sought.count else { return false }
    return (startIndex...(endIndex - sought.count)).contains {
      self[$0..<$0 + sought.count].elementsEqual(sought)
    }
  }
}
