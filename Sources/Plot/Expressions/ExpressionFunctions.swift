import Foundation

/// The constants and functions of expressions (Vega's, but for those of the screen and of chance).
enum ExpressionFunctions {
  typealias Function = @Sendable ([ExpressionValue]) -> ExpressionValue

  static let constants: [String: Double] = [
    "NaN": .nan, "E": M_E, "LN2": M_LN2, "LN10": M_LN10, "LOG2E": M_LOG2E, "LOG10E": M_LOG10E,
    "PI": .pi, "SQRT1_2": 0.5.squareRoot(), "SQRT2": 2.0.squareRoot(), "Infinity": .infinity,
    "MAX_VALUE": .greatestFiniteMagnitude, "MIN_VALUE": Double.leastNonzeroMagnitude,
  ]

  static let all: [String: Function] = numbers.merging(texts) { first, _ in first }
    .merging(dates) { first, _ in first }
    .merging(ProbabilityFunctions.all) { first, _ in first }

  /// A function of the first argument as a number.
  private static func of(_ function: @escaping @Sendable (Double) -> Double) -> Function {
    { .number(function($0.first?.number ?? .nan)) }
  }

  private static let numbers: [String: Function] = [
    "abs": of(abs), "ceil": of { $0.rounded(.up) }, "floor": of { $0.rounded(.down) },
    "round": of { ($0 + 0.5).rounded(.down) }, "trunc": of { $0.rounded(.towardZero) },
    "sqrt": of { $0.squareRoot() }, "cbrt": of(cbrt), "exp": of(exp),
    "log": of { Foundation.log($0) }, "log2": of(log2), "log10": of { Foundation.log10($0) },
    "sin": of(sin), "cos": of(cos), "tan": of(tan), "asin": of(asin), "acos": of(acos),
    "atan": of(atan), "sign": of { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 },
    "atan2": { .number(atan2($0.number(0), $0.number(1))) },
    "pow": { .number(pow($0.number(0), $0.number(1))) },
    "hypot": { .number($0.reduce(0) { $0 + $1.number * $1.number }.squareRoot()) },
    "min": { .number($0.flatMap(\.numbers).reduce(.infinity) { Swift.min($0, $1) }) },
    "max": { .number($0.flatMap(\.numbers).reduce(-.infinity) { Swift.max($0, $1) }) },
    "clamp": { .number(Swift.min(Swift.max($0.number(0), $0.number(1)), $0.number(2))) },
    "toNumber": { $0.first == .null ? .null : .number($0.number(0)) },
    "isNaN": { .bool($0.number(0).isNaN) }, "isFinite": { .bool($0.number(0).isFinite) },
    "isNumber": { if case .number? = $0.first { .bool(true) } else { .bool(false) } },
    "isString": { if case .text? = $0.first { .bool(true) } else { .bool(false) } },
    "isBoolean": { if case .bool? = $0.first { .bool(true) } else { .bool(false) } },
    "isArray": { if case .list? = $0.first { .bool(true) } else { .bool(false) } },
    "isDefined": { .bool(($0.first ?? .null) != .null) },
    "isValid": {
      guard let value = $0.first, value != .null else { return .bool(false) }
      if case .number(let number) = value { return .bool(!number.isNaN) }
      return .bool(true)
    },
    "toBoolean": { $0.first == .null ? .null : .bool($0.first?.isTrue ?? false) },
    "inrange": {
      let range = ($0.count > 1 ? $0[1].numbers : []).sorted()
      return .bool(range.count == 2 && $0.number(0) >= range[0] && $0.number(0) <= range[1])
    },
    "span": {
      let values = $0.first?.numbers ?? []
      return .number((values.last ?? 0) - (values.first ?? 0))
    },
    "extent": {
      let values = $0.first?.numbers ?? []
      return .list([.number(values.min() ?? .nan), .number(values.max() ?? .nan)])
    },
    "sequence": { arguments in
      let start = arguments.count > 1 ? arguments.number(0) : 0
      let stop = arguments.number(arguments.count > 1 ? 1 : 0)
      let step = arguments.count > 2 ? arguments.number(2) : 1
      guard step != 0, abs((stop - start) / step) < 100_000 else { return .list([]) }
      return .list(stride(from: start, to: stop, by: step).map { .number($0) })
    },
    "format": { arguments in
      let format = NumberFormat(arguments.text(1)) ?? NumberFormat(.shortest)
      return .text(format.text(arguments.number(0)))
    },
  ]

