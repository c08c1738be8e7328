import Diagnostics

/// Leads the text of a YAML scalar back to its bytes, through folded lines, indents and the escapes
/// of quotation marks.
///
/// Source: YAML 1.2, sections 7.3 (flow scalars) and 8.1 (block scalars).
struct ScalarSource {
  enum Style { case plain, singleQuoted, doubleQuoted, block }

  private let style: Style
  private let source: SpannedText
  private var bytes: [UInt8] { source.bytes }
  /// In the source.
  private var position: Int
  /// How far a block scalar's lines are indented.
  private var indent = 0

  /// - Parameter range: of the scalar in the source, with its quotation marks or block indicator.
  private init(_ style: Style, _ range: Range<Int>, in source: SpannedText) {
    self.style = style
    self.source = source
    position = range.lowerBound
    switch style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: position += 1
    case .block:
      position = (source.bytes[position...].firstIndex(of: 0x0A) ?? source.bytes.count - 1) + 1
      indent = blanks(at: position)
      position += indent
    }
  }

  /// - Returns: the value, each byte of which knows its place; nil when it is written with escapes
  ///   that stand for other characters.
  static func text(
    of value: String, _ style: Style, at range: Range<Int>, in source: SpannedText
  ) -> SpannedText? {
    var reader = ScalarSource(style, range, in: source)
    return reader.read(Array(value.utf8))
  }

  private mutating func read(_ value: [UInt8]) -> SpannedText? {
    var result = SpannedText(file: source.file)
    var index = 0
    while index < value.count {
      if let (breaks, next) = lineBreaks() {
        let end = foldedEnd(of: breaks, in: value, from: index)
        guard end > index else { return nil }
        let words = String(decoding: value[index..<end], as: UTF8.self)
        result.append(unwritten: words, at: source.sourceOffset(position))
        (index, position) = (end, next)
        continue
      }
      skipEscape(of: value[index])
      let start = position
      while index < value.count, position < bytes.count, bytes[position] == value[index],
        position == start || !isSpecial(bytes[position])
      {
        position += 1
        index += 1
      }
      if position > start {
        result.append(start..<position, of: source)
      } else {
        // The text ends, and the last line end is understood.
        guard position >= bytes.count, value[index...].allSatisfy({ $0 == 0x0A }) else {
          return nil
        }
        result.append(
          unwritten: String(decoding: value[index...], as: UTF8.self),
          at: source.sourceOffset(bytes.count))
        break
      }
    }
    return result
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x27 && style == .singleQuoted || byte == 0x5C && style == .doubleQuoted
  }

  /// `''` and `\"` stand for their last byte.
  private mutating func skipEscape(of byte: UInt8) {
    guard position + 1 < bytes.count, bytes[position + 1] == byte else { return }
    switch (style, bytes[position]) {
    case (.singleQuoted, 0x27), (.doubleQuoted, 0x5C): position += 1
    default: break
    }
  }

  private func blanks(at start: Int) -> Int {
    bytes[min(start, bytes.count)...].prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  /// The line ends that begin here, behind blanks that flow scalars lose, and where the words of the
  /// next line begin.
  private func lineBreaks() -> (count: Int, next: Int)? {
    var (count, at) = (0, position)
    while true {
      var end = at
      if style != .block || count > 0 { end += blanks(at: at) }
      if end < bytes.count, bytes[end] == 0x0D { end += 1 }
      guard end < bytes.count, bytes[end] == 0x0A else { break }
      (count, at) = (count + 1, end + 1)
    }
    guard count > 0 else { return nil }
    let lost = blanks(at: at)
    return (count, at + (style == .block ? min(indent, lost) : lost))
  }

  /// The end of the blank or of the newlines that line ends were read as.
  private func foldedEnd(of breaks: Int, in value: [UInt8], from index: Int) -> Int {
    if value[index] == 0x20 { return breaks == 1 ? index + 1 : index }
    let newlines = value[index...].prefix { $0 == 0x0A }.count
    let isLast = index + newlines == value.count
    return newlines == breaks || newlines == breaks - 1 || isLast ? index + newlines : index
  }
}
