import Diagnostics
import Foundation
import Graphics
import MathLayout
import MathSyntax
import Typography

/// Reads a file with one formula a line, sets each, and prints what is wrong with it.
struct FormulaChecker {
  private let session: Session
  private let setter: MathSetter
  private let macros: MacroTable
  private let isDisplay: Bool
  private var missing: Set<Unicode.Scalar> = []
  private(set) var accepted = 0
  private(set) var refused = 0

  init(session: Session, fonts: FontLibrary, macros: MacroTable, isDisplay: Bool) {
    self.session = session
    self.isDisplay = isDisplay
    self.macros = macros
    setter = MathSetter(fonts: fonts)
  }

  /// Checks every line that is not blank, independent of the others, and prints the count.
  mutating func check(_ file: SourceFile) {
    let renderer = DiagnosticRenderer(
      sources: session.sources, format: session.options.diagnosticFormat)
    for line in 1...max(1, file.lineCount) {
      let start = file.offset(ofLine: line)
      // Not by the line's text: bytes that are no UTF-8 have another length there.
      var end = max(start, file.offset(ofLine: line + 1))
      while end > start, [0x0A, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
      let text = FormulaText(file, start..<end)
      guard !text.isBlank else { continue }
      let found = diagnostics(of: text, in: file)
      if found.hasErrors { refused += 1 } else { accepted += 1 }
      let shown = found.all.filter { $0.severity != .note || session.options.verbose }
      if !shown.isEmpty { Self.print(renderer.render(shown)) }
    }
    guard !session.options.quiet else { return }
    let count = accepted + refused
    Self.print(
      "\(count) formula\(count == 1 ? "" : "s"): \(accepted) accepted, \(refused) refused\n")
  }

  private mutating func diagnostics(of text: FormulaText, in file: SourceFile) -> DiagnosticList {
    if let fault = file.textFault(in: text.range) { return DiagnosticList([fault]) }
    let parsed = MathParser.parse(
      file.bytes[text.range], span: text.span, display: isDisplay && !text.isInline,
      macros: macros)
    var found = parsed.diagnostics
    if !found.hasErrors {
      _ = setter.layOut(
        parsed.list, isDisplay: isDisplay && !text.isInline, size: 10, color: .black)
      for scalar in setter.missingGlyphs.map(\.scalar) where missing.insert(scalar).inserted {
        let code = String(scalar.value, radix: 16, uppercase: true)
        found.append(
          .warning("missing-glyph", "no font has the character U+\(code)", at: text.span))
      }
    }
    return found
  }

  private static func print(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}

/// The bytes of a formula without white space and without the dollars or brackets around it.
struct FormulaText {
  let span: SourceSpan
  /// Whether it stood between single dollars or `\(` and `\)`.
  private(set) var isInline = false

  var range: Range<Int> { span.range }
  var isBlank: Bool { range.isEmpty }

  init(_ file: SourceFile, _ whole: Range<Int>) {
    let bytes = file.bytes
    var range = Self.trimmed(whole, bytes)
    let fences = [("$$", "$$"), ("\\[", "\\]"), ("$", "$"), ("\\(", "\\)")]
    for (index, fence) in fences.enumerated() {
      let (open, close) = (Array(fence.0.utf8), Array(fence.1.utf8))
      guard range.count > open.count + close.count, bytes[range].starts(with: open),
        bytes[range].suffix(close.count).elementsEqual(close),
        Self.closesAtEnd(bytes[range], close)
      else { continue }
      isInline = index >= 2
      let inner = range.lowerBound + open.count..<range.upperBound - close.count
      range = Self.trimmed(inner, bytes)
      break
    }
    span = SourceSpan(file: file.id, range)
  }

  /// Whether the dollars at the end are those that close the first ones: not in `$a$ and $b$`.
  private static func closesAtEnd(_ bytes: ArraySlice<UInt8>, _ close: [UInt8]) -> Bool {
    guard close[0] == UInt8(ascii: "$") else { return true }
    let inner = bytes.dropFirst(close.count).dropLast(close.count)
    return !inner.contains(UInt8(ascii: "$")) || inner.contains(UInt8(ascii: "{"))
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var range = range
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while let first = range.first, isBlank(bytes[first]) { range = first + 1..<range.upperBound }
    while let last = range.last, isBlank(bytes[last]) {
      // `\ ` at the end is a space that was meant.
      if last > range.lowerBound, bytes[last - 1] == UInt8(ascii: "\\") { break }
      range = range.lowerBound..<last
    }
    return range
  }
}
