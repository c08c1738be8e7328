import Graphics

/// A symbol and what it stands for.
struct LegendEntry {
  enum Symbol {
    case point(PointShape, Color, area: Double)
    case line(Color, dash: [Points])
    case swatch(Color)

    var width: Points {
      switch self {
      case .point(_, _, let area): max(6, 2 * (area / .pi).squareRoot())
      case .line: 18
      case .swatch: 6
      }
    }
  }

  var words: String
  var symbol: Symbol
}

/// Sets the entries of a legend in rows.
struct LegendRows {
  let width: Points
  let theme: ChartTheme
  let text: any TextSetting

  private static let gap: Points = 10

  /// Rows that keep to the width; at least one entry stands in each.
  func rows(_ title: String, _ entries: [LegendEntry]) -> [Frame] {
    // As high as the largest symbol asks.
    let height = entries.map { entry -> Points in
      if case .point = entry.symbol { entry.symbol.width + 1.5 } else { 0 }
    }.reduce(Legend.rowHeight, max)
    var rows: [Frame] = []
    var row = Frame(size: Size(width: 0, height: height))
    var x: Points = 0
    let baseline = height / 2 + 0.36 * theme.legendSize
    if !title.isEmpty {
      let words = text.setLabel(title, LabelStyle(size: theme.legendSize, color: theme.muted))
      if width == 0 { row.size.height = Legend.rowHeight }
      row.place(words, x: 0, baseline: row.height / 2 + 0.36 * theme.legendSize)
      row.size.width = words.width
      x = words.width + 8
    }
    // In a column the words stand below each other, whatever the sizes of the symbols.
    let widest = entries.map(\.symbol.width).max() ?? 0
    let labels = entries.map { text.setLabel($0.words, theme.legendStyle) }
    let totals = zip(entries, labels).map { entry, words in
      (width == 0 ? widest : entry.symbol.width) + 3 + words.width
    }
    let limit = Self.balanced(totals, from: x, width: width)
    for ((entry, words), total) in zip(zip(entries, labels), totals) {
      let mark = total - 3 - words.width
      if x > 0, x + total > limit {
        rows.append(row)
        row = Frame(size: Size(width: 0, height: height))
        x = 0
      }
      draw(entry.symbol, at: x + (mark - entry.symbol.width) / 2, on: &row)
      row.place(words, x: x + mark + 3, baseline: baseline)
      row.size.width = x + total
      x += total + Self.gap
    }
    return rows + [row]
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

  private func draw(_ symbol: LegendEntry.Symbol, at x: Points, on row: inout Frame) {
    let middle = row.height / 2
    switch symbol {
    case .point(let shape, let color, let area):
      row.items.append(
        .path(
          shape.path(center: Point(x: x + symbol.width / 2, y: middle), area: area), fill: color,
          stroke: nil))
    case .line(let color, let dash):
      row.items.append(
        .path(
          .line(from: Point(x: x, y: middle), to: Point(x: x + symbol.width, y: middle)),
          fill: nil, stroke: Stroke(color: color, width: theme.lineWidth, dash: dash)))
    case .swatch(let color): row.fill(Rect(x: x, y: middle - 3, width: 6, height: 6), color)
    }
  }

  /// The gradient of a quantitative colour between its ends; below its title in a narrow legend.
  func ramp(_ shades: ShadeModel) -> [Frame] {
    var rows: [Frame] = []
    var row = Frame(size: Size(width: 0, height: Legend.rowHeight))
    let baseline = Legend.rowHeight / 2 + 0.36 * theme.legendSize
    var x: Points = 0
    func write(_ words: String, _ style: LabelStyle, gap: Points) {
      let frame = text.setLabel(words, style)
      row.place(frame, x: x, baseline: baseline)
      x += frame.width
      row.size.width = x
      x += gap
    }
    func label(_ value: Double) -> String {
      shades.timeFormat?.text(value) ?? shades.format?.text(value) ?? NumberFormat.plain(value)
    }
    if !shades.title.isEmpty {
      write(shades.title, LabelStyle(size: theme.legendSize, color: theme.muted), gap: 8)
      if width == 0 {
        rows.append(row)
        row = Frame(size: Size(width: 0, height: Legend.rowHeight))
        x = 0
      }
    }
    write(label(shades.domain.lowerBound), theme.legendStyle, gap: 4)
    for index in 0..<24 {
      // Half a point of overlap hides the seams of anti-aliasing.
      row.fill(
        Rect(x: x + Double(index) * 3, y: 3, width: index < 23 ? 3.5 : 3, height: 6),
        shades.ramp.color(at: (Double(index) + 0.5) / 24))
    }
    x += 72 + 4
    write(label(shades.domain.upperBound), theme.legendStyle, gap: 0)
    return rows + [row]
  }
}
