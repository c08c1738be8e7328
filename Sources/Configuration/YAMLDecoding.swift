public import Diagnostics

extension YAMLNode {
  /// Reads a value of a `Decodable` type out of this node.
  ///
  /// Every mistake is reported, not only the first: an unknown key at the key with its nearest
  /// names, a value of the wrong kind at the value with what was expected, a missing key at the
  /// mapping. Keys are known when the type's coding keys know them.
  ///
  /// - Throws: all diagnostics, when there is an error among them.
  public func decode<T: Decodable>(_ type: T.Type = T.self) throws(DiagnosticList) -> T {
    try decodeTolerantly(T.self, unknownKeys: .error).value
  }

  /// Reads a value of a foreign format, of which not every key is known here.
  ///
  /// - Parameter unknownKeys: how bad a key is that the type does not know.
  /// - Returns: the value, and what was found that is no error.
  public func decodeTolerantly<T: Decodable>(
    _ type: T.Type = T.self, unknownKeys: Diagnostic.Severity
  ) throws(DiagnosticList) -> (value: T, findings: DiagnosticList) {
    let session = DecodingSession()
    let value: T?
    do {
      value = try session.value(T.self, in: self, path: [])
    } catch {
      session.report(error, at: span)
      value = nil
    }
    session.reportUnknownKeys(as: unknownKeys)
    guard let value, !session.diagnostics.hasErrors else { throw session.diagnostics }
    return (value, session.diagnostics)
  }
}

/// Reads a `Decodable` value out of YAML text; empty text counts as an empty mapping.
///
/// - Throws: the YAML's own error, or all that `YAMLNode.decode` finds.
public func decodeYAML<T: Decodable>(
  _ type: T.Type = T.self, from text: SpannedText
) throws(DiagnosticList) -> T {
  let root = try YAMLNode.parse(text) ?? YAMLNode(.mapping([]), at: text.span)
  return try root.decode(T.self)
}

extension Decoder {
  /// The YAML being decoded, for types that take several forms (`mark: pareto`, `mark: {…}`) or
  /// need spans; nil under another decoder.
  public var yaml: YAMLNode? { (self as? YAMLDecoder)?.node }

  /// An error at the value that is being decoded.
  public func invalid(_ message: String, help: [String] = []) -> any Error {
    InvalidValue(message: message, span: yaml?.span, help: help)
  }
}

/// A value with its place in the file.
public struct Spanned<Value: Decodable & Sendable>: Decodable, Sendable {
  public var value: Value
  /// Nil when the value is a default and stands nowhere.
  public var span: SourceSpan?
  /// Where each byte of a text stands; nil where `YAMLScalar` does not know.
  public private(set) var source: SpannedText?

  public init(_ value: Value, at span: SourceSpan? = nil) {
    self.value = value
    self.span = span
  }

  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Value.self)
    span = decoder.yaml?.span
    source = decoder.yaml?.scalar?.source
  }
}

extension Spanned: Equatable where Value: Equatable {}
extension Spanned: Hashable where Value: Hashable {}

/// A mapping whose keys are the author's, in the order of the file.
public struct OrderedMapping<Value: Decodable & Sendable>: Decodable, Sendable {
  public struct Entry: Sendable {
    public var key: String
    public var keySpan: SourceSpan
    public var value: Value
  }

  public var entries: [Entry]

  public init(_ entries: [Entry] = []) { self.entries = entries }

  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? YAMLDecoder else {
      throw decoder.invalid("an ordered mapping is read from YAML only")
    }
    guard let entries = decoder.node.entries else {
      throw decoder.invalid("expected a mapping, found \(decoder.node.described)")
    }
    self.entries = []
    for entry in entries {
      let path = decoder.codingPath + [YAMLKey(entry.key)]
      if let value: Value = decoder.session.collect(in: entry.value, path: path) {
        self.entries.append(Entry(key: entry.key, keySpan: entry.keySpan, value: value))
      }
    }
  }

  public subscript(key: String) -> Value? { entries.first { $0.key == key }?.value }
  public var keys: [String] { entries.map(\.key) }
  public var isEmpty: Bool { entries.isEmpty }
}

extension YAMLNode: Decodable {
  /// Takes the node itself: for values whose form is judged later.
  public init(from decoder: any Decoder) throws {
    guard let node = decoder.yaml else {
      throw decoder.invalid("a YAML node is read from YAML only")
    }
    self = node
  }
}

/// A mistake that a type's own `init(from:)` found in its value.
struct InvalidValue: Error {
  var message: String
  var span: SourceSpan?
  var help: [String] = []
}
