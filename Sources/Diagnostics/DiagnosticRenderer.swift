/// Prints diagnostics for people (with the source line and a marker), for editors (one line) and
/// for programs (JSON lines).
public struct DiagnosticRenderer: Sendable {
  public enum Format: String, Sendable, CaseIterable { case human, short, json }

  public var format: Format
  public var usesColor: Bool
  private let sources: SourceMap

  public init(sources: SourceMap, format: Format = .human, usesColor: Bool = false) {
    self.sources = sources
    self.format = format
    self.usesColor = usesColor
  }

  /// The text of one diagnostic, with a newline at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    switch format {
    case .human: human(diagnostic)
    case .short: headline(diagnostic) + "\n"
    case .json: json(diagnostic) + "\n"
    }
  }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined()
  }

  private func place(_ span: SourceSpan) -> (path: String, line: Int, column: Int) {
    let file = sources[span.file]
    return (file.path, file.line(at: Int(span.start)), file.column(at: Int(span.start)))
  }

  private func headline(_ d: Diagnostic) -> String {
    let kind = paint("\(d.severity.rawValue)[\(d.code)]", d.severity)
    guard let span = d.span else { return "\(kind): \(d.message)" }
    let at = place(span)
    return "\(at.path):\(at.line):\(at.column): \(kind): \(d.message)"
  }

  private func human(_ d: Diagnostic) -> String {
    var text = headline(d) + "\n"
    if let span = d.span { text += excerpt(span) }
    for related in d.related {
      let at = place(related.span)
      text += "   = note: \(related.message) (\(at.path):\(at.line):\(at.column))\n"
    }
    for line in d.help { text += "   = help: \(line)\n" }
    return text
  }

  /// The source line with `^~~~` below the span; long lines are cut around it.
  private func excerpt(_ span: SourceSpan) -> String {
    let file = sources[span.file]
    let line = file.line(at: Int(span.start))
    let lineEnd = file.offset(ofLine: line) + file.text(ofLine: line).utf8.count
    var scalars = Array(file.text(ofLine: line).unicodeScalars)
    guard !scalars.isEmpty else { return "" }
    var first = file.column(at: Int(span.start)) - 1
    var length = max(1, file.column(at: min(Int(span.end), lineEnd)) - 1 - first)
    if let range = window(of: scalars, around: first) {
      let starts = range.lowerBound > 0
      let ends = range.upperBound < scalars.count
      first -= range.lowerBound - (starts ? 2 : 0)
      scalars =
        (starts ? ["…", " "] : []) + scalars[range] + (ends ? [" ", "…"] : [])
    }
    length = max(1, min(length, scalars.count - first))
    let number = String(line)
    let shown = String(String.UnicodeScalarView(scalars.map { $0 == "\t" ? " " : $0 }))
    let gutter = String(repeating: " ", count: number.utf8.count)
    let marker = "^" + String(repeating: "~", count: length - 1)
    let indent = scalars.prefix(max(0, first)).reduce(0) { $0 + columns(of: $1) }
    return "\(number) | \(shown)\n\(gutter) | " + String(repeating: " ", count: indent)
      + marker + "\n"
  }

  /// What is shown of a long line: about a hundred characters, from the start of a word to the end
  /// of one where blanks are near; nil for the whole.
  private func window(of scalars: [Unicode.Scalar], around first: Int) -> Range<Int>? {
    let window = 96
    guard scalars.count > window else { return nil }
    let from = min(max(0, first - window / 3), scalars.count - window)
    var (start, end) = (from, from + window)
    if start > 0, let blank = scalars[start..<min(start + 16, first)].firstIndex(of: " ") {
      start = blank + 1
    }
    if end < scalars.count, let blank = scalars[max(end - 16, first)..<end].lastIndex(of: " ") {
      end = blank
    }
    return start..<end
  }

  /// Terminal columns of a scalar: East Asian wide ones take two, combining marks none.
  private func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  private func json(_ d: Diagnostic) -> String {
    var fields = [
      "\"severity\":\(quoted(d.severity.rawValue))", "\"code\":\(quoted(d.code))",
      "\"message\":\(quoted(d.message))",
    ]
    if let span = d.span {
      let start = place(span)
      let file = sources[span.file]
      fields += [
        "\"file\":\(quoted(start.path))", "\"line\":\(start.line)", "\"column\":\(start.column)",
        "\"endLine\":\(file.line(at: Int(span.end)))",
        "\"endColumn\":\(file.column(at: Int(span.end)))",
      ]
    }
    if !d.help.isEmpty {
      fields.append("\"help\":[\(d.help.map(quoted).joined(separator: ","))]")
    }
    return "{" + fields.joined(separator: ",") + "}"
  }

  private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private func paint(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard usesColor else { return text }
    let code =
      switch severity {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
