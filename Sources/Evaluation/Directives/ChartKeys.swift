public import Configuration
public import Diagnostics
public import Plot

/// Where keys of a chart's specification stand in its source.
public enum ChartKeys {
  /// A key that is read and has no effect in print.
  public struct Unprinted: Sendable {
    /// From the top of the specification: `encoding.x.axis.titleColor`.
    public var path: String
    public var reason: UnprintedKeys.Reason
    public var span: SourceSpan
  }

  /// All keys without effect, in the order in which they are written.
  public static func unprinted(in node: YAMLNode, at path: [String] = []) -> [Unprinted] {
    if let elements = node.elements {
      return elements.enumerated().flatMap { unprinted(in: $1, at: path + [String($0)]) }
    }
    return (node.entries ?? []).flatMap { entry -> [Unprinted] in
      if let reason = UnprintedKeys.reason(of: entry.key, at: path) {
        let names = (path + [entry.key]).joined(separator: ".")
        return [Unprinted(path: names, reason: reason, span: entry.keySpan)]
      }
      return unprinted(in: entry.value, at: path + [entry.key])
    }
  }
}

extension YAMLNode {
  /// The value at a path of keys and positions, or the last one on the way that exists.
  public func value(at path: [String]) -> YAMLNode {
    guard let first = path.first else { return self }
    if let entry = entries?.first(where: { $0.key == first }) {
      return entry.value.value(at: Array(path.dropFirst()))
    }
    if let index = Int(first), let elements, elements.indices.contains(index) {
      return elements[index].value(at: Array(path.dropFirst()))
    }
    return self
  }
}
