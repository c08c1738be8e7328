import Languages

/// Writes moments by a pattern of d3-time-format: `%b %d, %Y`.
struct TimeFormat: Hashable, Sendable {
  var pattern: String

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  init(_ pattern: String) { self.pattern = pattern }

  /// - Parameter terms: the language of months and weekdays.
  func text(_ milliseconds: Double, _ terms: Terms = .english) -> String {
    let date = CalendarDate(milliseconds)
    var out = ""
    var rest = Substring(pattern)
    while let character = rest.popFirst() {
      guard character == "%", var letter = rest.popFirst() else {
        out.append(character)
        continue
      }
      var padding: Character?
      if letter == "-" || letter == "_" || letter == "0", let next = rest.popFirst() {
        padding = letter
        letter = next
      }
      out += Self.directive(letter, padding, date, milliseconds, terms)
    }
    return out
  }

  private static func directive(
    _ letter: Character, _ padding: Character?, _ date: CalendarDate, _ moment: Double,
    _ terms: Terms
  ) -> String {
    func pad(_ value: Int, _ width: Int, _ standard: Character = "0") -> String {
      let digits = String(abs(value))
      if padding == "-" { return (value < 0 ? "-" : "") + digits }
      let fill: Character = padding == "_" ? " " : padding == "0" ? "0" : standard
      return (value < 0 ? "-" : "")
        + String(repeating: fill, count: max(0, width - digits.count)) + digits
    }
    switch letter {
    case "a": return terms.list(.shortWeekdays)[date.weekday]
    case "A": return terms.list(.weekdays)[date.weekday]
    case "b", "h": return terms.list(.shortMonths)[date.month]
    case "B": return terms.months[date.month]
    case "c": return TimeFormat("%x, %X").text(moment, terms)
    case "d": return pad(date.day, 2)
    case "e": return pad(date.day, 2, " ")
    case "f": return pad(date.millisecond * 1000, 6)
    case "H": return pad(date.hour, 2)
    case "I": return pad((date.hour + 11) % 12 + 1, 2)
    case "j": return pad(date.dayOfYear, 3)
    case "L": return pad(date.millisecond, 3)
    case "m": return pad(date.month + 1, 2)
    case "M": return pad(date.minute, 2)
    case "p": return terms.list(.halfDays)[date.hour < 12 ? 0 : 1]
    case "q": return String(date.month / 3 + 1)
    case "Q": return DecimalDigits.shortest(moment)
    case "s": return DecimalDigits.shortest((moment / 1000).rounded(.down))
    case "S": return pad(date.second, 2)
    case "u": return String((date.weekday + 6) % 7 + 1)
    case "U": return pad(date.week(), 2)
    case "w": return String(date.weekday)
    case "W": return pad(date.week(startingMonday: true), 2)
    case "x": return TimeFormat("%-m/%-d/%Y").text(moment, terms)
    case "X": return TimeFormat("%-I:%M:%S %p").text(moment, terms)
    case "y": return pad(date.year % 100, 2)
    case "Y": return pad(date.year, 4)
    case "Z": return "+0000"
    case "%": return "%"
    default: return "%" + String(letter)
    }
  }

  /// Reads a text by the pattern; nil when it does not fit. For columns whose dates are written in
  /// a way of their own.
  func milliseconds(_ text: String) -> Double? {
    var date = CalendarDate()
    var isAfternoon: Bool?
    var rest = Substring(text)
    var pattern = Substring(pattern)
    func number(_ width: Int) -> Int? {
      let digits = rest.prefix(width).prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      return Int(digits)
    }
    func name(_ names: [String], _ isShort: Bool) -> Int? {
      for (index, name) in names.enumerated() {
        let word = isShort ? String(name.prefix(3)) : name
        if rest.lowercased().hasPrefix(word.lowercased()) {
          rest = rest.dropFirst(word.count)
          return index
        }
      }
      return nil
    }
    func part(
      _ part: WritableKeyPath<CalendarDate, Int>, _ width: Int, from first: Int = 0
    ) -> Int? {
      let value = number(width)
      if let value { date[keyPath: part] = value - first }
      return value
    }
    while let character = pattern.popFirst() {
      guard character == "%", var letter = pattern.popFirst() else {
        guard rest.popFirst() == character else { return nil }
        continue
      }
      if "-_0".contains(letter) { letter = pattern.popFirst() ?? letter }
      var value: Int?
      switch letter {
      case "Y": value = part(\.year, 4)
      case "y":
        value = part(\.year, 2)
        date.year += date.year < 69 ? 2000 : 1900
      case "m": value = part(\.month, 2, from: 1)
      case "d", "e":
        rest = rest.drop { $0 == " " }
        value = part(\.day, 2)
      case "j": value = part(\.day, 3)
      case "H", "I": value = part(\.hour, 2)
      case "M": value = part(\.minute, 2)
      case "S": value = part(\.second, 2)
      case "L": value = part(\.millisecond, 3)
      case "b", "B":
        value = name(Self.months, letter == "b")
        date.month = value ?? 0
      case "a": value = name(Self.weekdays, true)
      case "A": value = name(Self.weekdays, false)
      case "p":
        value = name(["AM", "PM"], false)
        isAfternoon = value.map { $0 == 1 }
      case "Z":
        rest = rest.drop { "+-:Z0123456789".contains($0) }
        value = 0
      default: return nil
      }
      guard value != nil else { return nil }
    }
    // Twelve o'clock begins its half of the day.
    if let isAfternoon { date.hour = date.hour % 12 + (isAfternoon ? 12 : 0) }
    return date.milliseconds
  }
}
