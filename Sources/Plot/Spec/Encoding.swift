/// Which column decides which property of a mark.
public struct Encoding: Decodable, Sendable, Equatable {
  public var x: ChannelSpec?
  public var y: ChannelSpec?
  public var x2: ChannelSpec?
  public var y2: ChannelSpec?
  /// Places bars of one category side by side.
  public var xOffset: ChannelSpec?
  public var color: ChannelSpec?
  public var shape: ChannelSpec?
  public var size: ChannelSpec?
  public var opacity: ChannelSpec?
  /// Standard deviation of x, in its units.
  public var xError: ChannelSpec?
  /// Standard deviation of y, in its units.
  public var yError: ChannelSpec?
  /// What a text mark says.
  public var text: ChannelSpec?
  /// Words set beside the point, placed so that they overlap nothing.
  public var label: ChannelSpec?
  /// Groups lines without colouring them.
  public var detail: ChannelSpec?
  /// The order in which a line visits its points.
  public var order: ChannelSpec?

  public init() {}

  enum CodingKeys: String, CodingKey, CaseIterable {
    case x, y, x2, y2, xOffset, color, shape, size, opacity, xError, yError, text, label, detail
    case order
  }

  subscript(channel: Channel) -> ChannelSpec? {
    get {
      switch channel {
      case .x: x
      case .y: y
      case .x2: x2
      case .y2: y2
      case .xOffset: xOffset
      case .color: color
      case .shape: shape
      case .size: size
      case .opacity: opacity
      case .xError: xError
      case .yError: yError
      case .text: text
      case .label: label
      case .detail: detail
      case .order: order
      }
    }
    set {
      switch channel {
      case .x: x = newValue
      case .y: y = newValue
      case .x2: x2 = newValue
      case .y2: y2 = newValue
      case .xOffset: xOffset = newValue
      case .color: color = newValue
      case .shape: shape = newValue
      case .size: size = newValue
      case .opacity: opacity = newValue
      case .xError: xError = newValue
      case .yError: yError = newValue
      case .text: text = newValue
      case .label: label = newValue
      case .detail: detail = newValue
      case .order: order = newValue
      }
    }
  }

  /// Whether any channel reads a column; without one, a mark is drawn once.
  var hasField: Bool { Channel.allCases.contains { self[$0]?.field != nil } }

  /// These channels over those of an outer encoding.
  func inheriting(_ outer: Encoding?) -> Encoding {
    guard let outer else { return self }
    var merged = outer
    for channel in Channel.allCases {
      if let own = self[channel] { merged[channel] = own }
    }
    return merged
  }
}

/// The properties that data can decide.
enum Channel: String, CaseIterable, Sendable {
  case x, y, x2, y2, xOffset, color, shape, size, opacity, xError, yError, text, label, detail,
    order
}
