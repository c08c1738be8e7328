/// A number, a text or a truth value in a specification; a date is milliseconds since 1970.
public enum ScalarValue: Decodable, Sendable, Hashable {
  case number(Double)
  case text(String)
  case bool(Bool)

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case year, quarter, month, date, day, hours, minutes, seconds, milliseconds, utc, expr
  }

  public init(from decoder: any Decoder) throws {
    if let plain = try decoder.singleValueContainer().scalar {
      self = plain
    } else {
      let keys = try decoder.container(keyedBy: CodingKeys.self)
      var date = CalendarDate(
        year: try keys.decodeIfPresent(Int.self, forKey: .year) ?? 2012)
      if let name = keys.word(.month) {
        let index = TimeFormat.months.firstIndex {
          name.count >= 3 && $0.lowercased().hasPrefix(name.lowercased())
        }
        guard let index else {
          throw DecodingError.dataCorruptedError(
            forKey: .month, in: keys, debugDescription: "'\(name)' is no month")
        }
        date.month = index
      } else if let month = try keys.decodeIfPresent(Int.self, forKey: .month) {
        date.month = month - 1
      } else if let quarter = try keys.decodeIfPresent(Int.self, forKey: .quarter) {
        date.month = 3 * (quarter - 1)
      }
      date.day = try keys.decodeIfPresent(Int.self, forKey: .date) ?? 1
      date.hour = try keys.decodeIfPresent(Int.self, forKey: .hours) ?? 0
      date.minute = try keys.decodeIfPresent(Int.self, forKey: .minutes) ?? 0
      date.second = try keys.decodeIfPresent(Int.self, forKey: .seconds) ?? 0
      date.millisecond = try keys.decodeIfPresent(Int.self, forKey: .milliseconds) ?? 0
      self = .number(date.milliseconds)
    }
  }
}

extension SingleValueDecodingContainer {
  /// A truth value, number or text; nil for anything else.
  var scalar: ScalarValue? {
    if let flag = try? decode(Bool.self) { return .bool(flag) }
    if let number = try? decode(Double.self) { return .number(number) }
    return (try? decode(String.self)).map { .text($0) }
  }
}

extension ScalarValue {
  var chartValue: ChartValue {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .bool(let flag): .bool(flag)
    }
  }
}

extension ChartValue {
  /// As a value of a specification; nil when empty.
  var scalar: ScalarValue? {
    switch self {
    case .null: nil
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .bool(let flag): .bool(flag)
    }
  }
}
