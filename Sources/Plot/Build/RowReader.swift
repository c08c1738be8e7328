import Graphics

/// Reads rows of a unit into the terms of the scales.
struct RowReader {
  private let conventions: ChartConventions
  private let x, y, x2, y2: RowPlace?
  private let color: RowColor?
  private let size, opacity, shape: RowSource?
  private let shapes: CategoryIndex?
  /// A field decides between faint and full; a value is the opacity itself.
  private let faint: LevelModel?
  private let details: RowDetails?
  /// What a row is called by.
  private let names: [RowSource]

  /// Why a row cannot be drawn.
  struct Gap: Error {
    var reason: UndrawnReason
  }

  init(
    _ unit: ResolvedUnit, x: AxisModel, y: AxisModel, colors: ColorIndex, shapes: CategoryIndex?,
    dashes: CategoryIndex?, offsets: CategoryIndex?, opacity level: LevelModel?,
    _ conventions: ChartConventions
  ) {
    func source(_ channel: Channel) -> RowSource? {
      RowSource(unit.encoding[channel], unit.data)
    }
    func place(_ channel: Channel, _ axis: AxisModel) -> RowPlace? {
      unit.encoding[channel].flatMap { RowPlace($0, unit.data, axis, conventions) }
    }
    self.conventions = conventions
    (self.x, self.y) = (place(.x, x), place(.y, y))
    (x2, y2) = (place(.x2, x), place(.y2, y))
    color = source(.color).map {
      RowColor($0, colors, isTime: unit.encoding.color?.type == .temporal)
    }
    (size, opacity, shape) = (source(.size), source(.opacity), source(.shape))
    self.shapes = shapes
    faint = opacity?.usesScale ?? false ? level : nil
    details = RowDetails(unit, dashes: dashes, offsets: offsets, conventions)
    names = [.label, .text, .detail].compactMap(source)
  }

  /// How the row is called in notes.
  ///
  /// - Parameter number: of the row in the whole, from 0.
  func name(of row: Int, number: Int) -> String {
    for source in names {
      if let text = source[row]?.plainText(conventions.numbers), !text.isEmpty { return text }
    }
    return "row \(number + 1)"
  }

  func read(_ row: Int) -> Result<Datum, Gap> {
    var datum = Datum(row: row)
    var (endX, endY): (Double?, Double?)
    let (pointX, pointY) = (x?.points, y?.points)
    do throws(Gap) {
      if let x, pointX == nil { datum.x = try x.value(row) }
      if let y, pointY == nil { datum.y = try y.value(row) }
      if let x2 { endX = try x2.value(row) }
      if let y2 { endY = try y2.value(row) }
    } catch {
      return .failure(error)
    }
    let paint = color?.read(row, into: &datum)
    if let shape, let cell = shape[row] {
      datum.shape = shape.usesScale ? shapes?[cell] : PointShape.index(of: cell.plainText)
    }
    if let size { datum.size = size.quantity(row) }
    if let value = opacity?.quantity(row) {
      datum.opacity = faint?.opacity(of: value) ?? value
    }
    let hasPoint = pointX != nil || pointY != nil
    guard details != nil || endX != nil || endY != nil || paint != nil || hasPoint else {
      return .success(datum)
    }
    var rest = details?.read(row) ?? .none
    (rest.xPoint, rest.yPoint) = (pointX, pointY)
    (rest.x2, rest.y2, rest.paint) = (endX, endY, paint)
    datum.details = rest
    return .success(datum)
  }
}

extension ChartValue {
  /// The value as labels print it; a number with the marks of a language.
  func plainText(_ numbers: NumberMarks) -> String {
    if case .number = self { numbers.written(plainText) } else { plainText }
  }

  /// The value as a short text, a number with a point.
  var plainText: String {
    switch self {
    case .null: ""
    case .number(let number): NumberFormat.plain(number)
    case .text(let text): text
    case .bool(let flag): flag ? "true" : "false"
    }
  }
}

extension ScaleSpec {
  /// Both ends, when the domain is a pair of numbers or dates.
  var bounds: (Double, Double)? {
    guard let domain, domain.count == 2, let a = domain[0].chartValue.moment,
      let b = domain[1].chartValue.moment, a.isFinite, b.isFinite
    else { return nil }
    return (min(a, b), max(a, b))
  }
}
