import Graphics

/// How a table was made to fit the page.
struct TableFit {
  enum Page: Equatable {
    /// In the text, reaching into the margins when it must.
    case upright
    /// Across the columns of a page of several.
    case across
    /// On landscape pages of its own.
    case landscape
  }

  var table: MeasuredTable
  var widths: [Points]
  /// Added to the space between columns when the table is a little narrower than the text.
  var extra: Points = 0
  var page = Page.upright

  /// Whether the text of a column is set in many lines of a word or two.
  var isSqueezed: Bool {
    zip(widths, table.columns).contains { width, column in
      width < 8 * table.metrics.grid.size && column.maximum > 8 * width
    }
  }

  /// The space that a table may fill.
  struct Space {
    /// Of the text around it, and with the margins it may reach into.
    var text, wide: Points
    /// The width across all columns of a page of several.
    var across: Points?
    /// The width of a landscape page's text block; nil where no such page can be used.
    var landscape: Points?
  }

  /// Fits a table of given measures into the space, or nil when its columns are too wide.
  static func fit(_ table: MeasuredTable, in space: Space) -> TableFit? {
    let gaps = table.gaps
    let widths = table.widths
    if widths.maximum + gaps <= space.text {
      return natural(table, widths, in: space.text)
    }
    guard widths.minimum + gaps <= space.wide else { return nil }
    if widths.minimum + gaps <= space.text * 0.9 {
      let narrow = widths.fit(space.text - gaps)
      let wide = widths.fit(space.wide - gaps)
      // Reach into the margins only when that makes the table clearly lower.
      let (low, high) = (widths.estimatedLines(wide), widths.estimatedLines(narrow))
      return TableFit(table: table, widths: high <= max(1.15 * low, low + 1.5) ? narrow : wide)
    }
    return TableFit(table: table, widths: widths.fit(space.wide - gaps))
  }

  /// A table at its natural width; one that nearly fills the text is opened up to fill it.
  private static func natural(
    _ table: MeasuredTable, _ widths: ColumnWidths, in text: Points
  ) -> TableFit {
    var fit = TableFit(table: table, widths: widths.columns.map(\.maximum))
    let rest = text - widths.maximum - table.gaps
    let count = Double(table.columns.count - 1)
    if count > 0, rest / count <= 24 { fit.extra = rest / count }
    return fit
  }
}
