/// A filter made ready for the rows of one table.
struct RowTest {
  private let test: (Int) -> Bool

  init(_ predicate: PredicateSpec, _ data: ChartData) throws(ExpressionError) {
    test = try Self.test(predicate, data)
  }

  func passes(_ row: Int) -> Bool { test(row) }

  private static func test(
    _ predicate: PredicateSpec, _ data: ChartData
  ) throws(ExpressionError) -> (Int) -> Bool {
    switch predicate {
    case .selection: return { _ in true }
    case .expression(let text):
      let evaluator = try ExpressionEvaluator(text, data)
      return { evaluator.value($0).isTrue }
    case .not(let inner):
      let inner = try test(inner, data)
      return { !inner($0) }
    case .and(let list):
      let tests = try tests(list, data)
      return { row in tests.allSatisfy { $0(row) } }
    case .or(let list):
      let tests = try tests(list, data)
      return { row in tests.contains { $0(row) } }
    case .field(let predicate):
      guard let column = data[ChannelSpec.plainName(predicate.field)] else {
        throw ExpressionError(message: "there is no column '\(predicate.field)'")
      }
      return { passes(predicate, column.values[$0]) }
    }
  }

  private static func tests(
    _ list: [PredicateSpec], _ data: ChartData
  ) throws(ExpressionError) -> [(Int) -> Bool] {
    var tests: [(Int) -> Bool] = []
    for item in list { tests.append(try test(item, data)) }
    return tests
  }

  private static func passes(_ predicate: FieldPredicate, _ cell: ChartValue) -> Bool {
    var cell = cell
    if let unit = predicate.timeUnit?.timeUnit {
      cell = cell.moment.map { .number(unit.floor($0)) } ?? .null
    }
    /// A date as text is compared with milliseconds as a date, and a plain year of a unit as one.
    func pair(_ limit: ScalarValue) -> (ChartValue, ChartValue) {
      var limit = limit.chartValue
      if let unit = predicate.timeUnit?.timeUnit, case .number(let number) = limit,
        abs(number) < 10_000
      {
        var date = CalendarDate(year: 2012)
        switch unit.parts.last {
        case .year: date.year = Int(number)
        case .month: date.month = Int(number) - 1
        case .date: date.day = Int(number)
        case .hours: date.hour = Int(number)
        default: break
        }
        limit = .number(date.milliseconds)
      } else if predicate.timeUnit != nil, let moment = limit.moment {
        limit = .number(moment)
      }
      if case .text = cell, case .number = limit, let moment = cell.moment, cell.quantity == nil {
        return (.number(moment), limit)
      }
      return (cell, limit)
    }
    func compare(_ limit: ScalarValue?, _ holds: (ChartValue, ChartValue) -> Bool) -> Bool {
      guard let limit else { return true }
      let (value, bound) = pair(limit)
      return value != .null && holds(value, bound)
    }
    func equals(_ limit: ScalarValue) -> Bool {
      let (value, bound) = pair(limit)
      return value == bound
    }
    guard compare(predicate.lt, { $0 < $1 }), compare(predicate.lte, { !($1 < $0) }),
      compare(predicate.gt, { $1 < $0 }), compare(predicate.gte, { !($0 < $1) })
    else { return false }
    if let equal = predicate.equal, !equals(equal) { return false }
    if let list = predicate.oneOf, !list.contains(where: equals) { return false }
    if let range = predicate.range, range.count == 2 {
      guard compare(range[0], { !($0 < $1) }), compare(range[1], { !($1 < $0) }) else {
        return false
      }
    }
    if let valid = predicate.valid {
      let isValid = if case .number(let number) = cell { !number.isNaN } else { cell != .null }
      if valid != isValid { return false }
    }
    return true
  }
}
