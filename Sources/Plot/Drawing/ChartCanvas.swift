import Graphics

/// What marks draw on: the scales, the theme, and what labels must keep away from.
struct ChartCanvas {
  let model: ChartModel
  let theme: ChartTheme
  let text: any TextSetting
  let x: PositionScale
  /// Of the layer that is being drawn: the second one for layers at the right.
  var y: PositionScale
  /// Where the data lies, in the chart's coordinates.
  let area: Rect
  var items: [FrameItem] = []
  var obstacles = LabelObstacles()
  var labels: [LabelRequest] = []
  /// Labels beyond the number for which places are looked for.
  private(set) var unaskedLabels: [String] = []
  private static let mostLabels = 1000
  /// Takes points in place of `items` while a mark of very many is drawn.
  private var raster: PointRaster?
  /// What text may stand on, the last on top.
  var grounds: [(rect: Rect, color: Color)] = []

  init(
    model: ChartModel, theme: ChartTheme, text: any TextSetting, x: PositionScale,
    y: PositionScale, area: Rect
  ) {
    self.model = model
    self.theme = theme
    self.text = text
    self.x = x
    self.y = y
    self.area = area
    obstacles.bounds = area
  }

  func color(of row: Datum, in layer: ChartLayer) -> Color {
    let color = model.color.color(of: row, mark: layer.mark, theme: theme)
    let opacity = row.opacity ?? layer.mark.opacity ?? layer.mark.fillOpacity
    return opacity.map { color.opacity(Float(min(max($0, 0), 1))) } ?? color
  }

  /// The shape of a row: its own channel's, else that of its colour group, so that grey print still
  /// tells the groups apart.
  func shape(of row: Datum, in layer: ChartLayer) -> PointShape {
    if let name = layer.mark.shape, let index = PointShape.index(of: name) {
      return PointShape.allCases[index]
    }
    if layer.mark.filled == false, row.shape == nil { return .circle }
    // The channel's own names are those of all shapes, by their places.
    return row.shape.map { model.shape == nil ? .at($0) : model.shape($0) }
      ?? model.shape(row.group ?? 0)
  }

  /// The place of a row, nil when it lies outside the domain; in the middle of an axis that the
  /// chart has not.
  func point(_ row: Datum) -> Point? {
    if let value = row.x, !x.contains(value) { return nil }
    if let value = row.y, !y.contains(value) { return nil }
    return place(row)
  }

  /// The place of a row, also beyond the ends of the axes; bars of one category that stand beside
  /// each other have their marks there, too.
  func place(_ row: Datum, in layer: ChartLayer? = nil) -> Point {
    var point = Point(x: area.midX, y: area.midY)
    if let value = row.x { point.x = x.position(value) }
    if let value = row.y { point.y = y.position(value) }
    if let points = row.xPoint { point.x = area.minX + points }
    if let points = row.yPoint { point.y = area.minY + points }
    if let layer, layer.offsetCount > 1 {
      let share = (Double(row.offset) + 0.5) / Double(layer.offsetCount) - 0.5
      if x.axis.isDiscrete {
        point.x += x.bandwidth * share
      } else {
        point.y += y.bandwidth * share
      }
    }
    return point
  }

  mutating func stroke(_ path: Path, _ stroke: Stroke) {
    items.append(.path(path, fill: nil, stroke: stroke))
  }

  mutating func fill(_ path: Path, _ color: Color, stroke: Stroke? = nil) {
    items.append(.path(path, fill: color, stroke: stroke))
  }

  /// Draws the points of a layer, as pixels when there are too many for paths, or the mark says so.
  mutating func drawPoints(of layer: ChartLayer, _ draw: (inout ChartCanvas) -> Void) {
    let isCrowd = layer.rows.count > PointRaster.most
    guard layer.mark.raster ?? isCrowd else { return draw(&self) }
    // In a crowd the rims would be all that is seen.
    raster = PointRaster(
      area: area, rim: isCrowd ? 0 : theme.pointEdge, paper: theme.background)
    draw(&self)
    if let item = raster?.item() { items.append(item) }
    raster = nil
  }

  /// Draws a point and keeps labels away from it.
  mutating func drawPoint(
    at center: Point, _ shape: PointShape, area: Double, color: Color, isFilled: Bool
  ) {
    if raster != nil {
      raster?.stamp(center, shape, area: area, color: color, isFilled: isFilled)
      obstacles.cover(center, radius: (area / .pi).squareRoot())
      return
    }
    let path = shape.path(center: center, area: area)
    if isFilled {
      let edge = theme.background.opacity(color.alpha)
      fill(path, color, stroke: Stroke(color: edge, width: theme.pointEdge, join: .round))
    } else {
      stroke(path, Stroke(color: color, width: 1, join: .round))
    }
    obstacles.points.append((center, (area / .pi).squareRoot() + theme.pointEdge))
  }

