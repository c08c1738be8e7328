/// A heading: text, lines of text, or `{text: …, subtitle: …}`.
public struct TitleSpec: Decodable, Sendable, Equatable, ExpressibleByStringLiteral {
  public var text: String
  public var subtitle: String?

  public init(_ text: String) { self.text = text }
  public init(stringLiteral text: String) { self.text = text }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case text, subtitle, anchor, align, baseline, color, dx, dy, fontSize, font, fontStyle
    case fontWeight, frame, limit, offset, orient, angle, style, subtitleColor, subtitleFont
    case subtitleFontSize, subtitleFontStyle, subtitleFontWeight, subtitlePadding
  }

  public init(from decoder: any Decoder) throws {
    guard decoder.shape == .mapping else {
      text = try Lines(from: decoder).text
      return
    }
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    text = try keys.decodeIfPresent(Lines.self, forKey: .text)?.text ?? ""
    subtitle = try keys.decodeIfPresent(Lines.self, forKey: .subtitle)?.text
  }
}

/// Text in one or several lines; several are set as one.
struct Lines: Decodable, Sendable, Equatable {
  var text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    text =
      decoder.shape == .list
      ? try value.decode([String].self).joined(separator: " ") : try value.decode(String.self)
  }
}

/// A width or height: a length, a length for each category, or whatever there is.
public enum ExtentSpec: Decodable, Sendable, Equatable {
  case length(Double)
  case step(Double)
  case container

  public init(from decoder: any Decoder) throws {
    if decoder.shape == .mapping {
      self = .step(try Step(from: decoder).step)
    } else if decoder.word == "container" {
      self = .container
    } else {
      self = .length(try decoder.singleValueContainer().decode(Double.self))
    }
  }

  private struct Step: Decodable {
    var step: Double
    var `for`: String?
  }

  /// The length, when it is one.
  var points: Double? { if case .length(let length) = self { length } else { nil } }
}

/// What makes small multiples.
public struct FacetSpec: Decodable, Sendable, Equatable {
  /// One after the other, in rows of `columns`.
  public var wrapped: ChannelSpec?
  public var row: ChannelSpec?
  public var column: ChannelSpec?

  public init(wrapped: ChannelSpec? = nil, row: ChannelSpec? = nil, column: ChannelSpec? = nil) {
    self.wrapped = wrapped
    self.row = row
    self.column = column
  }

  private enum CodingKeys: String, CodingKey, CaseIterable { case row, column }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    if keys.contains(.row) || keys.contains(.column) {
      row = try keys.decodeIfPresent(ChannelSpec.self, forKey: .row)
      column = try keys.decodeIfPresent(ChannelSpec.self, forKey: .column)
    } else {
      wrapped = try ChannelSpec(from: decoder)
    }
  }
}

/// The fields that a view is repeated for.
public struct RepeatSpec: Decodable, Sendable, Equatable {
  public var wrapped: [String]?
  public var row: [String]?
  public var column: [String]?
  public var layer: [String]?

  private enum CodingKeys: String, CodingKey, CaseIterable { case row, column, layer }

  public init(from decoder: any Decoder) throws {
    guard decoder.shape == .mapping else {
      wrapped = try decoder.singleValueContainer().decode([String].self)
      return
    }
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    row = try keys.decodeIfPresent([String].self, forKey: .row)
    column = try keys.decodeIfPresent([String].self, forKey: .column)
    layer = try keys.decodeIfPresent([String].self, forKey: .layer)
  }
}

/// Which scales, axes and legends the views of a chart have in common.
public struct ResolveSpec: Decodable, Sendable, Equatable {
  public enum Mode: String, Decodable, Sendable, CaseIterable { case shared, independent }

  public struct Channels: Decodable, Sendable, Equatable {
    public var x: Mode?
    public var y: Mode?
    public var color: Mode?
    public var size: Mode?
    public var shape: Mode?
    public var opacity: Mode?
    public var fill: Mode?
    public var stroke: Mode?
    public var strokeDash: Mode?
    public var theta: Mode?
    public var radius: Mode?
    public var xOffset: Mode?
    public var yOffset: Mode?
  }

  public var scale: Channels?
  public var axis: Channels?
  public var legend: Channels?

  /// Whether a position scale is every view's own.
  func isIndependent(_ channel: Channel) -> Bool {
    switch channel {
    case .x: scale?.x == .independent
    case .y: scale?.y == .independent
    case .color: scale?.color == .independent
    default: false
    }
  }
}
