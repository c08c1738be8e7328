import Graphics

/// A line through the rows of each group, in the order of x or of the order channel.
enum LinePainter: Mark {
  static let type = MarkType.line
  static let required: [Channel] = [.x, .y]

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    for series in Series.of(layer) {
      guard let first = series.first, series.count > 1 || layer.mark.point ?? false else {
        continue
      }
      let points = series.map { canvas.place($0, in: layer) }
      let corners = (layer.mark.interpolate ?? .linear).corners(points)
      canvas.stroke(
        .polyline(corners),
        Stroke(
          color: canvas.color(of: first, in: layer),
          width: layer.mark.strokeWidth ?? canvas.theme.lineWidth,
          dash: layer.mark.strokeDash
            ?? Dashes.of(first.dash ?? first.shape ?? first.group ?? 0, canvas.model),
          join: .round))
      for (a, b) in zip(corners, corners.dropFirst()) { canvas.obstacles.segments.append((a, b)) }
      for row in series where layer.mark.point ?? false {
        guard let point = canvas.point(row) else { continue }
        canvas.drawPoint(
          at: point, canvas.shape(of: row, in: layer),
          area: PointSizes(layer, canvas.model, canvas.theme).area(of: row),
          color: canvas.color(of: row, in: layer), isFilled: true)
      }
      for row in series where row.label != nil {
        guard let point = canvas.point(row) else { continue }
        canvas.requestLabel(of: row, at: point, area: 4, color: canvas.theme.ink, priority: 0)
      }
    }
  }
}

/// Dashes tell lines apart in grey print, and where they run over each other.
enum Dashes {
  private static let all: [[Points]] = [[], [5, 1.5], [2, 1.2], [7, 1.5, 1.5, 1.5], [3.5, 2.5]]

  static func of(_ index: Int) -> [Points] { all[index % all.count] }

  /// The author's dashes when there are some.
  static func of(_ index: Int, _ model: ChartModel) -> [Points] {
    guard let own = model.dashes, !own.isEmpty else { return of(index) }
    return own[index % own.count]
  }
}

/// Rows that one line or area joins.
enum Series {
  /// Groups by colour, shape and detail, in order of first appearance; each sorted.
  static func of(_ layer: ChartLayer) -> [[Datum]] {
    struct Key: Hashable {
      var group: Int?
      var shape: Int?
      var dash: Int?
      var paint: Color?
      var detail: String
    }
    var index: [Key: Int] = [:]
    var series: [[Datum]] = []
    for row in layer.rows {
      let key = Key(
        group: row.group, shape: row.shape, dash: row.dash, paint: row.paint, detail: row.detail)
      if let known = index[key] {
        series[known].append(row)
      } else {
        index[key] = series.count
        series.append([row])
      }
    }
    return series.map { rows in
      rows.sorted { ($0.order ?? $0.x ?? 0, $0.row) < ($1.order ?? $1.x ?? 0, $1.row) }
    }
  }
}