  /// Asks for a row's label beside its point.
  mutating func requestLabel(
    of row: Datum, at anchor: Point, area: Double, color: Color, priority: Double
  ) {
    guard let words = row.label, !words.isEmpty else { return }
    guard labels.count < Self.mostLabels || row.keepsLabel else {
      unaskedLabels.append(words)
      return
    }
    let style = LabelStyle(size: theme.labelSize, color: color)
    let frame = text.setLabel(words, style)
    labels.append(
      LabelRequest(
        words: words, frame: frame, anchor: anchor,
        radius: (area / .pi).squareRoot() + theme.pointEdge, mustBePlaced: row.keepsLabel,
        priority: priority, style: style))
  }

  /// Asks for a word of the chart's own beside a place.
  mutating func requestLabel(_ words: String, at anchor: Point, radius: Points) {
    let style = LabelStyle(size: theme.labelSize - 0.5, isItalic: true, color: theme.muted)
    labels.append(
      LabelRequest(
        words: words, frame: text.setLabel(words, style), anchor: anchor, radius: radius,
        mustBePlaced: false, isOwn: true, priority: 0.5, style: style))
  }

  /// Places a legend over the data, on a ground of its own that labels keep away from.
  mutating func place(_ legend: Frame, in rect: Rect) {
    let ground = rect.insetBy(dx: -3, dy: -2)
    items.append(
      .path(.rect(ground), fill: theme.background.opacity(0.85), stroke: nil))
    items.append(.frame(legend, at: Point(x: rect.minX, y: rect.minY)))
    obstacles.boxes.append(ground)
  }

  /// Ink, or white where ink cannot be read on what lies below.
  func readableInk(at point: Point) -> Color {
    let ground =
      grounds.last { $0.color.alpha > 0.5 && $0.rect.distance(to: point) == 0 }?.color
      ?? theme.background
    return theme.ink.contrast(with: ground) >= theme.background.contrast(with: ground)
      ? theme.ink : theme.background
  }

  /// Sets a text with its middle (0.5), left (0) or right (1) edge at x, on a baseline.
  mutating func place(
    _ words: String, _ style: LabelStyle, x: Points, baseline: Points, align: Double = 0
  ) {
    let frame = text.setLabel(words, style)
    items.append(
      .frame(frame, at: Point(x: x - frame.width * align, y: baseline - frame.baseline)))
  }
}

/// The outlines of points, told apart also without colour.
enum PointShape: String, CaseIterable, Sendable {
  case circle, square
  case triangle = "triangle-up"
  case diamond
  case triangleDown = "triangle-down"
  case cross, star

  /// The shape of the category at a place; after the last the first follows.
  static func at(_ index: Int, of shapes: [PointShape]? = nil) -> PointShape {
    let shapes = shapes ?? allCases
    return shapes[index % shapes.count]
  }

  /// The place of a shape among all, by its name in Vega.
  static func index(of name: String) -> Int? {
    let known =
      ["triangle": "triangle-up", "stroke": "cross", "wedge": "triangle-up"][name] ?? name
    return allCases.firstIndex { $0.rawValue == known }
  }

  /// An outline of a given area in square points.
  func path(center c: Point, area: Double) -> Path {
    func polygon(_ corners: [(Double, Double)]) -> Path {
      .polyline(corners.map { Point(x: c.x + $0.0, y: c.y + $0.1) }, closed: true)
    }
    switch self {
    case .circle: return .circle(center: c, radius: (area / .pi).squareRoot())
    case .square:
      let h = area.squareRoot() / 2
      return polygon([(-h, -h), (h, -h), (h, h), (-h, h)])
    case .triangle, .triangleDown:
      // Equilateral: area = √3/4 · side²; the centre of mass on the point.
      let side = (area * 4 / 3.0.squareRoot()).squareRoot()
      let (up, down) = (side / 3.0.squareRoot(), side / (2 * 3.0.squareRoot()))
      let sign: Double = self == .triangle ? 1 : -1
      return polygon([(0, -up * sign), (side / 2, down * sign), (-side / 2, down * sign)])
    case .diamond:
      let h = (area / 2).squareRoot()
      return polygon([(0, -h * 1.1), (h * 0.95, 0), (0, h * 1.1), (-h * 0.95, 0)])
    case .cross:
      // Five squares.
      let a = (area / 5).squareRoot() / 2
      let b = 3 * a
      return polygon([
        (-a, -b), (a, -b), (a, -a), (b, -a), (b, a), (a, a), (a, b), (-a, b), (-a, a), (-b, a),
        (-b, -a), (-a, -a),
      ])
    case .star:
      // Five points, inner radius 0.45 of the outer: area about 1.33 r².
      let r = (area / 1.33).squareRoot()
      return polygon(
        PentagramAngles.unit.enumerated().map { index, unit in
          let radius = index % 2 == 0 ? r : r * 0.45
          return (unit.0 * radius, unit.1 * radius)
        })
    }
  }
}

/// Ten directions from the top, clockwise; written out so that no sine decides about bytes.
private enum PentagramAngles {
  static let unit: [(Double, Double)] = [
    (0, -1), (0.5878, -0.809), (0.9511, -0.309), (0.9511, 0.309), (0.5878, 0.809), (0, 1),
    (-0.5878, 0.809), (-0.9511, 0.309), (-0.9511, -0.309), (-0.5878, -0.809),
  ]
}
