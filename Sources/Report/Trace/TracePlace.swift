import Datasets
import Evaluation
import Markup

/// Something printed that can be traced: a value, a whole table or chart, a row or a cell of one.
struct TracePlace {
  var record: ProvenanceRecord
  /// In the order of printing, from 0; nil for all.
  var row: Int?
  /// Position among the printed columns; nil for all.
  var column: Int?
  /// "caption", when it is not among the rows and columns, and the words that stand there.
  var part: String?
  var words: String?

  /// "cell 3:average of Table 5 (tbl-192)".
  var title: String {
    guard !record.columns.isEmpty else { return "\(record.kind.noun) “\(record.text)”" }
    let name = record.label.map { " (\($0.name))" } ?? ""
    let whole = record.title().replacing("\u{A0}", with: " ") + name
    if let part { return "\(part) of \(whole)" }
    guard let row else {
      return column.map { "column \(record.columns[$0].name) of \(whole)" } ?? whole
    }
    let what = record.kind == .plot ? "point" : "row"
    guard let column else { return "\(what) \(row + 1) of \(whole)" }
    return "\(what) \(row + 1), column \(record.columns[column].name) of \(whole)"
  }

  /// What a cell or a value shows; nil for more than one.
  var text: String? {
    if let words { return words }
    if record.columns.isEmpty { return record.text }
    guard let row, let column else { return nil }
    return record.printed(row: row, column: column)
  }

  /// The value behind it.
  var value: CellValue? {
    if record.columns.isEmpty { return record.result[0, 0] }
    guard let row, let column else { return nil }
    return record.result[record.rows[row], record.columns[column].index]
  }

  /// The rows and columns of the result that it shows.
  var resultRows: [Int] {
    record.columns.isEmpty ? [0] : row.map { [record.rows[$0]] } ?? record.rows
  }

  var resultColumns: [Int] {
    record.columns.isEmpty
      ? [0] : column.map { [record.columns[$0].index] } ?? record.columns.map(\.index)
  }
}

extension ProvenanceRecord.Kind {
  fileprivate var noun: String {
    switch self {
    case .table: "table"
    case .plot: "chart"
    case .value: "value"
    case .pinned: "pinned value"
    case .claim: "claim"
    case .check: "check"
    }
  }
}
