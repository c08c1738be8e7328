import Datasets
import Diagnostics
import Languages
import Markup
import Plot

/// Makes the cells of a table block.
struct TableBuilder {
  let rows: ResultTable
  let columns: TableColumns
  let missing: String
  let numbers: NumberMarks
  let span: SourceSpan
  /// Values that stand on cells of the data with errors, by row and column of the result.
  var faults: Set<[Int]> = []
  /// The record that all cells lead to.
  var provenance: ProvenanceID?
  /// The rows of the result in the order in which they are printed.
  private(set) var order: [Int] = []
  /// Corrections shown, in order of appearance.
  private var errata: [(erratum: Erratum, column: String)] = []

  init(
    rows: ResultTable, columns: TableColumns, missing: String, numbers: NumberMarks,
    span: SourceSpan
  ) {
    self.rows = rows
    self.columns = columns
    self.missing = missing
    self.numbers = numbers
    self.span = span
  }

  /// The rows in groups, in the order in which the groups first appear.
  mutating func groups() throws(DiagnosticList) -> [TableGroup<Resolved>] {
    guard let group = columns.group else {
      return [TableGroup(rows: try cells(of: Array(0..<rows.rowCount)))]
    }
    var order: [CellValue] = []
    var members: [CellValue: [Int]] = [:]
    for row in 0..<rows.rowCount {
      let value = rows[row, group]
      if members[value] == nil { order.append(value) }
      members[value, default: []].append(row)
    }
    var result: [TableGroup<Resolved>] = []
    for value in order {
      result.append(
        TableGroup(
          title: [.text(title(of: value, in: group), span)],
          rows: try cells(of: members[value] ?? [])))
    }
    return result
  }

  /// A text speaks for itself; a number needs to be told what it is.
  private func title(of value: CellValue, in group: Int) -> String {
    guard !value.isNull else { return missing }
    guard value.number != nil else { return value.printedNaturally }
    let column = rows.columns[group]
    return "\(column.title ?? column.name): \(numbers.written(value.printedNaturally))"
  }

  /// The rows of one group; the best of a column is the best of its group.
  private mutating func cells(
    of members: [Int]
  ) throws(DiagnosticList) -> [TableRow<Resolved>] {
    order += members
    let best = columns.shown.map { bestText(of: $0, among: members) }
    var result: [TableRow<Resolved>] = []
    for row in members {
      var cells: [TableCell<Resolved>] = []
      for (position, column) in columns.shown.enumerated() {
        cells.append(try cell(row, column, best: best[position]))
      }
      result.append(TableRow(cells: cells))
    }
    return result
  }

  private mutating func cell(
    _ row: Int, _ column: TableColumns.Shown, best: String?
  ) throws(DiagnosticList) -> TableCell<Resolved> {
    let value = rows[row, column.index]
    guard !value.isNull else {
      let sign = Inline<Resolved>.text(column.options?.missing ?? missing, span)
      let content = marked([sign], row, column) + dagger(row, column)
      return TableCell(
        blocks: [.paragraph(Paragraph(content, span: span))], alignment: .center)
    }
    let text = printed(value, column)
    var content: [Inline<Resolved>] = [self.content(value, text)]
    if let provenance { content = [.traced(provenance, content)] }
    content = marked(content, row, column)
    content += dagger(row, column)
    return TableCell(
      blocks: [.paragraph(Paragraph(content, span: span))],
      isBest: best != nil && value.number != nil && text == best)
  }

  private func marked(
    _ content: [Inline<Resolved>], _ row: Int, _ column: TableColumns.Shown
  ) -> [Inline<Resolved>] {
    faults.contains([row, column.index]) ? FaultMarks.marked(content, span) : content
  }

  /// The mark of a corrected cell, also of one that is corrected to missing.
  private mutating func dagger(_ row: Int, _ column: TableColumns.Shown) -> [Inline<Resolved>] {
    guard let erratum = rows.erratum(row: row, column: column.index) else { return [] }
    if !errata.contains(where: { $0.erratum == erratum }) {
      errata.append((erratum, column.source.title ?? column.source.name))
    }
    return [.superscript([.text("†", span)], span)]
  }

  /// Text as it is; an address becomes a link.
  private func content(_ value: CellValue, _ text: String) -> Inline<Resolved> {
    guard case .text = value,
      let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }),
      !text.contains(" ")
    else { return .text(text, span) }
    let shown = String(text.dropFirst(scheme.count))
    return .link(Link(.url(text), content: [.text(shown, span)], span: span))
  }

  private func printed(_ value: CellValue, _ column: TableColumns.Shown) -> String {
    guard let number = value.number else { return value.printedNaturally }
    return numbers.written(column.format.string(number))
  }

  /// The best value as printed, so that equal prints are equally best; nil in groups of one.
  private func bestText(of column: TableColumns.Shown, among members: [Int]) -> String? {
    guard let direction = column.options?.best else { return nil }
    let numbers = members.compactMap { rows[$0, column.index].number }
    guard numbers.count > 1 else { return nil }
    let best = direction == .max ? numbers.max() : numbers.min()
    return best.map { printed(.real($0), column) }
  }

  /// What the daggers mean.
  func correctionNotes(_ terms: Terms) -> [[Inline<Resolved>]] {
    guard !errata.isEmpty else { return [] }
    let parts = errata.map { erratum, column in
      let row = erratum.key.map(\.value).joined(separator: ", ")
      return terms(.correctedCell, column, row, erratum.printed)
        + (erratum.id.isEmpty ? "" : " (\(erratum.id))")
    }
    return [
      [
        .superscript([.text("†", span)], span),
        .text(" " + terms(.corrected, parts.joined(separator: "; ")), span),
      ]
    ]
  }
}
