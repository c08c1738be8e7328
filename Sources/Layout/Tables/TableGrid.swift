import Diagnostics
import Markup

/// A table's cells at their places: spans resolved, titles of row groups recognised, columns that
/// hold nothing left out.
struct TableGrid: Sendable {
  struct Cell: Sendable {
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
    var source: TableCell<Resolved>
  }

  enum RowKind: Sendable, Equatable {
    case head, body
    /// The title of the rows below, across all columns.
    case groupTitle
  }

  struct Row: Sendable {
    var kind: RowKind
    /// Indices into `cells`.
    var cells: [Int] = []
    /// Whether rows before it reach into it, so that no page may end above it.
    var isHeldAbove = false
  }

  private(set) var cells: [Cell] = []
  private(set) var rows: [Row] = []
  private(set) var columns: [TableColumn]
  private let span: SourceSpan
  /// Before the digits of a fraction.
  let decimalMark: Character
  /// Whether the first column stands at the right.
  private(set) var runsRightToLeft: Bool

  /// A part of a grid.
  init(cells: [Cell], rows: [Row], columns: [TableColumn], like whole: TableGrid) {
    (self.cells, self.rows, self.columns, span) = (cells, rows, columns, whole.span)
    runsRightToLeft = whole.runsRightToLeft
    decimalMark = whole.decimalMark
  }

  /// - Parameter runsRightToLeft: whether what is around the table does; a table whose headings do
  ///   runs so on its own.
  init(_ table: DocumentTable<Resolved>, runsRightToLeft: Bool = false) {
    columns = table.columns
    span = table.span
    decimalMark = table.decimalMark
    self.runsRightToLeft = runsRightToLeft
    var head = table.head
    var firstTitle: [Inline<Resolved>]?
    // A heading row that is one title across the table belongs to the rows below it.
    if head.count > 1, let title = Self.spanningTitle(head[head.count - 1], of: columns.count) {
      firstTitle = title
      head.removeLast()
    }
    var open: [Int] = []
    for row in head { add(row, .head, &open) }
    for (index, group) in table.body.enumerated() {
      open = []
      if let title = group.title { addTitle(title) }
      if index == 0, let firstTitle { addTitle(firstTitle) }
      for row in group.rows {
        if !open.contains(where: { $0 > 0 }),
          let title = Self.spanningTitle(row, of: columns.count)
        {
          addTitle(title)
        } else {
          add(row, .body, &open)
        }
      }
    }
    dropEmptyColumns()
    if headingsRunRightToLeft { self.runsRightToLeft = true }
  }

  /// Whether at least half of the headings, or of the first row's cells, run right to left.
  private var headingsRunRightToLeft: Bool {
    guard let row = rows.first(where: { $0.kind != .groupTitle }) else { return false }
    let filled = row.cells.filter { !cells[$0].source.isEmpty }
    let reversed = filled.filter { cells[$0].source.blocks.runsRightToLeft }
    return !reversed.isEmpty && 2 * reversed.count >= filled.count
  }

  /// The content of a row that is a title: one heading cell across (nearly) all columns, or a first
  /// cell all in bold with nothing beside it.
  private static func spanningTitle(_ row: TableRow<Resolved>, of columns: Int)
    -> [Inline<Resolved>]?
  {
    guard columns > 2, let first = row.cells.first else { return nil }
    guard case .paragraph(let paragraph)? = first.blocks.first, first.blocks.count == 1,
      row.cells.dropFirst().allSatisfy({ $0.isEmpty })
    else { return nil }
    if first.columnSpan >= columns - 1 { return paragraph.content }
    let isBold = paragraph.content.allSatisfy { inline in
      switch inline {
      case .strong, .softBreak, .lineBreak: true
      case .text(let text, _): text.allSatisfy(\.isWhitespace)
      default: false
      }
    }
    guard row.cells.count > 2, isBold else { return nil }
    return paragraph.content
  }

  private mutating func addTitle(_ title: [Inline<Resolved>]) {
    rows.append(Row(kind: .groupTitle, cells: [cells.count]))
    let cell = TableCell(
      blocks: [.paragraph(Paragraph<Resolved>(title, span: span))], isHeader: true)
    cells.append(
      Cell(
        row: rows.count - 1, column: 0, rowSpan: 1, columnSpan: columns.count, source: cell))
  }

  /// - Parameter open: for each column, how many further rows a cell above reaches into.
  private mutating func add(_ row: TableRow<Resolved>, _ kind: RowKind, _ open: inout [Int]) {
    var placed = Row(kind: kind)
    var column = 0
    open += Array(repeating: 0, count: max(0, columns.count - open.count))
    placed.isHeldAbove = open.contains { $0 > 0 }
    var next = open.map { max(0, $0 - 1) }
    for cell in row.cells {
      while column < open.count, open[column] > 0 { column += 1 }
      guard column < columns.count else { break }
      let span = min(max(1, cell.columnSpan), columns.count - column)
      placed.cells.append(cells.count)
      cells.append(
        Cell(
          row: rows.count, column: column, rowSpan: max(1, cell.rowSpan), columnSpan: span,
          source: cell))
      for at in column..<column + span { next[at] = max(next[at], cell.rowSpan - 1) }
      column += span
    }
    open = next
    rows.append(placed)
  }

  private mutating func dropEmptyColumns() {
    var isUsed = Array(repeating: false, count: columns.count)
    for cell in cells where cell.columnSpan == 1 && !cell.source.isEmpty {
      isUsed[cell.column] = true
    }
    // What only spanning cells use is one column.
    for cell in cells where cell.columnSpan > 1 && !cell.source.isEmpty {
      let range = cell.column..<min(cell.column + cell.columnSpan, columns.count)
      if !range.contains(where: { isUsed[$0] }) { isUsed[cell.column] = true }
    }
    guard isUsed.contains(false), isUsed.contains(true) else { return }
    var newIndex = [0]
    for used in isUsed { newIndex.append(newIndex[newIndex.count - 1] + (used ? 1 : 0)) }
    for row in rows.indices {
      rows[row].cells.removeAll { at in
        let end = min(cells[at].column + cells[at].columnSpan, columns.count)
        return newIndex[end] == newIndex[cells[at].column]
      }
      for at in rows[row].cells {
        let (start, end) = (cells[at].column, cells[at].column + cells[at].columnSpan)
        cells[at].column = newIndex[start]
        cells[at].columnSpan = newIndex[min(end, columns.count)] - newIndex[start]
      }
    }
    columns = zip(columns, isUsed).filter(\.1).map(\.0)
  }
}

extension TableCell<Resolved> {
  /// Whether nothing would be printed.
  var isEmpty: Bool {
    blocks.allSatisfy { block in
      if case .paragraph(let paragraph) = block { paragraph.content.isBlank } else { false }
    }
  }
}

extension [Inline<Resolved>] {
  /// Whether nothing would be printed.
  var isBlank: Bool {
    allSatisfy { inline in
      switch inline {
      case .text(let text, _): text.allSatisfy(\.isWhitespace)
      case .softBreak, .lineBreak, .anchor: true
      case .emphasis(let c, _), .strong(let c, _), .strikethrough(let c, _), .underline(let c, _),
        .superscript(let c, _), .subscript(let c, _), .smallCaps(let c, _), .keyboard(let c, _),
        .highlight(let c, _), .foreign(_, let c, _), .traced(_, let c):
        c.isBlank
      case .link(let link): link.content.isBlank
      case .code(let text, _): text.isEmpty
      case .math, .image, .footnote: false
      }
    }
  }
}