  private static let texts: [String: Function] = [
    "toString": { $0.first == .null ? .null : .text($0.text(0)) },
    "length": {
      if case .list(let values)? = $0.first { return .number(Double(values.count)) }
      return .number(Double($0.text(0).utf16.count))
    },
    "upper": { .text($0.text(0).uppercased()) }, "lower": { .text($0.text(0).lowercased()) },
    "trim": { .text($0.text(0).trimmingCharacters(in: .whitespacesAndNewlines)) },
    "substring": { .text($0.text(0).cut($0.bound(1, 0), $0.bound(2, .max))) },
    "slice": {
      let count = $0.text(0).count
      func place(_ value: Int) -> Int { value < 0 ? Swift.max(0, count + value) : value }
      return .text($0.text(0).cut(place($0.bound(1, 0)), place($0.bound(2, count))))
    },
    "indexof": {
      if case .list(let values)? = $0.first, $0.count > 1 {
        return .number(Double(values.firstIndex(of: $0[1]) ?? -1))
      }
      return .number(Double($0.text(0).place(of: $0.text(1)) ?? -1))
    },
    "replace": { arguments in
      guard let range = arguments.text(0).range(of: arguments.text(1)) else {
        return .text(arguments.text(0))
      }
      return .text(arguments.text(0).replacingCharacters(in: range, with: arguments.text(2)))
    },
    "split": { .list($0.text(0).components(separatedBy: $0.text(1)).map { .text($0) }) },
    "join": {
      guard case .list(let values)? = $0.first else { return .text($0.text(0)) }
      return .text(values.map(\.text).joined(separator: $0.count > 1 ? $0.text(1) : ","))
    },
    "pad": {
      let (text, width) = ($0.text(0), $0.bound(1, 0))
      let fill = String(
        repeating: $0.count > 2 ? $0.text(2) : " ", count: Swift.max(0, width - text.count))
      return .text($0.count > 3 && $0.text(3) == "left" ? fill + text : text + fill)
    },
    "truncate": {
      let (text, width) = ($0.text(0), $0.bound(1, .max))
      return .text(text.count <= width ? text : text.prefix(Swift.max(0, width - 1)) + "…")
    },
  ]

  /// A part of the date that the first argument is.
  private static func part(_ part: @escaping @Sendable (CalendarDate) -> Int) -> Function {
    {
      let moment = $0.first?.moment ?? .nan
      return .number(moment.isFinite ? Double(part(CalendarDate(moment))) : .nan)
    }
  }

  private static let dates: [String: Function] = {
    var functions: [String: Function] = [
      "year": part(\.year), "month": part(\.month), "date": part(\.day), "day": part(\.weekday),
      "hours": part(\.hour), "minutes": part(\.minute), "seconds": part(\.second),
      "milliseconds": part(\.millisecond), "quarter": part { $0.month / 3 + 1 },
      "week": part { $0.week() }, "dayofyear": part(\.dayOfYear),
      "time": { .number($0.first?.moment ?? .nan) },
      "toDate": { $0.first == .null ? .null : .number($0.first?.moment ?? .nan) },
      "timeFormat": {
        let moment = $0.first?.moment ?? .nan
        return moment.isFinite ? .text(TimeFormat($0.text(1)).text(moment)) : .null
      },
      "monthFormat": { .text(TimeFormat.months[Swift.min(Swift.max($0.bound(0, 0), 0), 11)]) },
      "dayFormat": { .text(TimeFormat.weekdays[Swift.min(Swift.max($0.bound(0, 0), 0), 6)]) },
      "monthAbbrevFormat": {
        .text(String(TimeFormat.months[Swift.min(Swift.max($0.bound(0, 0), 0), 11)].prefix(3)))
      },
      "dayAbbrevFormat": {
        .text(String(TimeFormat.weekdays[Swift.min(Swift.max($0.bound(0, 0), 0), 6)].prefix(3)))
      },
      "datetime": { arguments in
        if arguments.count == 1 { return .number(arguments[0].moment) }
        var date = CalendarDate(year: arguments.bound(0, 1970), month: arguments.bound(1, 0))
        date.day = arguments.bound(2, 1)
        date.hour = arguments.bound(3, 0)
        date.minute = arguments.bound(4, 0)
        date.second = arguments.bound(5, 0)
        date.millisecond = arguments.bound(6, 0)
        return .number(date.milliseconds)
      },
    ]
    for name in ["year", "month", "date", "day", "hours", "minutes", "seconds", "quarter"] {
      functions["utc" + name] = functions[name]
    }
    functions["utcFormat"] = functions["timeFormat"]
    functions["utc"] = functions["datetime"]
    return functions
  }()
}

extension ExpressionValue {
  /// The numbers of a list, or the one number that this is.
  fileprivate var numbers: [Double] {
    if case .list(let values) = self { values.map(\.number) } else { [number] }
  }
}

extension [ExpressionValue] {
  func number(_ index: Int) -> Double { index < count ? self[index].number : .nan }
  fileprivate func text(_ index: Int) -> String { index < count ? self[index].text : "" }

  /// An argument as a whole number.
  fileprivate func bound(_ index: Int, _ standard: Int) -> Int {
    let value = number(index)
    return value.isFinite && abs(value) < 1e15 ? Int(value) : standard
  }
}

extension String {
  fileprivate func cut(_ start: Int, _ end: Int) -> String {
    let (low, high) = (Swift.max(0, Swift.min(start, end)), Swift.min(Swift.max(start, end), count))
    return low < high ? String(dropFirst(low).prefix(high - low)) : ""
  }

  fileprivate func place(of part: String) -> Int? {
    range(of: part).map { distance(from: startIndex, to: $0.lowerBound) }
  }
}
