public import Diagnostics

/// A table as the document holds it: GFM, HTML and data tables alike.
public struct DocumentTable<Stage: DocumentStage>: Sendable {
  public var label: Label?
  /// "3", set by evaluation.
  public var number: String?
  public var caption: [Inline<Stage>]
  public var columns: [TableColumn]
  /// Header rows, repeated on every page.
  public var head: [TableRow<Stage>]
  public var body: [TableGroup<Stage>]
  /// Printed below the table in small type.
  public var notes: [[Inline<Stage>]]
  /// Before the digits of a fraction, in the language of the chapter.
  public var decimalMark: Character = "."
  public var span: SourceSpan

  public init(
    label: Label? = nil, number: String? = nil, caption: [Inline<Stage>] = [],
    columns: [TableColumn], head: [TableRow<Stage>], body: [TableGroup<Stage>],
    notes: [[Inline<Stage>]] = [], span: SourceSpan
  ) {
    self.label = label
    self.number = number
    self.caption = caption
    self.columns = columns
    self.head = head
    self.body = body
    self.notes = notes
    self.span = span
  }
}

public struct TableColumn: Sendable, Hashable {
  public enum Alignment: String, Sendable, Hashable {
    case left, center, right
    /// On the decimal point.
    case decimal
    /// Layout decides from the content.
    case automatic
  }

  public var alignment: Alignment
  /// A share of the table's width, when the author asks for one.
  public var width: Length?

  public init(alignment: Alignment = .automatic, width: Length? = nil) {
    self.alignment = alignment
    self.width = width
  }
}

/// Rows under a common title; a table without groups has one group without a title.
public struct TableGroup<Stage: DocumentStage>: Sendable {
  /// Spans all columns; repeated when the group goes on over a page.
  public var title: [Inline<Stage>]?
  public var rows: [TableRow<Stage>]

  public init(title: [Inline<Stage>]? = nil, rows: [TableRow<Stage>]) {
    self.title = title
    self.rows = rows
  }
}

public struct TableRow<Stage: DocumentStage>: Sendable {
  public var cells: [TableCell<Stage>]
  public var span: SourceSpan?

  public init(cells: [TableCell<Stage>], span: SourceSpan? = nil) {
    self.cells = cells
    self.span = span
  }
}

public struct TableCell<Stage: DocumentStage>: Sendable {
  /// One paragraph for most cells; HTML cells may hold lists and more.
  public var blocks: [Block<Stage>]
  public var columnSpan: Int
  public var rowSpan: Int
  /// Overrides the column's.
  public var alignment: TableColumn.Alignment?
  public var isHeader: Bool
  /// Set SemiBold: the best of its column.
  public var isBest: Bool

  public init(
    blocks: [Block<Stage>], columnSpan: Int = 1, rowSpan: Int = 1,
    alignment: TableColumn.Alignment? = nil, isHeader: Bool = false, isBest: Bool = false
  ) {
    self.blocks = blocks
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.alignment = alignment
    self.isHeader = isHeader
    self.isBest = isBest
  }
}
