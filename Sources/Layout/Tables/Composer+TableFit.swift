import Configuration
import Diagnostics
import Graphics
import Markup

extension Composer {
  /// Tries tighter and tighter settings, then a landscape page; nil when the columns must be split.
  ///
  /// - Parameter first: the table in its usual size.
  mutating func fit(_ first: MeasuredTable, tags: [StructureID], in space: TableFit.Space)
    -> TableFit?
  {
    if let across = space.across { return fit(first, tags: tags, in: space, across: across) }
    let ladder = TableMetrics.ladder(style.sizes.table)
    if first.isHardlyWider(than: space.text) {
      // Closer columns look better than reaching into the margins by a hair.
      var tighter = ladder[1]
      tighter.measure = nil
      return TableFit.fit(first.with(tighter), in: space)
    }
    // A table that fits, though with a column of a word a line.
    var squeezed: TableFit?
    for metrics in ladder {
      let isSmaller = metrics.grid != first.metrics.grid
      if isSmaller, squeezed == nil, first.isHopeless(in: space.wide) { break }
      let table = isSmaller ? rebuilt(first, metrics, tags) : first.with(metrics)
      guard let fit = TableFit.fit(table, in: space) else { continue }
      guard fit.isSqueezed else { return fit }
      squeezed = squeezed ?? fit
    }
    if let squeezed, height(of: squeezed, tags: tags) < style.textHeight / 2 { return squeezed }
    guard let landscape = space.landscape, !first.isHopeless(in: landscape) else {
      return squeezed
    }
    return fit(first, ladder, tags: tags, acrossLandscape: landscape) ?? squeezed
  }

  /// In a column when it is at ease there, else across the columns.
  private mutating func fit(
    _ first: MeasuredTable, tags: [StructureID], in space: TableFit.Space, across: Points
  ) -> TableFit? {
    let narrow = TableFit.Space(text: space.text, wide: space.wide)
    let tight = first.with(TableMetrics.ladder(style.sizes.table)[1])
    for var table in [first, tight] {
      table.metrics.measure = nil
      guard let fit = TableFit.fit(table, in: narrow) else { continue }
      let lines = table.widths.estimatedLines(fit.widths)
      let wide = table.widths
      let room = across - table.gaps
      let least = wide.estimatedLines(wide.minimum < room ? wide.fit(room) : fit.widths)
      if wide.maximum + table.gaps <= space.text || lines <= 2.2 * least { return fit }
    }
    let wide = TableFit.Space(text: across, wide: across, landscape: space.landscape)
    guard var fit = fit(first, tags: tags, in: wide) else { return nil }
    if fit.page == .upright { fit.page = .across }
    return fit
  }

  /// The largest type at which a table fits a landscape page's width. A table a little too high for
  /// one page is rather set smaller than cut, and so is one that smaller type makes much lower.
  private mutating func fit(
    _ first: MeasuredTable, _ ladder: [TableMetrics], tags: [StructureID],
    acrossLandscape width: Points
  ) -> TableFit? {
    let space = TableFit.Space(text: width, wide: width)
    var best: (fit: TableFit, share: Double)?
    for metrics in ladder {
      var table =
        metrics.grid == first.metrics.grid ? first.with(metrics) : rebuilt(first, metrics, tags)
      table.metrics.measure = "a landscape page"
      guard var fit = TableFit.fit(table, in: space) else { continue }
      fit.page = .landscape
      let share = height(of: fit, tags: tags) / (landscapeSize.height - 40)
      if let known = best, share > 1 || known.share > 1.35, share > known.share * 0.65 { continue }
      best = (fit, share)
      if share <= 1, !fit.isSqueezed { break }
    }
    // A column of a word a line is no column: the table is cut between its columns.
    guard let best, !best.fit.isSqueezed else { return nil }
    return best.fit
  }

  /// The table in another size of type.
  mutating func rebuilt(
    _ table: MeasuredTable, _ metrics: TableMetrics, _ tags: [StructureID]
  ) -> MeasuredTable {
    MeasuredTable(
      grid: table.grid, metrics: metrics,
      contents: contents(of: table.grid, metrics: metrics, tags: tags, known: table.contents))
  }

  private mutating func height(of fit: TableFit, tags: [StructureID]) -> Points {
    let layout = TableLayout(
      fit.table, widths: fit.widths, extra: fit.extra, tags: tags, typesetter: &typesetter)
    return layout.rows.reduce(0) { $0 + $1.height }
  }

  /// The text block of a landscape page.
  var landscapeSize: Size {
    Size(
      width: style.paper.height - 2 * .millimetres(22),
      height: style.paper.width - 2 * .millimetres(24))
  }

  /// Tells the author what was done to make a table fit.
  mutating func note(_ fit: TableFit, of table: DocumentTable<Resolved>) {
    guard let measure = fit.table.metrics.measure, fit.page != .across else { return }
    diagnostics.append(
      .note(
        "wide-table", "the table is too wide for the page: set with \(measure)", at: table.span))
  }
}
