import Diagnostics

/// The keys of a mapping. A mistake in one value is reported and does not hide those of the others.
struct YAMLKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  var decoder: YAMLDecoder
  var entries: [YAMLEntry]

  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { entries.compactMap { Key(stringValue: $0.key) } }

  private func node(_ key: Key) -> YAMLNode? {
    decoder.session.asked(key.stringValue, of: decoder.node)
    return entries.first { $0.key == key.stringValue }?.value
  }

  func contains(_ key: Key) -> Bool { node(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { node(key)?.isNull ?? true }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    guard let node = node(key) else {
      decoder.session.report(
        .error(
          "missing-key", "the key '\(key.stringValue)' is missing here", at: decoder.node.span))
      return try placeholder(T.self)
    }
    if let value: T = decoder.session.collect(in: node, path: codingPath + [key]) { return value }
    return try placeholder(T.self)
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    guard let node = node(key), !node.isNull else { return nil }
    return decoder.session.collect(in: node, path: codingPath + [key])
  }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try present(type, key)
  }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try present(type, key)
  }
  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
    try present(type, key)
  }
  func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? {
    try present(type, key)
  }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try present(type, key) }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
    try present(type, key)
  }

  private func present<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T? {
    guard let node = node(key), !node.isNull else { return nil }
    return decoder.session.collect(in: node, path: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try nested(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try nested(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { decoder }
  func superDecoder(forKey key: Key) throws -> any Decoder { try nested(key) }

  private func nested(_ key: Key) throws -> YAMLDecoder {
    guard let node = node(key) else {
      throw InvalidValue(
        message: "the key '\(key.stringValue)' is missing here", span: decoder.node.span)
    }
    return YAMLDecoder(node: node, codingPath: codingPath + [key], session: decoder.session)
  }
}

/// The elements of a list. After a mistake the next good element is handed out, so that the whole
/// list is looked at.
struct YAMLUnkeyedContainer: UnkeyedDecodingContainer {
  var decoder: YAMLDecoder
  var elements: [YAMLNode]
  private(set) var currentIndex = 0

  init(decoder: YAMLDecoder, elements: [YAMLNode]) {
    self.decoder = decoder
    self.elements = elements
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, elements[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    guard !isAtEnd else {
      throw InvalidValue(
        message: "the list is too short: it has \(elements.count) values", span: decoder.node.span)
    }
    while !isAtEnd {
      let path = codingPath + [YAMLKey(index: currentIndex)]
      let node = elements[currentIndex]
      currentIndex += 1
      if let value: T = decoder.session.collect(in: node, path: path) { return value }
    }
    throw AlreadyReported()
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }

  private mutating func next() throws -> YAMLDecoder {
    guard !isAtEnd else { throw AlreadyReported() }
    defer { currentIndex += 1 }
    return YAMLDecoder(
      node: elements[currentIndex], codingPath: codingPath + [YAMLKey(index: currentIndex)],
      session: decoder.session)
  }
}
