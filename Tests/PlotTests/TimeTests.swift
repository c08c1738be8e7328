import Testing

@testable import Plot

@Suite struct TimeTests {
  private func moment(_ text: String) throws -> Double {
    try #require(DateParser.milliseconds(text))
  }

  @Test(arguments: [
    ("2012-03-01", "2012-03-01 00:00:00.000"), ("2000", "2000-01-01 00:00:00.000"),
    ("2012/02/29 23:59", "2012-02-29 23:59:00.000"), ("Jan 1 2000", "2000-01-01 00:00:00.000"),
    ("12 June 1998", "1998-06-12 00:00:00.000"), ("1/31/2001", "2001-01-31 00:00:00.000"),
    ("2012-03-01T12:30:15.250Z", "2012-03-01 12:30:15.250"),
    ("2012-03-01T00:30:00+02:00", "2012-02-29 22:30:00.000"),
    ("Mar 4, 1899 1:05 PM", "1899-03-04 13:05:00.000"),
  ])
  func `dates are read as they are written`(_ text: String, _ expected: String) throws {
    #expect(TimeFormat("%Y-%m-%d %H:%M:%S.%L").text(try moment(text)) == expected)
  }

  @Test(arguments: ["", "red", "2012-13-01", "a 2012", "1.5 apples", "12 13"])
  func `what is no date is refused`(_ text: String) {
    #expect(DateParser.milliseconds(text) == nil)
  }

  @Test(arguments: [
    ("2000-01-01", "2010-03-01", 5, "2000 2002 2004 2006 2008 2010"),
    ("2012-01-01", "2012-12-31", 5, "2012 April July October"),
    ("2012-03-01", "2012-03-15", 5, "March Sat 03 Mon 05 Wed 07 Fri 09 Mar 11 Tue 13 Thu 15"),
    ("2012-03-01", "2012-03-02", 4, "March 06 AM 12 PM 06 PM Fri 02"),
  ])
  func `time ticks begin units of the calendar`(
    _ low: String, _ high: String, _ count: Double, _ expected: String
  ) throws {
    let ticks = TimeTicks.ticks(try moment(low)...moment(high), count: count, format: nil)
    #expect(ticks.compactMap(\.label).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("year", "2015-01-01", "2015"), ("yearmonth", "2015-08-01", "Aug 2015"),
    ("month", "2012-08-01", "Aug"), ("monthdate", "2012-08-17", "Aug 17"),
    ("hours", "2012-01-01", "00:00"), ("yearquarter", "2015-07-01", "2015 Q3"),
    ("day", "2012-01-02", "Mon"),
  ])
  func `units of time have a start and a name`(
    _ name: String, _ start: String, _ label: String
  ) throws {
    let unit = try #require(TimeUnit(name))
    let floor = unit.floor(try moment("2015-08-17"))
    #expect(floor == (try moment(start)))
    #expect(unit.format.text(floor) == label)
  }
}
