import Markup

/// A block of code cut into the lines of a column, with its tokens.
struct CodeListing {
  struct Line: Hashable {
    /// Bytes of `bytes`.
    var range: Range<Int>
    /// Its number in the author's text, nil for the rest of a line that was too long.
    var number: Int?
    /// Columns that a continued line is set in by.
    var indent: Int
  }

  /// The text, with tabs as spaces.
  let bytes: [UInt8]
  let tokens: [CodeToken]
  private(set) var lines: [Line] = []
  let isNumbered: Bool
  /// The number of the author's last line.
  let lastNumber: Int
  /// How many of the author's lines go on in another one.
  private(set) var wrapped = 0

  /// - Parameter columns: how many characters fit beside each other, by the last line's number.
  init(_ code: CodeBlock, columns: (_ isNumbered: Bool, _ lastNumber: Int) -> Int) {
    var lines = code.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.expandingTabs
    }
    // A last empty line is nothing to see.
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    bytes = Array(lines.joined(separator: "\n").utf8)
    let grammar = Self.grammar(code.language, startsWith: lines.first ?? "")
    tokens = grammar.map { [bytes] in CodeScanner.tokens(of: bytes, $0) } ?? []
    let attributes = code.attributes
    let start = ["startFrom", "start-from", "start"].lazy.compactMap { attributes[$0] }.first
    isNumbered =
      start != nil || attributes.classes.contains { ["numbered", "numberLines"].contains($0) }
    let first = start.flatMap { Int($0) } ?? 1
    lastNumber = first + lines.count - 1
    let room = max(8, columns(isNumbered, lastNumber))
    var offset = 0
    for (index, line) in lines.enumerated() {
      let pieces = Self.wrap(line, at: offset, number: first + index, columns: room)
      if pieces.count > 1 { wrapped += 1 }
      self.lines += pieces
      offset += line.utf8.count + 1
    }
  }

  /// The language's grammar. A shell's block whose first line is a prompt shows a session.
  private static func grammar(_ language: String?, startsWith line: String) -> CodeGrammar? {
    guard let grammar = language.flatMap(CodeGrammar.named) else { return nil }
    return grammar.names[0] == "bash" && line.hasPrefix("$ ") ? .console : grammar
  }

  /// The kinds along a range of bytes: each piece with its token's kind, nil for plain code.
  func pieces(_ range: Range<Int>) -> [(range: Range<Int>, kind: CodeTokenKind?)] {
    var pieces: [(range: Range<Int>, kind: CodeTokenKind?)] = []
    var at = range.lowerBound
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= at { low = middle + 1 } else { high = middle }
    }
    for token in tokens[low...] {
      guard token.range.lowerBound < range.upperBound else { break }
      let from = max(at, token.range.lowerBound)
      let to = min(range.upperBound, token.range.upperBound)
      if from > at { pieces.append((at..<from, nil)) }
      if to > from { pieces.append((from..<to, token.kind)) }
      at = max(at, to)
    }
    if at < range.upperBound { pieces.append((at..<range.upperBound, nil)) }
    return pieces
  }

  /// Cuts a line into pieces that fit, preferably after a space or punctuation. What goes on is set
  /// in two columns more than the line's own beginning, so that the code's shape stays.
  static func wrap(_ line: String, at offset: Int, number: Int, columns: Int) -> [Line] {
    let cells = Self.cells(line)
    guard cells.last?.end ?? 0 > columns else {
      return [Line(range: offset..<(offset + line.utf8.count), number: number, indent: 0)]
    }
    let lead = cells.prefix { $0.byte == 0x20 }.count
    let indent = min(lead, columns / 3) + 2
    var lines: [Line] = []
    var first = 0
    while first < cells.count {
      let isFirst = first == 0
      let start = first == 0 ? 0 : cells[first - 1].end
      let room = isFirst ? columns : columns - indent
      var last = first
      while last + 1 < cells.count, cells[last + 1].end - start <= room { last += 1 }
      if last + 1 < cells.count {
        let half = first + (last - first) / 2
        if let cut = (half...last).last(where: { Self.cutsAfter.contains(cells[$0].byte) }) {
          last = cut
          while last + 1 < cells.count, cells[last + 1].byte == 0x20 { last += 1 }
        }
      }
      let from = offset + cells[first].offset
      let to = last + 1 < cells.count ? offset + cells[last + 1].offset : offset + line.utf8.count
      lines.append(
        Line(range: from..<to, number: isFirst ? number : nil, indent: isFirst ? 0 : indent))
      first = last + 1
    }
    return lines
  }

  private static let cutsAfter = Set(" ,;()[]{}/&|=+".utf8)

  /// The characters of a line: first byte, where it stands, and the column after it.
  private static func cells(_ line: String) -> [(byte: UInt8, offset: Int, end: Int)] {
    var cells: [(byte: UInt8, offset: Int, end: Int)] = []
    cells.reserveCapacity(line.utf8.count)
    var column = 0
    var offset = 0
    for character in line {
      column += character.isWide ? 2 : 1
      cells.append((character.utf8.first ?? 0, offset, column))
      offset += character.utf8.count
    }
    return cells
  }
}

extension Character {
  /// Whether it takes two columns of code: Chinese, Japanese, Korean, and emoji.
  fileprivate var isWide: Bool {
    guard let first = unicodeScalars.first, first.value >= 0x1100 else { return false }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x20000...0x3FFFD:
      return true
    default:
      return first.properties.isEmojiPresentation
        || unicodeScalars.dropFirst().first?.value == 0xFE0F
    }
  }
}

extension Substring {
  /// Tabs as spaces up to the next multiple of four columns.
  var expandingTabs: String {
    guard utf8.contains(9) else { return String(self) }
    var text = ""
    var column = 0
    for character in self {
      if character == "\t" {
        let count = 4 - column % 4
        text += String(repeating: " ", count: count)
        column += count
      } else {
        text.append(character)
        column += 1
      }
    }
    return text
  }
}
