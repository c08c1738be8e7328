/// A day as ISO 8601 writes it, or a text that is printed as it is.
struct PublicationDate: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
    if let wholeMatch = text.wholeMatch(of: #/(\d{4})-(\d{1,2})-(\d{1,2})/#) {
      let (_, year, month, day) = wholeMatch.output
      guard let year = Int(year), let month = Int(month), let day = Int(day),
        Self.exists(year: year, month: month, day: day)
      else {
        throw InvalidValue(
          message: "there is no day '\(text)'", help: ["write year, month, day: 2026-01-15"])
      }
    }
  }

  /// Whether the Gregorian calendar has the day.
  private static func exists(year: Int, month: Int, day: Int) -> Bool {
    guard (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}
