import Datasets
import Plot

/// A number as an author typed it, with the digits that are significant and a unit behind it.
struct PinnedValue {
  private let text: String
  private let marks: NumberMarks
  /// What the digits say; nil when there are none.
  private var number: Double?
  private var decimals = 0
  /// Where the number stands, its sign included.
  private var range: Range<String.Index>?
  /// What separates groups of digits and what stands for minus, as typed.
  private var separator: Unicode.Scalar?
  private var minus: Unicode.Scalar = "−"
  /// Whether it is written with the marks of another language, as 3.20 is in German.
  private(set) var isForeign = false
  /// What it would be with point and comma exchanged.
  private var exchanged: Double?

  /// - Parameter marks: of the chapter's language.
  init(_ text: String, _ marks: NumberMarks = .english) {
    self.text = text
    self.marks = marks
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { ("0"..."9").contains($0) }) else { return }
    var start = first
    var isNegative = false
    if start > 0, ["-", "−", "–"].contains(scalars[start - 1]) {
      isNegative = true
      start -= 1
      minus = scalars[start]
    }
    func value(_ numeral: NumberMarks.Numeral) -> Double? {
      guard !numeral.isForeign else { return nil }
      return Double(numeral.plain).map { isNegative ? -$0 : $0 }
    }
    var numeral = marks.numeral(in: scalars, at: first)
    number = value(numeral)
    let other = marks.exchanged.numeral(in: scalars, at: first)
    exchanged = value(other)
    if numeral.isForeign {
      isForeign = true
      guard !other.isForeign else { return }
      numeral = other
    }
    decimals = numeral.decimals
    separator = numeral.separator
    let indices = Array(text.unicodeScalars.indices) + [text.endIndex]
    range = indices[start]..<indices[numeral.range.upperBound]
  }

  /// What the data give when the typed number is not their rounding; nil when it is.
  func disagreement(with value: CellValue) -> String? {
    switch value {
    case .null: return "nothing (NULL)"
    case .text(let other): return text == other ? nil : "'\(other)'"
    case .integer, .real:
      guard let exact = value.number else { return value.description }
      guard range != nil else { return marks.written(value.description) }
      let written = format.string(exact)
      if let number, format.string(number) == written { return nil }
      return current(exact)
    }
  }

  /// Whether the data agree with the number when its point and comma change places.
  func agreesExchanged(with value: CellValue) -> Bool {
    guard let exchanged, let exact = value.number else { return false }
    let other = PinnedValue(text, marks.exchanged)
    return other.format.string(exact) == other.format.string(exchanged)
  }

  /// The value as it would have been typed here, and what it takes the place of; nil when there is
  /// no value, or no number to replace.
  func replacement(for value: CellValue) -> (range: Range<String.Index>, text: String)? {
    switch value {
    case .null: return nil
    case .text(let other): return (text.startIndex..<text.endIndex, other)
    case .integer, .real:
      guard let range, let exact = value.number else { return nil }
      return (range, current(exact))
    }
  }

  private var format: NumberFormat {
    NumberFormat(
      kind: .fixed, digits: decimals, groupsThousands: separator != nil, showsPlus: false)
  }

  /// With as many digits, in the same dress; a number in foreign marks changes them.
  private func current(_ exact: Double) -> String {
    var dress = marks
    if let separator, !isForeign {
      dress.group = Character(separator)
      dress.leastGrouped = 4
    }
    return dress.written(format.string(exact)).replacing("−", with: String(minus))
  }
}
