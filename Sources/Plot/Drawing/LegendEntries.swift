import Graphics

/// Sets the entries of one part of a legend in rows or in a grid.
struct LegendEntries {
  private let entries: [LegendEntry]
  private let labels: [Frame]
  private let theme: ChartTheme

  private static let gap: Points = 10
  /// Between a symbol and its words.
  private static let symbolGap: Points = 3
  private static let titleGap: Points = 8

  init(_ entries: [LegendEntry], _ theme: ChartTheme, _ text: any TextSetting) {
    (self.entries, self.theme) = (entries, theme)
    labels = entries.map { text.setLabel($0.words, theme.legendStyle) }
  }

  /// As high as the largest symbol asks.
  private var rowHeight: Points {
    entries.map(\.symbol.height).reduce(Legend.rowHeight, max)
  }

  /// The title and the entries beside each other, broken into rows that keep to the width; at least
  /// one entry stands in each.
  func rows(_ title: Frame?, width: Points) -> Frame {
    var frame = Frame(size: Size(width: 0, height: rowHeight))
    var x: Points = 0
    var top: Points = 0
    if let title {
      frame.place(title, x: 0, baseline: Legend.baseline(top, rowHeight, theme))
      frame.size.width = title.width
      x = title.width + Self.titleGap
    }
    let totals = zip(entries, labels).map { $0.symbol.width + Self.symbolGap + $1.width }
    let limit = Self.balanced(totals, from: x, width: width)
    for (index, total) in totals.enumerated() {
      if x > 0, x + total > limit {
        top += rowHeight
        x = 0
      }
      draw(index, x: x, symbolWidth: entries[index].symbol.width, top, on: &frame)
      frame.size.width = max(frame.size.width, x + total)
      x += total + Self.gap
    }
    return Frame(size: Size(width: frame.width, height: top + rowHeight), items: frame.items)
  }

  /// Rows of a number of entries whose columns are even.
  ///
  /// - Parameter isByColumn: whether entries run down the columns first.
  func grid(columns: Int, isByColumn: Bool) -> Frame {
    var frame = Frame(size: .zero)
    let columns = min(columns, max(entries.count, 1))
    let rows = (entries.count + columns - 1) / columns
    func column(_ index: Int) -> Int { isByColumn ? index / rows : index % columns }
    // The words of a column stand below each other, whatever the sizes of the symbols.
    let symbols = entries.map(\.symbol.width).max() ?? 0
    var x: Points = 0
    for place in 0..<columns {
      let own = entries.indices.filter { column($0) == place }
      for index in own {
        let row = isByColumn ? index % rows : index / columns
        draw(index, x: x, symbolWidth: symbols, Double(row) * rowHeight, on: &frame)
      }
      let widest = own.map { labels[$0].width }.max() ?? 0
      frame.size.width = max(frame.size.width, x + symbols + Self.symbolGap + widest)
      x += symbols + Self.symbolGap + widest + Self.gap
    }
    return Frame(
      size: Size(width: frame.width, height: Double(rows) * rowHeight), items: frame.items)
  }

  private func draw(
    _ index: Int, x: Points, symbolWidth: Points, _ top: Points, on frame: inout Frame
  ) {
    let entry = entries[index]
    entry.drawSymbol(
      at: x + (symbolWidth - entry.symbol.width) / 2, on: &frame, theme: theme,
      middle: top + rowHeight / 2)
    frame.place(
      labels[index], x: x + symbolWidth + Self.symbolGap,
      baseline: Legend.baseline(top, rowHeight, theme))
  }

  /// The least width in which the entries take no more rows than in the width given, so that no
  /// row holds many and the last just one.
  private static func balanced(_ totals: [Points], from start: Points, width: Points) -> Points {
    func rows(_ width: Points) -> Int {
      var (x, rows) = (start, 1)
      for total in totals {
        if x > 0, x + total > width {
          rows += 1
          x = 0
        }
        x += total + gap
      }
      return rows
    }
    let least = rows(width)
    guard width > 0, least > 1, least < totals.count else { return width }
    return stride(from: width / 2, to: width, by: 4).first { rows($0) == least } ?? width
  }
}
