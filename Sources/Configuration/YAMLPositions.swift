import Diagnostics
import Yams

/// Leads from libyaml's marks (line, column in Unicode scalars) to bytes of the text and the file.
struct YAMLPositions {
  let text: SpannedText
  private let lineStarts: [Int]
  /// Of long lines, by their number: the bytes of every so many scalars, lest each mark of JSON that
  /// stands on one line be counted from its beginning.
  private let milestones: [Int: [Int]]
  private static let milestoneDistance = 256

  init(_ text: SpannedText) {
    self.text = text
    let bytes = text.bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var i = starts[0]
    while i < bytes.count {
      let length = Self.lineBreakLength(bytes, at: i)
      if length > 0 { starts.append(i + length) }
      i += max(1, length)
    }
    lineStarts = starts
    milestones = Self.milestones(bytes, starts)
  }

  private static func milestones(_ bytes: [UInt8], _ lineStarts: [Int]) -> [Int: [Int]] {
    var out: [Int: [Int]] = [:]
    for (line, start) in lineStarts.enumerated() {
      let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
      guard end - start > 4 * milestoneDistance else { continue }
      var (places, scalars) = ([Int](), 0)
      for i in start..<end where bytes[i] & 0xC0 != 0x80 {
        if scalars % milestoneDistance == 0 { places.append(i) }
        scalars += 1
      }
      out[line + 1] = places
    }
    return out
  }

  /// libyaml ends a line at LF, CR, CR LF, NEL, LS and PS; returns the length of the one at `i`.
  private static func lineBreakLength(_ bytes: [UInt8], at i: Int) -> Int {
    switch bytes[i] {
    case 0x0A: return 1
    case 0x0D: return i + 1 < bytes.count && bytes[i + 1] == 0x0A ? 2 : 1
    case 0xC2: return i + 1 < bytes.count && bytes[i + 1] == 0x85 ? 2 : 0
    case 0xE2:
      let isSeparator =
        i + 2 < bytes.count && bytes[i + 1] == 0x80
        && (bytes[i + 2] == 0xA8 || bytes[i + 2] == 0xA9)
      return isSeparator ? 3 : 0
    default: return 0
    }
  }

  /// The byte of the text at a mark.
  func offset(_ mark: Mark) -> Int { offset(line: mark.line, column: mark.column) }

  private func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return text.bytes.count }
    var i = lineStarts[line - 1]
    var rest = max(0, column - 1)
    if let places = milestones[line], !places.isEmpty {
      let nearest = min(rest / Self.milestoneDistance, places.count - 1)
      i = places[nearest]
      rest -= nearest * Self.milestoneDistance
    }
    for _ in 0..<rest where i < text.bytes.count {
      i += 1
      while i < text.bytes.count, text.bytes[i] & 0xC0 == 0x80 { i += 1 }
    }
    return i
  }

  /// A place in the file; at the end of the text its last visible character.
  func span(at mark: Mark, length: Int = 1) -> SourceSpan {
    var start = offset(mark)
    if start >= text.bytes.count {
      start = text.bytes.lastIndex { $0 > 0x20 } ?? 0
    }
    return text.span(start..<min(text.bytes.count, start + length))
  }

  /// The bytes of the text that a scalar takes, with its quotes.
  func range(of scalar: Node.Scalar, at start: Int) -> Range<Int> {
    let bytes = text.bytes
    var start = min(start, bytes.count)
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      // The mark of a tagged or anchored scalar is the tag's.
      let quote: UInt8 = scalar.style == .singleQuoted ? 0x27 : 0x22
      while start < bytes.count, bytes[start] != quote { start += 1 }
      var i = start + 1
      while i < bytes.count {
        if bytes[i] == 0x5C, quote == 0x22 {
          i += 2
        } else if bytes[i] == quote {
          guard quote == 0x27, i + 1 < bytes.count, bytes[i + 1] == quote else { break }
          i += 2
        } else {
          i += 1
        }
      }
      return start..<min(bytes.count, i + 1)
    case .literal, .folded:
      return start..<endOfLine(start)
    default:
      let length = scalar.string.utf8.count
      let end = start + length
      if end <= bytes.count, bytes[start..<end].elementsEqual(scalar.string.utf8) {
        return start..<end
      }
      return start..<endOfLine(start)
    }
  }

  private func endOfLine(_ start: Int) -> Int {
    var end = start
    while end < text.bytes.count, text.bytes[end] != 0x0A { end += 1 }
    while end > start, text.bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  /// Where a block mapping's key stands once more, at the same column, below `mark`.
  func repetition(of key: String, after mark: Mark) -> SourceSpan? {
    var line = mark.line + 1
    while line <= lineStarts.count {
      let start = offset(line: line, column: mark.column)
      if text.bytes[start...].starts(with: key.utf8) {
        let end = start + key.utf8.count
        if end < text.bytes.count, text.bytes[end] == 0x3A { return text.span(start..<end) }
      }
      line += 1
    }
    return nil
  }

  /// Help for the mistakes that libyaml's messages do not explain.
  func advice(at mark: Mark) -> [String] {
    guard mark.line >= 1, mark.line <= lineStarts.count else { return [] }
    let start = lineStarts[mark.line - 1]
    let line = text.bytes[start..<max(start, endOfLine(start))]
    if line.prefix(while: { $0 <= 0x20 }).contains(0x09) {
      return ["indent with spaces: YAML allows no tabs there"]
    }
    let colons = line.indices.filter { i in
      line[i] == 0x3A && (i + 1 == line.endIndex || line[i + 1] == 0x20)
    }
    if colons.count > 1, !line.contains(0x7B) {
      return ["put text that holds ': ' in quotes"]
    }
    if let (indent, above) = unlikeIndents(ofLine: mark.line) {
      return ["this line is indented by \(indent), the key above it by \(above)"]
    }
    return []
  }

  /// The indents of a line and of the nearest key above it, when they differ.
  private func unlikeIndents(ofLine line: Int) -> (Int, Int)? {
    func indent(_ line: Int) -> (indent: Int, isKey: Bool) {
      let start = lineStarts[line - 1]
      let text = text.bytes[start..<max(start, endOfLine(start))]
      let indent = text.prefix { $0 == 0x20 }.count
      return (indent, text.dropFirst(indent).first.map { $0 != 0x23 } ?? false)
    }
    let own = indent(line).indent
    for above in stride(from: line - 1, to: 0, by: -1) where indent(above).isKey {
      let other = indent(above).indent
      return other == own ? nil : (own, other)
    }
    return nil
  }

  /// Where brackets or list marks are nested deeper than any author does: Yams reads by recursion,
  /// and thousands of levels would end the process. Brackets in quotes count, too; it is a guard.
  var tooDeep: SourceSpan? {
    let limit = 256
    var brackets = 0
    var marks = 0
    for (i, byte) in text.bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): marks += 1
      case 0x20: continue
      default: marks = 0
      }
      let isRule = marks > limit && i > 0 && text.bytes[i - 1] == byte
      if brackets > limit || marks > limit && !isRule { return text.span(i..<i + 1) }
    }
    return nil
  }

  /// The first byte that does not belong to well-formed UTF-8.
  var firstInvalidByte: SourceSpan {
    var i = 0
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = text.bytes.makeIterator()
    while case .valid(let scalar) = decoder.parseScalar(from: &iterator) { i += scalar.count }
    return text.span(i..<min(text.bytes.count, i + 1))
  }
}
