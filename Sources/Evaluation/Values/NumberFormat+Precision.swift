import Datasets
import Diagnostics

/// Warnings about digits that tell nothing.
extension NumberFormat {
  /// A warning when the format prints more digits than the source of a stored value has.
  ///
  /// - Parameter decimals: the most that the source prints; nil for computed values, which have none.
  func falsePrecision(for decimals: Int?, at span: SourceSpan?) -> Diagnostic? {
    guard let decimals, let printed = decimalsOfValue, printed > decimals else { return nil }
    let data =
      decimals == 0 ? "no decimals" : decimals == 1 ? "one decimal" : "\(decimals) decimals"
    return falsePrecision(
      (printed == 1 ? "one decimal is printed" : "\(printed) decimals are printed")
        + ", but the source has \(data)", useful: decimals, at: span)
  }

  /// A warning when the format prints digits far below what rounded numbers can tell: a mean of
  /// numbers with one decimal is known to ±0.05, so that its second decimal is a help to the reader
  /// and its third is noise.
  ///
  /// - Parameter uncertainty: half of the interval that the value lies in; nil when not known.
  func falsePrecision(at span: SourceSpan?, within uncertainty: () -> Double?) -> Diagnostic? {
    guard let printed = decimalsOfValue, let half = uncertainty(), half > 0 else { return nil }
    // A tenth of the interval, with room for its binary form.
    var useful = 0
    while useful < 15, Self.power(useful) > half / 5 * 1.000001 { useful += 1 }
    guard printed > useful else { return nil }
    let known = NumberFormat(
      kind: .significant, digits: 1, groupsThousands: false, showsPlus: false
    ).string(half)
    return falsePrecision(
      "\(printed) decimals are printed, but the printed numbers that it is computed from "
        + "tell it to ±\(known) only", useful: useful, at: span)
  }

  /// A warning when a computed number stands in all its digits, because nobody gave a format.
  ///
  /// - Parameters:
  ///   - values: of one column, or one value.
  ///   - subject: "the column 'share'", as the beginning of a sentence.
  static func missing(
    for values: some Sequence<CellValue>, of subject: String, at span: SourceSpan?, help: String
  ) -> Diagnostic? {
    for value in values {
      guard case .real(let number) = value, number.isFinite, number != number.rounded(),
        naturalDigits(number) >= leastUnformatted
      else { continue }
      return .warning(
        "no-format", "\(subject) is printed with all its digits: \(natural.string(number))",
        at: span, help: help)
    }
    return nil
  }

  /// Nobody reads so many digits; what was divided nearly always has them.
  private static let leastUnformatted = 9

  private func falsePrecision(
    _ message: String, useful: Int, at span: SourceSpan?
  ) -> Diagnostic {
    .warning(
      "false-precision", message, at: span,
      help: "write .\(max(0, useful - percentShift))\(kind == .percent ? "%" : "f")")
  }

  /// Decimals of the value that are printed; nil when the number decides.
  private var decimalsOfValue: Int? { fractionDigits.map { $0 + percentShift } }

  /// A percentage shows two decimals more of its value.
  private var percentShift: Int { kind == .percent ? 2 : 0 }

  /// 10 to the power of -digits.
  private static func power(_ digits: Int) -> Double {
    (0..<digits).reduce(1) { value, _ in value / 10 }
  }
}
