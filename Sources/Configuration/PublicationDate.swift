/// A day as ISO 8601 writes it, or a text that is printed as it is.
struct PublicationDate: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
    if let match = text.wholeMatch(of: #/(\d{4})-(\d{1,2})-(\d{1,2})/#) {
      let (_, year, month, day) = match.output
      guard let year = Int(year), let month = Int(month), let day = Int(day),
        CalendarDay(year: year, month: month, day: day) != nil
      else {
        throw InvalidValue(
          message: "there is no day '\(text)'", help: ["write year, month, day: 2026-01-15"])
      }
    }
  }
}
