/// A day that the Gregorian calendar has.
public struct CalendarDay: Hashable, Sendable {
  public let year, month, day: Int

  /// - Parameters:
  ///   - month: from 1.
  ///   - day: of the month, from 1.
  /// - Returns: nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }
}
