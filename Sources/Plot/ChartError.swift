public import Languages

/// Mistakes of a chart's specification, all that were found.
public struct ChartError: Error, Equatable, Sendable, CustomStringConvertible {
  public struct Problem: Equatable, Sendable {
    /// Keys from the top of the specification to the mistake: `encoding`, `x`, `field`.
    public var path: [String]
    public var message: String
    public var help: [String] = []
  }

  public var problems: [Problem]

  init(problems: [Problem]) { self.problems = problems }

  /// A label in `keep` finds no place.
  init(keptLabel words: String) {
    self.init(problems: [
      Problem(
        path: ["encoding", "label", "keep"], message: "there is no room for the label '\(words)'",
        help: ["make the chart wider or higher, or keep fewer labels"])
    ])
  }

  public var description: String {
    problems.map { "\($0.path.joined(separator: ".")): \($0.message)" }.joined(separator: "\n")
  }
}

/// Rows that a chart does not show, or labels that found no place, and why.
public struct ChartExclusion: Hashable, Sendable {
  public var reason: UndrawnReason
  /// The rows by their label, or by number from 1.
  public var rows: [String]
  /// How many more there are than are named.
  public var unnamed = 0

  public var count: Int { rows.count + unnamed }

  /// The rows as a sentence names them: by name while there are few, numbers as ranges.
  public var listing: String { listing(.english) }

  /// The same in the words of a language.
  public func listing(_ terms: Terms) -> String {
    let numbers = rows.map { $0.hasPrefix("row ") ? Int($0.dropFirst(4)) : nil }
    let names = zip(rows, numbers).filter { $0.1 == nil }.map(\.0)
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.compactMap({ $0 }).sorted() {
      if let last = ranges.last, number <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    guard names.count + ranges.count <= Self.mostNames else { return terms.count(count, .rows) }
    var parts = names
    if !ranges.isEmpty {
      let texts = ranges.map {
        $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
      }
      let isOne = texts.count == 1 && ranges[0].count == 1
      parts.append(terms(isOne ? .rowNumber : .rowNumbers, texts.joined(separator: ", ")))
    }
    return parts.joined(separator: terms.comma)
      + (unnamed > 0 ? " " + terms(.andMore, String(unnamed)) : "")
  }

  /// The rows one by one.
  func names(_ terms: Terms) -> String {
    rows.map { row in
      row.hasPrefix("row ") && Int(row.dropFirst(4)) != nil
        ? terms(.rowNumber, String(row.dropFirst(4))) : row
    }.joined(separator: terms.comma)
  }

  private static let mostNames = 12
}

/// A row of the data that stands nowhere in a chart.
public struct UndrawnRow: Hashable, Sendable {
  /// From 0.
  public var row: Int
  /// Its label, or "row 3".
  public var name: String
  public var reason: UndrawnReason
}

/// Why a row is not drawn; each names a field.
public enum UndrawnReason: Hashable, Sendable, CustomStringConvertible {
  case noValue(String)
  case noNumber(String)
  case noDate(String)
  case notPositive(String)
  case notInDomain(String)

  public var description: String { text(.english) }

  /// "no value for 'cost'".
  public func text(_ terms: Terms) -> String {
    switch self {
    case .noValue(let field): terms(.noValue, field)
    case .noNumber(let field): terms(.noNumber, field)
    case .noDate(let field): terms(.noDate, field)
    case .notPositive(let field): terms(.notPositive, field)
    case .notInDomain(let field): terms(.notInDomain, field)
    }
  }
}
