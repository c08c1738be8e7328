import Datasets

/// A number as an author typed it, with the digits that are significant and a unit behind it.
struct PinnedValue {
  private let text: String
  private var number: Double?
  private var decimals = 0
  /// Where the number stands, its sign included.
  private var range: Range<String.Index>?
  /// What separates groups of digits and what stands for minus, as typed.
  private var separator: Unicode.Scalar?
  private var minus: Unicode.Scalar = "−"

  init(_ text: String) {
    self.text = text
    var digits = ""
    var isNegative = false
    var hasPoint = false
    var start: String.Index?
    var end = text.startIndex
    let scalars = text.unicodeScalars
    scan: for index in scalars.indices {
      let scalar = scalars[index]
      switch scalar {
      case "0"..."9":
        if start == nil { start = index }
        end = scalars.index(after: index)
        digits.unicodeScalars.append(scalar)
        if hasPoint { decimals += 1 }
      case ".":
        guard !hasPoint, !digits.isEmpty else { break scan }
        hasPoint = true
        digits += "."
      case ",", "\u{202F}", "\u{2009}", "\u{A0}":
        if digits.isEmpty { continue }
        // Between digits only: behind a number it may be a comma, or stand before a unit.
        let next = scalars.index(after: index)
        guard next < scalars.endIndex, ("0"..."9").contains(scalars[next]), !hasPoint else {
          break scan
        }
        separator = scalar
      case "-", "−", "–":
        guard digits.isEmpty else { break scan }
        isNegative = true
        minus = scalar
        start = index
      default:
        if !digits.isEmpty { break scan }
        isNegative = false
        start = nil
      }
    }
    number = Double(digits).map { isNegative ? -$0 : $0 }
    if number != nil, let start { range = start..<end }
  }

  /// What the data give when the typed number is not their rounding; nil when it is.
  func disagreement(with value: CellValue) -> String? {
    switch value {
    case .null: return "nothing (NULL)"
    case .text(let other): return text == other ? nil : "'\(other)'"
    case .integer, .real:
      guard let number, let exact = value.number else { return value.description }
      let format = NumberFormat(
        kind: .fixed, digits: decimals, groupsThousands: false, showsPlus: false)
      return format.string(exact) == format.string(number) ? nil : format.string(exact)
    }
  }

  /// The value as it would have been typed here, and what it takes the place of; nil when there is
  /// no value, or no number to replace.
  func replacement(for value: CellValue) -> (range: Range<String.Index>, text: String)? {
    switch value {
    case .null: return nil
    case .text(let other): return (text.startIndex..<text.endIndex, other)
    case .integer, .real:
      guard let range, let exact = value.number else { return nil }
      let format = NumberFormat(
        kind: .fixed, digits: decimals, groupsThousands: separator != nil, showsPlus: false)
      var written = format.string(exact)
      if let separator { written = written.replacing(",", with: String(separator)) }
      return (range, written.replacing("−", with: String(minus)))
    }
  }
}
