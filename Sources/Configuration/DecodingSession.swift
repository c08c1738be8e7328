import Diagnostics

/// What one decoding has found so far, and the rules by which it goes on after a mistake.
///
/// `Decodable` stops at the first error that is thrown. To find them all, a container reports the
/// mistake here and hands out a placeholder instead; the placeholder is never seen, because
/// `YAMLNode.decode` throws when anything was reported.
final class DecodingSession {
  /// Keys that were asked for, by the place of their mapping.
  private struct Known {
    var node: YAMLNode
    var names: [String] = []
    var isKnown: (String) -> Bool
  }

  private(set) var diagnostics = DiagnosticList()
  private var known: [Known] = []
  /// Where mappings of some place stand in `known`: data may have very many.
  private var indices: [SourceSpan: [Int]] = [:]

  /// Reads a value; a mistake in it is thrown.
  func value<T: Decodable>(_ type: T.Type, in node: YAMLNode, path: [any CodingKey]) throws -> T {
    let decoder = YAMLDecoder(node: node, codingPath: path, session: self)
    if let primitive = try decoder.primitive(T.self) { return primitive }
    if let choice = try decoder.choice(T.self) { return choice }
    return try T(from: decoder)
  }

  /// Reads a value; a mistake in it is reported, and nil returned.
  func collect<T: Decodable>(in node: YAMLNode, path: [any CodingKey]) -> T? {
    do {
      return try value(T.self, in: node, path: path)
    } catch {
      report(error, at: node.span)
      return nil
    }
  }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports what a container or a type's initialiser threw.
  func report(_ error: any Error, at span: SourceSpan) {
    switch error {
    case is AlreadyReported: break
    case let error as InvalidValue:
      report(
        Diagnostic(.error, "bad-value", error.message, at: error.span ?? span, help: error.help))
    case let list as DiagnosticList: diagnostics.append(contentsOf: list)
    case DecodingError.dataCorrupted(let context):
      report(.error("bad-value", context.debugDescription, at: span))
    case DecodingError.keyNotFound(let key, _):
      report(.error("missing-key", "the key '\(key.stringValue)' is missing", at: span))
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      report(.error("wrong-type", context.debugDescription, at: span))
    default: report(.error("bad-value", "\(error)", at: span))
    }
  }

  func opened<Key: CodingKey>(_ node: YAMLNode, keys: Key.Type) {
    if let all = Key.self as? any CaseIterable.Type, let names = codingNames(all) {
      note(node, names: names) { Key(stringValue: $0) != nil }
    } else {
      note(node, names: []) { Key(stringValue: $0) != nil }
    }
  }

  func asked(_ key: String, of node: YAMLNode) {
    guard let index = indices[node.span]?.last else { return }
    if !known[index].names.contains(key) { known[index].names.append(key) }
  }

  private func note(_ node: YAMLNode, names: [String], isKnown: @escaping (String) -> Bool) {
    if let index = indices[node.span]?.first(where: { known[$0].node == node }) {
      // A type may open its mapping twice, with two sets of keys; both are known.
      let before = known[index].isKnown
      known[index].isKnown = { before($0) || isKnown($0) }
      known[index].names += names
    } else {
      indices[node.span, default: []].append(known.count)
      known.append(Known(node: node, names: names, isKnown: isKnown))
    }
  }

  private func codingNames(_ type: any CaseIterable.Type) -> [String]? {
    func names<T: CaseIterable>(_: T.Type) -> [String]? {
      let keys = T.allCases.compactMap { ($0 as? any CodingKey)?.stringValue }
      return keys.isEmpty ? nil : keys
    }
    return names(type)
  }

  /// Reports every key that no opened container knows.
  func reportUnknownKeys(as severity: Diagnostic.Severity = .error) {
    for mapping in known {
      let isInBraces =
        mapping.node.entries?.first.map {
          mapping.node.span.start < $0.keySpan.start
        } ?? false
      for entry in mapping.node.entries ?? [] where !mapping.isKnown(entry.key) {
        // `{title: a, b}` has the keys `title` and `b`, `{format: ,d}` the keys `format` and `d`.
        let isCutText = isInBraces && entry.value.isNull
        report(
          Diagnostic(
            severity, "unknown-key", "there is no key '\(entry.key)' here", at: entry.keySpan,
            help: (isCutText ? ["put text that holds a comma in quotes"] : [])
              + helpForUnknown(entry.key, among: mapping.names.sorted(), called: "keys")))
      }
    }
  }
}

/// Thrown when the mistake is in the list already.
struct AlreadyReported: Error {}

struct YAMLKey: CodingKey {
  var stringValue: String
  var intValue: Int?

  init(_ text: String) { stringValue = text }
  init(index: Int) {
    stringValue = String(index)
    intValue = index
  }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { self.init(index: intValue) }
}
