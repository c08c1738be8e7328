/// What kind of value a specification has at a place; values that take several forms are told apart
/// by it before they are read.
enum DecodingShape {
  case scalar, list, mapping
}

extension Decoder {
  var shape: DecodingShape {
    if (try? container(keyedBy: NoKey.self)) != nil { return .mapping }
    return (try? unkeyedContainer()) != nil ? .list : .scalar
  }

  /// The text of a scalar that is neither a number nor a truth value.
  var word: String? {
    guard let value = try? singleValueContainer(), (try? value.decode(Double.self)) == nil,
      (try? value.decode(Bool.self)) == nil
    else { return nil }
    return try? value.decode(String.self)
  }
}

extension KeyedDecodingContainer {
  /// Nil when the key is missing or null.
  func shape(_ key: Key) -> DecodingShape? {
    present(key)?.shape
  }

  func word(_ key: Key) -> String? { present(key)?.word }

  /// A title in one line or several; `null` is a title that is not shown.
  func title(_ key: Key) throws -> (text: String?, isShown: Bool) {
    if contains(key), try decodeNil(forKey: key) { return (nil, false) }
    return (try decodeIfPresent(Lines.self, forKey: key)?.text, true)
  }

  private func present(_ key: Key) -> (any Decoder)? {
    guard contains(key), (try? decodeNil(forKey: key)) == false else { return nil }
    return try? superDecoder(forKey: key)
  }
}

/// A mapping none of whose keys is known yet.
private enum NoKey: CodingKey {}
