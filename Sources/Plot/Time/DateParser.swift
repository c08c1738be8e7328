/// Reads dates as people and files write them.
///
/// `2012-03-01`, `2012-03`, `2012/03/01`, `2012-03-01T12:30:00Z`, `Jan 1 2000`, `1 Jan 2000`,
/// `1/31/2000`, each with a time of day or not. Without a zone the time is taken as UTC.
enum DateParser {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  /// Milliseconds since 1970; nil when the text is no date.
  static func milliseconds(_ text: String) -> Double? {
    var date = CalendarDate()
    var offset = 0
    guard let (numbers, month, rest, isISO) = day(text) else { return nil }
    switch (month, numbers.count) {
    case (let month?, 2):
      date.month = month
      (date.day, date.year) =
        numbers[0] > 31 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
    case (let month?, 1):
      date.month = month
      date.year = numbers[0]
    case (nil, 1): date.year = numbers[0]
    case (nil, 2):
      guard isISO else { return nil }
      (date.year, date.month) = (numbers[0], numbers[1] - 1)
    case (nil, 3) where numbers[0] > 31:
      (date.year, date.month, date.day) = (numbers[0], numbers[1] - 1, numbers[2])
    case (nil, 3): (date.month, date.day, date.year) = (numbers[0] - 1, numbers[1], numbers[2])
    default: return nil
    }
    guard (0..<12).contains(date.month), (1...31).contains(date.day),
      time(rest, into: &date, &offset)
    else { return nil }
    return date.milliseconds - Double(offset) * 60_000
  }

  /// The numbers and the month's name before the time of day.
  private static func day(
    _ text: String
  ) -> (numbers: [Int], month: Int?, rest: Substring.UTF8View, isISO: Bool)? {
    var numbers: [Int] = []
    var month: Int?
    var isISO = false
    let bytes = Substring(text).utf8
    var index = bytes.startIndex
    func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isDigit(byte) {
        let run = bytes[index...].prefix(while: isDigit)
        // A time of day begins.
        if run.endIndex < bytes.endIndex, bytes[run.endIndex] == UInt8(ascii: ":") { break }
        guard run.count <= 6, let number = Int(Substring(run)) else { return nil }
        if numbers.isEmpty, month == nil, run.count == 4 { isISO = true }
        numbers.append(number)
        index = run.endIndex
      } else if isLetter(byte) {
        let word = bytes[index...].prefix(while: isLetter)
        let key = String(Substring(word).lowercased().prefix(3))
        if word.count == 1, byte == UInt8(ascii: "T") {
          index = word.endIndex
          break
        }
        if let found = months.firstIndex(of: key), month == nil {
          month = found
        } else if !weekdays.contains(key) {
          return nil
        }
        index = word.endIndex
      } else if [UInt8(ascii: "-"), 47, 32, 44, 46].contains(byte) {
        index = bytes.index(after: index)
      } else {
        return nil
      }
    }
    guard !numbers.isEmpty, numbers.count <= 3 else { return nil }
    return (numbers, month, bytes[index...], isISO)
  }

  /// Reads `12:30`, `12:30:15.250 PM`, with `Z` or `+02:00` behind it; empty text is midnight.
  private static func time(
    _ rest: Substring.UTF8View, into date: inout CalendarDate, _ offset: inout Int
  ) -> Bool {
    var text = Substring(rest).trimmingPrefix { $0 == " " }
    guard !text.isEmpty else { return true }
    let clock = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    text = text.dropFirst(clock.count)
    let parts = clock.split(separator: ":")
    guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 25,
      minute < 60
    else { return false }
    (date.hour, date.minute) = (hour, minute)
    if parts.count > 2 {
      guard let seconds = Double(parts[2]) else { return false }
      date.second = Int(seconds)
      date.millisecond = Int(((seconds - Double(date.second)) * 1000).rounded())
    }
    text = text.trimmingPrefix { $0 == " " }
    let word = text.uppercased()
    if word.hasPrefix("PM"), date.hour < 12 { date.hour += 12 }
    if word.hasPrefix("AM"), date.hour == 12 { date.hour = 0 }
    if let sign = text.first, sign == "+" || sign == "-" {
      let digits = text.dropFirst().filter(\.isNumber)
      guard digits.count == 4 || digits.count == 2, let hours = Int(digits.prefix(2)) else {
        return false
      }
      let minutes = Int(digits.dropFirst(2)) ?? 0
      offset = (hours * 60 + minutes) * (sign == "+" ? 1 : -1)
    }
    return true
  }
}
