/// Which column decides which property of a mark.
public struct Encoding: Decodable, Sendable, Equatable {
  public var x: ChannelSpec?
  public var y: ChannelSpec?
  public var x2: ChannelSpec?
  public var y2: ChannelSpec?
  /// Places bars of one category side by side.
  public var xOffset: ChannelSpec?
  public var yOffset: ChannelSpec?
  public var color: ChannelSpec?
  public var shape: ChannelSpec?
  public var size: ChannelSpec?
  public var opacity: ChannelSpec?
  public var strokeDash: ChannelSpec?
  /// Angle of a sector of a circle.
  public var theta: ChannelSpec?
  /// Length of the bar of an error, both ways.
  public var xError: ChannelSpec?
  public var yError: ChannelSpec?
  /// What a text mark says.
  public var text: ChannelSpec?
  /// Words set beside the point, placed so that they overlap nothing.
  public var label: ChannelSpec?
  /// Groups lines without colouring them.
  public var detail: ChannelSpec?
  /// The order in which a line visits its points.
  public var order: ChannelSpec?
  /// More fields that group, when `detail` is a list.
  public var details: [ChannelSpec] = []
  /// What is shown on a screen under the pointer: kept for exports.
  public var tooltips: [ChannelSpec] = []
  /// Small multiples below each other, beside each other, and wrapped.
  public var row: ChannelSpec?
  public var column: ChannelSpec?
  public var facet: ChannelSpec?

  public init() {}

  enum CodingKeys: String, CodingKey, CaseIterable {
    case x, y, x2, y2, xOffset, yOffset, color, shape, size, opacity, strokeDash, theta, xError
    case yError, text, label, detail, order, row, column, facet, fill, stroke, fillOpacity
    case strokeOpacity
    // For screens only.
    case tooltip, href, url, key, description
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    for channel in Channel.allCases {
      guard let key = CodingKeys(rawValue: channel.rawValue) else { continue }
      if keys.shape(key) == .list {
        let list = try keys.decodeIfPresent([ChannelSpec].self, forKey: key) ?? []
        self[channel] = list.first
        if channel == .detail { details = Array(list.dropFirst()) }
      } else {
        self[channel] = try keys.decodeIfPresent(ChannelSpec.self, forKey: key)
      }
    }
    row = try keys.decodeIfPresent(ChannelSpec.self, forKey: .row)
    column = try keys.decodeIfPresent(ChannelSpec.self, forKey: .column)
    facet = try keys.decodeIfPresent(ChannelSpec.self, forKey: .facet)
    if keys.shape(.tooltip) == .list {
      tooltips = try keys.decode([ChannelSpec].self, forKey: .tooltip)
    } else if keys.shape(.tooltip) == .mapping {
      tooltips = [try keys.decode(ChannelSpec.self, forKey: .tooltip)]
    }
    // A mark has one colour: of its area, else of its outline.
    for key in [CodingKeys.fill, .stroke] where color == nil {
      color = try keys.decodeIfPresent(ChannelSpec.self, forKey: key)
    }
    for key in [CodingKeys.fillOpacity, .strokeOpacity] where opacity == nil {
      opacity = try keys.decodeIfPresent(ChannelSpec.self, forKey: key)
    }
  }

  subscript(channel: Channel) -> ChannelSpec? {
    get {
      switch channel {
      case .x: x
      case .y: y
      case .x2: x2
      case .y2: y2
      case .xOffset: xOffset
      case .yOffset: yOffset
      case .color: color
      case .shape: shape
      case .size: size
      case .opacity: opacity
      case .strokeDash: strokeDash
      case .theta: theta
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
      case .yOffset: yOffset = newValue
      case .color: color = newValue
      case .shape: shape = newValue
      case .size: size = newValue
      case .opacity: opacity = newValue
      case .strokeDash: strokeDash = newValue
      case .theta: theta = newValue
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
  var hasField: Bool {
    Channel.allCases.contains { self[$0]?.readsRows ?? false } || !details.isEmpty
  }

  /// These channels over those of an outer encoding.
  func inheriting(_ outer: Encoding?) -> Encoding {
    guard let outer else { return self }
    var merged = outer
    for channel in Channel.allCases {
      if let own = self[channel] { merged[channel] = own.inheriting(outer[channel]) }
    }
    merged.details += details
    if !tooltips.isEmpty { merged.tooltips = tooltips }
    merged.row = row ?? outer.row
    merged.column = column ?? outer.column
    merged.facet = facet ?? outer.facet
    return merged
  }
}

extension ChannelSpec {
  /// This channel with what the outer one says and it does not: a layer may give just the field.
  func inheriting(_ outer: ChannelSpec?) -> ChannelSpec {
    guard let outer else { return self }
    var merged = self
    merged.type = type ?? outer.type
    merged.title = title ?? outer.title
    merged.showsTitle = showsTitle && outer.showsTitle
    merged.better = better ?? outer.better
    merged.scale = scale ?? outer.scale
    merged.usesScale = usesScale && outer.usesScale
    merged.axis = axis ?? outer.axis
    merged.showsAxis = showsAxis && outer.showsAxis
    merged.legend = legend ?? outer.legend
    merged.showsLegend = showsLegend && outer.showsLegend
    merged.format = format ?? outer.format
    merged.sort = sort ?? outer.sort
    merged.stack = stack ?? outer.stack
    if field == nil, datum == nil, value == nil, repeated == nil, repeatedDatum == nil {
      merged.field = outer.field
      merged.datum = outer.datum
      merged.value = outer.value
      merged.repeated = outer.repeated
      merged.repeatedDatum = outer.repeatedDatum
      merged.aggregate = aggregate ?? outer.aggregate
      merged.bin = bin ?? outer.bin
      merged.timeUnit = timeUnit ?? outer.timeUnit
      merged.conditions = conditions.isEmpty ? outer.conditions : conditions
    }
    return merged
  }

  /// Whether the channel's value differs from row to row.
  var readsRows: Bool {
    field != nil || aggregate != nil
      || conditions.contains { !$0.isSelection || $0.channel.field != nil }
  }
}

/// The properties that data can decide.
enum Channel: String, CaseIterable, Sendable {
  case x, y, x2, y2, xOffset, yOffset, color, shape, size, opacity, strokeDash, theta
  case xError, yError, text, label, detail, order
}
