import Languages

/// What of a date a chart looks at: `yearmonth`, `monthdate`, `hours`, as Vega-Lite writes them.
///
/// Parts that are not looked at are set to those of 2012, a leap year that began on a Sunday.
struct TimeUnit: Hashable, Sendable {
  enum Part: String, CaseIterable, Sendable {
    case year, quarter, month, week, date, dayofyear, day, hours, minutes, seconds, milliseconds
  }

  /// From coarse to fine.
  var parts: [Part]
  var step = 1

  /// Reads `yearmonthdate`, also `utcyearmonth` and `binnedyear`; nil when it is none.
  init?(_ text: String) {
    var rest = Substring(text)
    for prefix in ["binned", "utc"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    var parts: [Part] = []
    // `dayofyear` before `day`.
    while !rest.isEmpty {
      guard let part = Part.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else {
        return nil
      }
      parts.append(part)
      rest = rest.dropFirst(part.rawValue.count)
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  /// The unit's start for a moment.
  func floor(_ moment: Double) -> Double {
    let date = CalendarDate(moment)
    var out = CalendarDate(year: 2012)
    for part in parts {
      switch part {
      case .year: out.year = date.year - (parts == [.year] ? date.year % step : 0)
      case .quarter: out.month = date.month / 3 * 3
      case .month: out.month = date.month - (parts.last == .month ? date.month % step : 0)
      case .date: out.day = date.day - (parts.last == .date ? (date.day - 1) % step : 0)
      case .dayofyear: out.day = date.dayOfYear
      case .day: out.day = date.weekday + 1
      case .week:
        let week = date.week()
        // The Sunday that begins the week.
        let first = CalendarDate(year: out.year).weekday
        out.month = 0
        out.day = 1 + (7 - first) % 7 + (week - 1) * 7
      case .hours: out.hour = date.hour - (parts.last == .hours ? date.hour % step : 0)
      case .minutes: out.minute = date.minute - (parts.last == .minutes ? date.minute % step : 0)
      case .seconds: out.second = date.second - (parts.last == .seconds ? date.second % step : 0)
      case .milliseconds: out.millisecond = date.millisecond
      }
    }
    if parts.contains(.day), parts.contains(.week) {
      out.day += date.weekday
    }
    return out.milliseconds
  }

  /// Where the unit that begins at a moment ends.
  func end(_ start: Double) -> Double {
    var date = CalendarDate(start)
    switch parts.last ?? .year {
    case .year: date.year += step
    case .quarter: date.month += 3 * step
    case .month: date.month += step
    case .week: date.day += 7 * step
    case .date, .dayofyear, .day: date.day += step
    case .hours: date.hour += step
    case .minutes: date.minute += step
    case .seconds: date.second += step
    case .milliseconds: date.millisecond += step
    }
    return date.milliseconds
  }

  /// How a moment of this unit is written.
  var format: TimeFormat {
    let names = parts.map(\.rawValue)
    var out = ""
    var start = 0
    while start < names.count {
      for end in stride(from: names.count, to: start, by: -1) {
        let key = names[start..<end].joined(separator: "-")
        if let pattern = Self.patterns[key] {
          out += pattern
          start = end
          break
        }
      }
    }
    while out.last == " " { out.removeLast() }
    return TimeFormat(out)
  }

  private static let patterns = [
    "year": "%Y ", "quarter": "Q%q ", "month": "%b ", "date": "%d ", "week": "W%U ", "day": "%a ",
    "dayofyear": "%j ", "hours": "%H:00", "minutes": "00:%M", "seconds": ":%S",
    "milliseconds": ".%L", "year-month": "%b %Y ", "year-month-date": "%b %d, %Y ",
    "hours-minutes": "%H:%M", "hours-minutes-seconds": "%H:%M:%S",
  ]

  /// `year-month`, as titles print it.
  func words(_ terms: Terms) -> String {
    let names = Dictionary(
      uniqueKeysWithValues: zip(Part.allCases, terms.list(.timeUnits)))
    return parts.map { names[$0] ?? $0.rawValue }.joined(separator: "-")
  }
}
