public import Diagnostics

/// A name that an author gave to something: `fig-pareto`, `sec-cost`. Also its anchor in the PDF.
public struct Label: Hashable, Sendable {
  public var name: String
  public var span: SourceSpan

  public init(_ name: String, span: SourceSpan) {
    self.name = name
    self.span = span
  }

  /// The reserved prefixes of what can be referred to with `@`.
  public enum Kind: String, Sendable, CaseIterable {
    case figure = "fig"
    case table = "tbl"
    case equation = "eq"
    case section = "sec"
    case check = "chk"
  }

  /// The kind that the prefix states, nil for free names.
  public var kind: Kind? {
    guard let dash = name.firstIndex(of: "-") else { return nil }
    return Kind(rawValue: String(name[..<dash]))
  }
}

/// What stands in braces after a heading, an image, a table or a fence: `{#id .class key=value}`.
public struct Attributes: Sendable, Equatable {
  public struct Value: Sendable, Equatable {
    public var key: String
    public var value: String
    public var span: SourceSpan

    public init(key: String, value: String, span: SourceSpan) {
      self.key = key
      self.value = value
      self.span = span
    }
  }

  public var label: Label?
  public var classes: [String]
  public var values: [Value]

  public init(label: Label? = nil, classes: [String] = [], values: [Value] = []) {
    self.label = label
    self.classes = classes
    self.values = values
  }

  public subscript(key: String) -> String? { values.last { $0.key == key }?.value }
}
