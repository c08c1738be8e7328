/// A moment as milliseconds since 1970 and its parts in the Gregorian calendar, in UTC: a chart
/// looks the same wherever it is drawn.
struct CalendarDate: Hashable, Sendable {
  var year = 1970
  /// 0 to 11.
  var month = 0
  /// 1 to 31.
  var day = 1
  var hour = 0
  var minute = 0
  var second = 0
  var millisecond = 0

  static let dayLength = 86_400_000.0
  /// Of moments: 100 million days about 1970 (ECMA-262, "Time Values").
  static let range = -8.64e15...8.64e15

  init() {}

  init(year: Int, month: Int = 0, day: Int = 1) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// From milliseconds since 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms").
  ///
  /// - Parameter milliseconds: held within `range`.
  init(_ milliseconds: Double) {
    let milliseconds =
      milliseconds.isNaN
      ? 0 : min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
    let days = (milliseconds / Self.dayLength).rounded(.down)
    let rest = Int(milliseconds - days * Self.dayLength)
    let z = Int(days) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 2 : shifted - 10
    year = yearOfEra + era * 400 + (month <= 1 ? 1 : 0)
    hour = rest / 3_600_000
    minute = rest / 60_000 % 60
    second = rest / 1000 % 60
    millisecond = rest % 1000
  }

  /// Milliseconds since 1970; parts beyond their range carry over, so month 12 is next January.
  var milliseconds: Double {
    let months = year * 12 + month
    let m = ((months % 12) + 12) % 12
    let y = (months - m) / 12 - (m < 2 ? 1 : 0)
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (m + (m > 1 ? -2 : 10)) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468 + day - 1
    return Double(days) * Self.dayLength
      + Double(((hour * 60 + minute) * 60 + second) * 1000 + millisecond)
  }

  /// 0 for Sunday.
  var weekday: Int {
    let days = Int((milliseconds / Self.dayLength).rounded(.down))
    return ((days + 4) % 7 + 7) % 7
  }

  /// 1 for the first of January.
  var dayOfYear: Int {
    Int((milliseconds - CalendarDate(year: year).milliseconds) / Self.dayLength) + 1
  }

  /// Weeks since the first Sunday (or Monday) of the year, 0 before it.
  func week(startingMonday: Bool = false) -> Int {
    let first = startingMonday ? (weekday + 6) % 7 : weekday
    return (dayOfYear + 6 - first) / 7
  }
}
