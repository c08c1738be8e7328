import Graphics

/// One row in the terms of the scales; categories are numbered from 0.
///
/// What a plain point has lies in the row itself, in 56 bytes, so that a scatter of a million points
/// is no burden; the rest is kept apart, for the rows that have it.
struct Datum: Sendable {
  private let number: Int32
  private var category: Int32 = -1
  private var outline: Int32 = -1
  private var places = (x: Double.nan, y: Double.nan)
  private var level = Double.nan
  private var looks = (size: Float.nan, opacity: Float.nan)
  private var rest = Box.empty

  private indirect enum Box: Sendable {
    case empty
    case full(Details)
  }

  /// What few rows have.
  struct Details: Sendable {
    var x2: Double?
    var y2: Double?
    /// Places in the units of the drawing, from the left and top of the data's rectangle.
    var xPoint: Points?
    var yPoint: Points?
    var offset = 0
    /// A colour that the data holds itself.
    var paint: Color?
    var dash: Int?
    var theta: Double?
    /// Standard deviations, at least 0.
    var xError: Double?
    var yError: Double?
    var text: String?
    var label: String?
    var keepsLabel = false
    var detail = ""
    var order: Double?

    static let none = Details()
  }

  init(row: Int) { number = Int32(row) }

  /// From 0, in the data.
  var row: Int { Int(number) }

  var x: Double? {
    get { places.x.isNaN ? nil : places.x }
    set { places.x = newValue ?? .nan }
  }
  var y: Double? {
    get { places.y.isNaN ? nil : places.y }
    set { places.y = newValue ?? .nan }
  }
  /// Category of the colour scale.
  var group: Int? {
    get { category < 0 ? nil : Int(category) }
    set { category = newValue.map { Int32($0) } ?? -1 }
  }
  var shape: Int? {
    get { outline < 0 ? nil : Int(outline) }
    set { outline = newValue.map { Int32($0) } ?? -1 }
  }
  /// Value on a quantitative colour scale.
  var shade: Double? {
    get { level.isNaN ? nil : level }
    set { level = newValue ?? .nan }
  }
  var size: Double? {
    get { looks.size.isNaN ? nil : Double(looks.size) }
    set { looks.size = newValue.map { Float($0) } ?? .nan }
  }
  var opacity: Double? {
    get { looks.opacity.isNaN ? nil : Double(looks.opacity) }
    set { looks.opacity = newValue.map { Float($0) } ?? .nan }
  }

  /// All that few rows have, at once.
  var details: Details {
    get { if case .full(let details) = rest { details } else { .none } }
    set { rest = .full(newValue) }
  }

  var x2: Double? {
    get { details.x2 }
    set { details.x2 = newValue }
  }
  var y2: Double? {
    get { details.y2 }
    set { details.y2 = newValue }
  }
  var label: String? {
    get { details.label }
    set { details.label = newValue }
  }
  var xPoint: Points? { details.xPoint }
  var yPoint: Points? { details.yPoint }
  var offset: Int { details.offset }
  var paint: Color? { details.paint }
  var dash: Int? { details.dash }
  var theta: Double? { details.theta }
  var xError: Double? { details.xError }
  var yError: Double? { details.yError }
  var text: String? { details.text }
  var keepsLabel: Bool { details.keepsLabel }
  var detail: String { details.detail }
  var order: Double? { details.order }
}
