import Configuration
import Diagnostics

/// Collects what is wrong in one table; of many alike it keeps the first and counts the rest.
struct CellProblems {
  struct Item {
    var code: String
    var message: String
    var help: [String] = []
    var related: [Diagnostic.Related] = []
    var start: Int
    var end: Int
    /// 0-based; nil when no single cell is at fault.
    var row: Int?
    /// Index of the field in the schema.
    var field: Int?
  }

  /// How many of one kind in one column are printed.
  static let shown = 10

  private(set) var items: [Item] = []
  private var counts: [Key: Int] = [:]

  private struct Key: Hashable {
    var code: String
    var field: Int?
  }

  var isEmpty: Bool { items.isEmpty }

  /// - Parameter isExcused: whether a cell's mistake is known, because an erratum corrects it.
  mutating func append(_ item: Item, isExcused: (Int, Int) -> Bool) {
    if let row = item.row, let field = item.field, isExcused(row, field) { return }
    let key = Key(code: item.code, field: item.field)
    counts[key, default: 0] += 1
    if counts[key]! <= Self.shown { items.append(item) }
  }

  /// The diagnostics, each at its cell, with a note on those that are not shown.
  func diagnostics(in file: DataFile, fields: [SchemaField]) -> [Diagnostic] {
    var list = items.map { item in
      Diagnostic(
        .error, item.code, message(item, fields), at: file.span(item.start, item.end),
        help: item.help, related: item.related)
    }
    for (key, count) in counts where count > Self.shown {
      guard let last = items.last(where: { $0.code == key.code && $0.field == key.field }) else {
        continue
      }
      let place = key.field.map { "in column '\(fields[$0].name.value)'" } ?? "in this file"
      list.append(
        .note(
          key.code, "\(count - Self.shown) more of this kind \(place)",
          at: file.span(last.start, last.end)))
    }
    return DiagnosticList(list).sorted()
  }

  private func message(_ item: Item, _ fields: [SchemaField]) -> String {
    guard let field = item.field else { return item.message }
    return "column '\(fields[field].name.value)': \(item.message)"
  }
}
