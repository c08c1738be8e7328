/// A value of any `Decodable` type, to go on with after a mistake; it is thrown away.
///
/// - Throws: `AlreadyReported` when the type refuses to be made from nothing.
func placeholder<T: Decodable>(_ type: T.Type, depth: Int = 0) throws -> T {
  switch type {
  case is String.Type: return "" as! T
  case is Bool.Type: return false as! T
  case is Double.Type: return 0.0 as! T
  case is Float.Type: return Float(0) as! T
  case let integer as any FixedWidthInteger.Type: return integer.init(0) as! T
  case let choices as any CaseIterable.Type:
    func first<C: CaseIterable>(_: C.Type) -> C? { C.allCases.first }
    if let value = first(choices) as? T { return value }
  default: break
  }
  guard depth < 16 else { throw AlreadyReported() }
  do {
    return try T(from: PlaceholderDecoder(depth: depth + 1))
  } catch {
    throw AlreadyReported()
  }
}

/// Decodes an empty mapping, an empty list, an empty text: whatever is asked for.
private struct PlaceholderDecoder: Decoder {
  var depth: Int
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Keyed<Key>(depth: depth))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { Unkeyed(depth: depth) }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { Single(depth: depth) }

  struct Single: SingleValueDecodingContainer {
    var depth: Int
    var codingPath: [any CodingKey] { [] }
    func decodeNil() -> Bool { true }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try placeholder(type, depth: depth) }
  }

  struct Unkeyed: UnkeyedDecodingContainer {
    var depth: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 0 }
    var isAtEnd: Bool { true }
    var currentIndex: Int { 0 }
    mutating func decodeNil() throws -> Bool { true }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
      try placeholder(type, depth: depth)
    }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
      KeyedDecodingContainer(Keyed<Nested>(depth: depth))
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { self }
    mutating func superDecoder() throws -> any Decoder { PlaceholderDecoder(depth: depth) }
  }

  struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    var depth: Int
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }
    func contains(_ key: Key) -> Bool { false }
    func decodeNil(forKey key: Key) throws -> Bool { true }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
      try placeholder(type, depth: depth)
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
      KeyedDecodingContainer<Nested>(Keyed<Nested>(depth: depth))
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      Unkeyed(depth: depth)
    }
    func superDecoder() throws -> any Decoder { PlaceholderDecoder(depth: depth) }
    func superDecoder(forKey key: Key) throws -> any Decoder { PlaceholderDecoder(depth: depth) }
  }
}
