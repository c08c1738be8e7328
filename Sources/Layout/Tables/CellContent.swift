import Graphics
import Markup
import Typography

/// The content of a table cell, ready to be set at any width.
struct CellContent {
  /// A paragraph, or a line of one that has forced breaks.
  struct Piece {
    var content: ParagraphContent
    /// Set in from the cell's left edge, as list items are.
    var indent: Points = 0
    /// Stands before the piece at its indent.
    var marker: Frame?
    var spaceAbove: Points = 0
    var minimum: Points
    var maximum: Points
    /// Width of what stands left of the decimal mark, when the piece is a number.
    var integerWidth: Points?
    /// One word in Latin letters, such as a name.
    var isWord = false
    /// A sign for a missing value, centred.
    var isMissing = false
  }

  /// Before the digits of a fraction.
  let decimalMark: Character
  var pieces: [Piece] = []
  /// Blocks that a cell rarely holds, such as code or an image, set at the column's width.
  var minimum: Points { pieces.reduce(0) { max($0, $1.minimum + $1.indent) } }
  var maximum: Points { pieces.reduce(0) { max($0, $1.maximum + $1.indent) } }
  var isNumber: Bool { !pieces.isEmpty && pieces.allSatisfy { $0.integerWidth != nil } }
  var isWord: Bool { pieces.count == 1 && pieces[0].isWord }
  var isMissing: Bool { pieces.count == 1 && pieces[0].isMissing }
  var elements: [StructureID] = []

  init(decimalMark: Character) { self.decimalMark = decimalMark }
}

/// Numbers as tables print them.
enum NumericText {
  /// How many bytes of a number stand before its decimal mark; nil when the text is no number.
  ///
  /// A number may have a sign or a sign of approximation before it, groups of digits, and up to
  /// four characters of unit or mark behind it.
  static func integerBytes(_ text: String, decimalMark: Character = ".") -> Int? {
    let bytes = Array(text.utf8)
    let decimal = Array(decimalMark.utf8)
    var at = 0
    var digits = 0
    // Each sign may stand once, in this order.
    for sign in signs where bytes[at...].starts(with: sign) { at += sign.count }
    while at < bytes.count {
      if isDigit(bytes[at]) {
        digits += 1
        at += 1
      } else if let length = separator(bytes, at, besides: decimal) {
        at += length
      } else {
        break
      }
    }
    let integer = at
    let fraction = at + decimal.count
    if bytes[at...].starts(with: decimal), fraction < bytes.count, isDigit(bytes[fraction]) {
      at = fraction
      while at < bytes.count, isDigit(bytes[at]) {
        at += 1
        digits += 1
      }
    }
    guard digits > 0 else { return nil }
    let rest = String(decoding: bytes[at...], as: UTF8.self)
    guard rest.unicodeScalars.count <= 4, !rest.utf8.contains(where: isDigit),
      !rest.contains("-"), !rest.contains("/")
    else { return nil }
    return integer
  }

  private static let signs =
    ["~", "≈", "±", "+", "-", "−", "–", "<", ">", "≤", "≥", "$", "↑", "↓", " "]
    .map { Array($0.utf8) }

  static func isMissing(_ text: String) -> Bool {
    ["-", "–", "—", "−", "n/a", "N/A"].contains(text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static let separators =
    [",", ".", "\u{202F}", "\u{2009}", "\u{A0}", "’"].map { Array($0.utf8) }

  /// The bytes of a mark between groups of digits.
  private static func separator(_ bytes: [UInt8], _ at: Int, besides decimal: [UInt8]) -> Int? {
    guard at > 0, isDigit(bytes[at - 1]),
      let mark = separators.first(where: { $0 != decimal && bytes[at...].starts(with: $0) }),
      at + mark.count < bytes.count, isDigit(bytes[at + mark.count])
    else { return nil }
    return mark.count
  }
}
