/// Turns marks into layers: those of one kind with the same channels share a layer and its table,
/// whose columns have the names of the values.
struct ChartAssembly {
  /// Marks that belong in one layer.
  private struct Layer {
    var lead: MarkElement
    var elements: [MarkElement]

    /// Whether a mark differs from the layer's in nothing but its values.
    func takes(_ element: MarkElement) -> Bool {
      lead.mark == element.mark && lead.stack == element.stack && lead.better == element.better
        && lead.channels.count == element.channels.count
        && zip(lead.channels, element.channels).allSatisfy {
          $0.channel == $1.channel && $0.value.label == $1.value.label
            && $0.value.measure == $1.value.measure && $0.value.timeUnit == $1.value.timeUnit
        }
    }
  }

  let spec: ChartSpec
  let data: ChartData

  init(_ content: MarkList) {
    var layers: [Layer] = []
    var last = 0
    for element in content.elements {
      if layers.indices.contains(last), layers[last].takes(element) {
        layers[last].elements.append(element)
      } else if let index = layers.firstIndex(where: { $0.takes(element) }) {
        layers[index].elements.append(element)
        last = index
      } else {
        layers.append(Layer(lead: element, elements: [element]))
        last = layers.count - 1
      }
    }
    let parts = layers.map(Self.unit)
    if parts.count == 1 {
      (spec, data) = parts[0]
    } else {
      spec = ChartSpec(
        layer: parts.map { part in
          var unit = part.0
          unit.data = DataSpec(values: part.1)
          for channel in [Channel.x, .y] where unit.encoding?[channel]?.type == .nominal {
            unit.encoding?[channel]?.sort = .values(Self.categories(of: channel, content))
          }
          return unit
        })
      data = ChartData([])
    }
  }

  /// The categories of a channel in the order in which they were written, over all layers.
  private static func categories(of channel: Channel, _ content: MarkList) -> [ScalarValue] {
    var seen: Set<ChartValue> = []
    return content.elements.compactMap { element in
      element.channels.first { $0.channel == channel }?.value.value
    }.filter { seen.insert($0).inserted }.compactMap(\.scalar)
  }

  private static func unit(_ layer: Layer) -> (ChartSpec, ChartData) {
    var encoding = Encoding()
    var columns: [ChartColumn] = []
    for (place, (channel, value)) in layer.lead.channels.enumerated() {
      let cells = layer.elements.map { $0.channels[place].value.value }
      // The same name for the same values; two channels of one name keep apart.
      var name = value.label.isEmpty ? channel.rawValue : value.label
      if let known = columns.first(where: { $0.name == name }), !known.values.elementsEqual(cells) {
        name += " (\(channel.rawValue))"
      }
      if !columns.contains(where: { $0.name == name }) {
        columns.append(ChartColumn(name, title: value.label, values: cells))
      }
      var used = ChannelSpec(field: name, type: value.measure)
      used.timeUnit = value.timeUnit
      if value.timeUnit != nil { used.title = value.label }
      switch channel {
      case .x: used.better = layer.lead.better.first
      case .y: used.better = layer.lead.better.last
      case .label:
        let kept = layer.elements.filter(\.keepsLabel).map { $0.channels[place].value.value }
        if !kept.isEmpty { used.keep = kept.map(\.fileText) }
      default: break
      }
      encoding[channel] = used
    }
    if let stack = layer.lead.stack {
      // Of the channel that grows: y unless only x is measured.
      let growsAlongX =
        encoding.x?.type == .quantitative && encoding.y?.type != .quantitative
      encoding[growsAlongX ? .x : .y]?.stack = stack
    }
    return (
      ChartSpec(mark: layer.lead.mark, encoding: encoding),
      ChartData(columns, rowCount: layer.elements.count)
    )
  }
}
