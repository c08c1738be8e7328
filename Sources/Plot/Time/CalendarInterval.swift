import Languages

/// A unit of the calendar and how many of it: months, quarters of an hour.
struct CalendarInterval: Hashable, Sendable {
  enum Unit: String, Hashable, Sendable, CaseIterable {
    case millisecond, second, minute, hour, day, week, month, quarter, year
  }

  var unit: Unit
  var step = 1

  /// The start of the interval in which a moment lies.
  func floor(_ moment: Double) -> Double {
    var date = CalendarDate(moment)
    func cut(_ length: Double) -> Double { (moment / length).rounded(.down) * length }
    switch unit {
    case .millisecond: return cut(Double(step))
    case .second:
      date.millisecond = 0
      date.second -= date.second % step
    case .minute:
      (date.millisecond, date.second) = (0, 0)
      date.minute -= date.minute % step
    case .hour:
      (date.millisecond, date.second, date.minute) = (0, 0, 0)
      date.hour -= date.hour % step
    case .day:
      date = CalendarDate(year: date.year, month: date.month, day: date.day)
      date.day -= (date.day - 1) % step
    case .week:
      let start = CalendarDate(year: date.year, month: date.month, day: date.day)
      return start.milliseconds - Double(start.weekday) * CalendarDate.dayLength
    case .month: date = CalendarDate(year: date.year, month: date.month - date.month % step)
    case .quarter: date = CalendarDate(year: date.year, month: date.month - date.month % 3)
    case .year:
      let past = ((date.year % step) + step) % step
      date = CalendarDate(year: date.year - past)
    }
    return date.milliseconds
  }

  /// The start of the next interval; `moment` is the start of one.
  func next(_ moment: Double) -> Double {
    var date = CalendarDate(moment)
    switch unit {
    case .millisecond: return moment + Double(step)
    case .second: date.second += step
    case .minute: date.minute += step
    case .hour: date.hour += step
    case .day:
      // Every second day of a month: the count begins again with each month.
      date.day += step
      if step > 1, CalendarDate(date.milliseconds).month != date.month {
        date = CalendarDate(year: date.year, month: date.month + 1)
      }
    case .week: date.day += 7 * step
    case .month: date.month += step
    case .quarter: date.month += 3 * step
    case .year: date.year += step
    }
    return date.milliseconds
  }

  /// All starts of intervals within a range.
  func starts(in range: ClosedRange<Double>) -> [Double] {
    var out: [Double] = []
    var moment = floor(range.lowerBound)
    while moment <= range.upperBound, out.count < 10_000 {
      if moment >= range.lowerBound { out.append(moment) }
      moment = next(moment)
    }
    return out
  }
}

/// Ticks of a time axis, and their labels (d3-time 3, Vega's formats).
enum TimeTicks {
  private static let choices: [(CalendarInterval.Unit, Int, Double)] = [
    (.second, 1, 1000), (.second, 5, 5000), (.second, 15, 15_000), (.second, 30, 30_000),
    (.minute, 1, 60_000), (.minute, 5, 300_000), (.minute, 15, 900_000), (.minute, 30, 1_800_000),
    (.hour, 1, 3_600_000), (.hour, 3, 10_800_000), (.hour, 6, 21_600_000),
    (.hour, 12, 43_200_000), (.day, 1, CalendarDate.dayLength), (.day, 2, 172_800_000),
    (.week, 1, 604_800_000), (.month, 1, 2_592_000_000), (.month, 3, 7_776_000_000),
    (.year, 1, yearLength),
  ]
  private static let yearLength = 31_536_000_000.0

  /// The interval that gives about `count` ticks.
  static func interval(_ domain: ClosedRange<Double>, count: Double) -> CalendarInterval {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let target = (high - low) / max(count, 1)
    guard let index = choices.firstIndex(where: { $0.2 > target }) else {
      let years = Ticks.step(low / yearLength...high / yearLength, count: max(count, 1))
      return CalendarInterval(unit: .year, step: max(1, Int(years)))
    }
    guard index > 0 else {
      let step = Ticks.step(domain, count: max(count, 1))
      return CalendarInterval(unit: .millisecond, step: max(1, Int(step)))
    }
    let nearer = target / choices[index - 1].2 < choices[index].2 / target ? index - 1 : index
    return CalendarInterval(unit: choices[nearer].0, step: choices[nearer].1)
  }

  static func ticks(
    _ domain: ClosedRange<Double>, count: Double, format: TimeFormat?,
    _ terms: Terms = .english
  ) -> [Tick] {
    interval(domain, count: count).starts(in: domain).map {
      Tick(value: $0, label: format?.text($0, terms) ?? label($0, terms))
    }
  }

  /// The largest unit that begins at a moment names it: a year at its first of January, a month at
  /// its first day.
  static func label(_ moment: Double, _ terms: Terms) -> String {
    func begins(_ unit: CalendarInterval.Unit) -> Bool {
      CalendarInterval(unit: unit).floor(moment) == moment
    }
    let pattern =
      !begins(.second)
      ? ".%L"
      : !begins(.minute)
        ? ":%S"
        : !begins(.hour)
          ? "%I:%M"
          : !begins(.day)
            ? "%I %p"
            : !begins(.month)
              ? (begins(.week) ? "%b %d" : "%a %d") : !begins(.year) ? "%B" : "%Y"
    return TimeFormat(pattern).text(moment, terms)
  }
}
