public import Diagnostics

/// Rows of cells: every environment of the matrix, cases and alignment families.
public struct MathArray: Hashable, Sendable {
  public enum ColumnAlignment: String, Hashable, Sendable { case left, center, right }

  public struct Column: Hashable, Sendable {
    public var alignment: ColumnAlignment
    /// White space before and after the cell.
    public var before: MathLength
    public var after: MathLength

    public init(_ alignment: ColumnAlignment, before: MathLength, after: MathLength) {
      self.alignment = alignment
      self.before = before
      self.after = after
    }
  }

  public enum Line: String, Hashable, Sendable { case solid, dashed }

  /// `\multicolumn`: a cell over several columns.
  public struct Merge: Hashable, Sendable {
    public var count: Int
    public var alignment: ColumnAlignment
    /// Whether a line stands before and behind it.
    public var hasLineBefore: Bool
    public var hasLineAfter: Bool

    public init(
      count: Int, alignment: ColumnAlignment, hasLineBefore: Bool, hasLineAfter: Bool
    ) {
      self.count = count
      self.alignment = alignment
      self.hasLineBefore = hasLineBefore
      self.hasLineAfter = hasLineAfter
    }
  }

  public struct Row: Hashable, Sendable {
    /// One for each column; those that a merged cell covers are empty.
    public var cells: [MathList]
    /// Cells over several columns, by the index of their first column.
    public var merges: [Int: Merge] = [:]
    /// `\\[2pt]`: extra room below the row.
    public var gap: MathLength?
    /// `\hline` and `\hdashline` above this row.
    public var linesAbove: [Line]
    /// `\cline{2-3}` above this row: columns, counted from 0.
    public var partialLinesAbove: [ClosedRange<Int>] = []
    /// `\intertext` above this row.
    public var textAbove: MathText?
    /// Whether that is `\shortintertext`, which stands closer.
    public var isTextShort = false
    /// `\tag`; nil when the row has none.
    public var tag: MathText?
    public var tagIsParenthesized: Bool
    /// Whether the document numbers the row: true in `align`, false after `\notag`.
    public var isNumbered: Bool
    /// `\label`, by its name in the document.
    public var label: String?
    public var labelSpan: SourceSpan?
    public var span: SourceSpan

    public init(cells: [MathList], span: SourceSpan) {
      self.cells = cells
      self.span = span
      linesAbove = []
      tagIsParenthesized = true
      isNumbered = false
    }
  }

  public enum RowSpacing: String, Hashable, Sendable {
    /// `\baselineskip` with struts, as `array` and `matrix`.
    case normal
    /// `cases`: 1.2 of it.
    case wide
    /// `aligned` and displays: with `\jot` between rows.
    case display
    /// `smallmatrix`, `\substack`: close rows.
    case tight
    /// `CD`: room for the arrows.
    case diagram
  }

  public enum VerticalPosition: String, Hashable, Sendable { case top, center, bottom }

  /// The environment's name without a star: `pmatrix`, `cases`, `align`.
  public var name: String
  public var columns: [Column]
  /// `|` and `:` of the column specification: index is the column they stand before, the last
  /// index is behind the last column.
  public var verticalLines: [Int: [Line]]
  /// `@{…}` and `!{…}`: what stands in every row before a column, or behind the last one.
  public var separators: [Int: MathList] = [:]
  public var rows: [Row]
  /// `\hline` and `\cline` below the last row.
  public var linesBelow: [Line]
  public var partialLinesBelow: [ClosedRange<Int>] = []
  public var left: Delimiter?
  public var right: Delimiter?
  /// Style of the cells; nil is text style, or the style around for alignments.
  public var cellStyle: MathStyleName
  public var spacing: RowSpacing
  public var stretch: Double
  public var position: VerticalPosition

  public init(name: String, columns: [Column], rows: [Row], cellStyle: MathStyleName) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.cellStyle = cellStyle
    verticalLines = [:]
    linesBelow = []
    spacing = .normal
    stretch = 1
    position = .center
  }

  /// Whether it is a display of its own in LaTeX: `align`, not `aligned`.
  public var isDisplayEnvironment: Bool { Self.displayEnvironments.contains(name) }

  /// The names of those, without stars.
  public static let displayEnvironments: Set<String> = [
    "align", "alignat", "displaymath", "eqnarray", "equation", "flalign", "gather", "multline",
    "subequations", "xalignat",
  ]
}
