/// The order of categories.
public enum SortSpec: Decodable, Sendable, Equatable {
  case order(ChannelSpec.Sort)
  /// As in the data.
  case data
  /// Those named first, in this order.
  case values([ScalarValue])
  /// By another channel: `-y`.
  case channel(String, ChannelSpec.Sort)
  /// By an operation on a field.
  case field(String?, op: String?, ChannelSpec.Sort)

  private enum CodingKeys: String, CodingKey, CaseIterable { case field, op, order, encoding }

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    switch decoder.shape {
    case .scalar:
      let word = try value.decode(String.self)
      let name = word.hasPrefix("-") ? String(word.dropFirst()) : word
      if Channel(rawValue: name) != nil {
        self = .channel(name, word.hasPrefix("-") ? .descending : .ascending)
      } else {
        self = .order(try value.decode(ChannelSpec.Sort.self))
      }
      return
    case .list:
      self = .values(try value.decode([ScalarValue].self))
      return
    case .mapping: break
    }
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    let order = try keys.decodeIfPresent(ChannelSpec.Sort.self, forKey: .order) ?? .ascending
    if let channel = try keys.decodeIfPresent(String.self, forKey: .encoding) {
      self = .channel(channel, order)
      return
    }
    self = .field(
      try keys.decodeIfPresent(String.self, forKey: .field),
      op: try keys.decodeIfPresent(AggregateOperation.self, forKey: .op)?.rawValue, order)
  }
}
