/// One value of a table: what SQLite stores and what a query returns.
public enum CellValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  public var isNull: Bool { self == .null }

  /// The value as a number; nil for text and null.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .null, .text: nil
    }
  }

  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// What SQL takes as true: a number other than zero.
  public var isTrue: Bool { (number ?? 0) != 0 }
}

extension CellValue: CustomStringConvertible {
  /// The shortest text that reads back as the value; `NULL` when missing. Whole reals have no
  /// `.0`.
  public var description: String {
    switch self {
    case .null: "NULL"
    case .integer(let value): String(value)
    case .real(let value):
      value == value.rounded() && abs(value) < 1e15
        ? String(Int64(value)) : value.description
    case .text(let text): text
    }
  }
}
