/// What a chart shows: a mark, or several.
public protocol ChartContent {
  /// The marks in the order in which they were written.
  var marks: MarkList { get }
}

/// One mark for one row, with its channels.
struct MarkElement: Sendable {
  var mark: MarkSpec
  var channels: [(channel: Channel, value: PlottableValue)] = []
  /// How bars and areas of one place lie on each other.
  var stack: StackMode?
  /// The directions in which x and y of a Pareto mark improve.
  var better: [ChannelSpec.Better] = []
  /// Whether the label must be placed.
  var keepsLabel = false

  mutating func set(_ channel: Channel, _ value: PlottableValue?) {
    channels.removeAll { $0.channel == channel }
    if let value { channels.append((channel, value)) }
  }
}

/// Marks, one after the other.
public struct MarkList: ChartContent, Sendable {
  var elements: [MarkElement]

  public var marks: MarkList { self }

  init(_ elements: [MarkElement] = []) { self.elements = elements }

  init(
    _ mark: MarkSpec, _ channels: [(Channel, PlottableValue?)], stack: StackMode? = nil,
    better: [ChannelSpec.Better] = []
  ) {
    var element = MarkElement(mark: mark, stack: stack, better: better)
    for (channel, value) in channels { element.set(channel, value) }
    elements = [element]
  }

  /// With a change of every mark.
  func changing(_ change: (inout MarkElement) -> Void) -> MarkList {
    var out = self
    for index in out.elements.indices { change(&out.elements[index]) }
    return out
  }
}

/// Collects the marks that a closure names one below the other, with `if`, `switch` and `for`.
@resultBuilder
public enum ChartContentBuilder {
  public static func buildExpression(_ content: some ChartContent) -> MarkList { content.marks }

  public static func buildBlock(_ parts: MarkList...) -> MarkList {
    MarkList(parts.flatMap(\.elements))
  }

  public static func buildOptional(_ part: MarkList?) -> MarkList { part ?? MarkList() }
  public static func buildEither(first part: MarkList) -> MarkList { part }
  public static func buildEither(second part: MarkList) -> MarkList { part }

  public static func buildArray(_ parts: [MarkList]) -> MarkList {
    MarkList(parts.flatMap(\.elements))
  }

  public static func buildLimitedAvailability(_ part: MarkList) -> MarkList { part }
}

/// Marks for each element of a collection.
public struct ForEach: ChartContent {
  public let marks: MarkList

  public init<Elements: Sequence>(
    _ elements: Elements, @ChartContentBuilder content: (Elements.Element) -> MarkList
  ) {
    marks = MarkList(elements.flatMap { content($0).elements })
  }

  /// - Parameter id: tells elements apart in Swift Charts; every element is one row here.
  public init<Elements: Sequence, ID: Hashable>(
    _ elements: Elements, id: KeyPath<Elements.Element, ID>,
    @ChartContentBuilder content: (Elements.Element) -> MarkList
  ) {
    self.init(elements, content: content)
  }
}
