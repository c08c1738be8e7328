/// How a quantitative axis writes its ticks: Vega's rules (`formatSpan` and `formatFloat`).
enum TickFormat {
  /// A format with just the digits that ticks of one step need; with thousands grouped unless the
  /// author gave a format of their own.
  static func span(
    _ domain: ClosedRange<Double>, count: Double, format: NumberFormat?, _ numbers: NumberMarks
  ) -> @Sendable (Double) -> String {
    span(
      step: Ticks.step(domain, count: count),
      largest: max(abs(domain.lowerBound), abs(domain.upperBound)), format: format, numbers)
  }

  /// The same for a known step.
  static func span(
    step: Double, largest: Double, format: NumberFormat?, _ numbers: NumberMarks
  ) -> @Sendable (Double) -> String {
    var format = format ?? grouped
    guard format.precision == nil, step > 0 else {
      return { [format] in numbers.written(format.text($0)) }
    }
    let exponent = DecimalDigits.exponent(step)
    switch format.kind {
    case .fixed: format.precision = max(0, -exponent)
    case .percent: format.precision = max(0, -exponent - 2)
    case .si:
      let power = DecimalDigits.prefixPower(DecimalDigits.exponent(largest))
      format.kind = .fixed
      format.precision = max(0, power - exponent)
      let (prefix, scale) = (NumberFormat.prefix(power), LogMath.power10(abs(power)))
      return { [format] in
        numbers.written(format.text(power < 0 ? $0 * scale : $0 / scale)) + prefix
      }
    case .shortest, .exponent, .general, .rounded, .roundedPercent:
      let digits = max(0, DecimalDigits.exponent(abs(largest) - step) - exponent) + 1
      format.precision = format.kind == .exponent ? digits - 1 : digits
    case .integer, .binary, .octal, .hexadecimal, .upperHexadecimal: break
    }
    return { [format] in numbers.written(format.text($0)) }
  }

  /// As many digits as each number has: for the ticks of a log axis, and given ones.
  static func each(
    _ format: NumberFormat?, _ numbers: NumberMarks
  ) -> @Sendable (Double) -> String {
    var format = format ?? NumberFormat(",") ?? grouped
    if format.precision == nil {
      format.precision = format.kind == .percent ? 10 : format.kind == .exponent ? 11 : 12
      format.trims = true
    }
    return { [format] in numbers.written(format.text($0)) }
  }

  private static let grouped: NumberFormat = {
    var format = NumberFormat(.fixed)
    format.groups = true
    return format
  }()
}

extension NumberFormat {
  /// A power of ten with a raised exponent: 10⁻⁶.
  static func power(_ exponent: Int) -> String {
    "10" + Numerals.raised(exponent)
  }

  /// A number as prose would have it: at most four significant digits, six from a thousand on.
  static func plain(_ value: Double) -> String {
    NumberFormat(.general, precision: abs(value) >= 1000 ? 6 : 4).text(value)
  }
}

extension NumberMarks {
  /// A number as prose would have it.
  func short(_ value: Double) -> String { written(NumberFormat.plain(value)) }

  /// "3.2, 96" in English, and "3,2; 96" where commas are in the numbers.
  func list(_ values: [Double]) -> String {
    values.map(short).joined(separator: decimal == "," ? "; " : ", ")
  }

  /// A probability: whole percents, no 0 % or 100 % for what is neither.
  func percent(_ share: Double) -> String {
    if share >= 0.995 { return written(share > 1 - 1e-9 ? "100%" : ">99%") }
    if share < 0.01 { return written(share < 1e-9 ? "0%" : "<1%") }
    return written("\(Int((share * 100).rounded()))%")
  }
}
