import Diagnostics

/// One value being decoded.
struct YAMLDecoder: Decoder {
  var node: YAMLNode
  var codingPath: [any CodingKey]
  var session: DecodingSession
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let entries = node.entries else { throw expected("a mapping") }
    session.opened(node, keys: Key.self)
    return KeyedDecodingContainer(YAMLKeyedContainer<Key>(decoder: self, entries: entries))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let elements = node.elements else { throw expected("a list") }
    return YAMLUnkeyedContainer(decoder: self, elements: elements)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    YAMLSingleValueContainer(decoder: self)
  }

  func expected(_ what: String) -> DecodingError {
    .typeMismatch(
      YAMLNode.self,
      .init(codingPath: codingPath, debugDescription: "expected \(what), found \(node.described)"))
  }

  /// A text, number or Boolean; nil when `T` is none of these.
  func primitive<T>(_ type: T.Type) throws -> T? {
    switch type {
    case is String.Type:
      guard let text = node.text else { throw expected("text") }
      return text as? T
    case is Bool.Type:
      guard let bool = node.scalar?.bool else { throw expected("true or false") }
      return bool as? T
    case is Double.Type:
      guard let number = node.scalar?.number else { throw expected("a number") }
      return number as? T
    case is Float.Type:
      guard let number = node.scalar?.number else { throw expected("a number") }
      return Float(number) as? T
    case let integer as any FixedWidthInteger.Type:
      return try self.integer(integer) as? T
    default: return nil
    }
  }

  private func integer<I: FixedWidthInteger>(_: I.Type) throws -> I {
    guard let wide = node.scalar?.integer else { throw expected("a whole number") }
    guard let value = I(exactly: wide) else {
      throw expected("a whole number from \(I.min) to \(I.max)")
    }
    return value
  }

  /// A case of an enumeration of texts, with the allowed ones in the message; nil when `T` is
  /// something else.
  func choice<T>(_ type: T.Type) throws -> T? {
    guard let choices = type as? any (RawRepresentable & CaseIterable).Type else { return nil }
    return try self.oneOf(choices) as? T
  }

  private func oneOf<C: RawRepresentable & CaseIterable>(_: C.Type) throws -> C? {
    let allowed = C.allCases.compactMap { $0.rawValue as? String }
    guard !allowed.isEmpty else { return nil }
    guard let text = node.text else {
      throw expected(allowed.count <= 8 ? oneOf(allowed) : "a word")
    }
    if let index = allowed.firstIndex(of: text) {
      return C.allCases[C.allCases.index(C.allCases.startIndex, offsetBy: index)]
    }
    var help = nearestName(to: text, in: allowed).map { ["did you mean '\($0)'?"] } ?? []
    help.append("write \(oneOf(allowed))")
    throw InvalidValue(message: "'\(text)' is not allowed here", span: node.span, help: help)
  }

  private func oneOf(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    guard quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
  }
}

struct YAMLSingleValueContainer: SingleValueDecodingContainer {
  var decoder: YAMLDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.node.isNull }

  /// Throws without reporting, so that a type may try one form after the other with `try?`.
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try decoder.session.value(type, in: decoder.node, path: codingPath)
  }
}
