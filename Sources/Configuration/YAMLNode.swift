public import Diagnostics

/// A YAML value that knows where it stands in its file.
public struct YAMLNode: Hashable, Sendable {
  public indirect enum Content: Hashable, Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// In the order of the file; keys are distinct.
    case mapping([YAMLEntry])
  }

  public var content: Content
  public var span: SourceSpan

  public init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// The value of a mapping's key; nil when there is none or this is no mapping.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }

  public var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  public var elements: [YAMLNode]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The text of a scalar, as written; nil for `null` and for collections.
  public var text: String? {
    guard let scalar, !scalar.isNull else { return nil }
    return scalar.text
  }

  public var isNull: Bool { scalar?.isNull ?? false }
  public var isMapping: Bool { entries != nil }
  public var isSequence: Bool { elements != nil }

  /// What an author would call this value: `a list`, `the number 3`.
  public var described: String {
    switch content {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar(let scalar): scalar.described
    }
  }
}

/// A key and its value.
public struct YAMLEntry: Hashable, Sendable {
  public var key: String
  public var keySpan: SourceSpan
  public var value: YAMLNode

  public init(key: String, keySpan: SourceSpan, value: YAMLNode) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}

/// A YAML scalar: its text and, when plain, what YAML 1.2's core schema reads in it (`no` and
/// `12:30` are text; `0x1F` is a number).
public struct YAMLScalar: Hashable, Sendable {
  public var text: String
  /// Not quoted and not a block scalar, so that it may be a number, a Boolean or null.
  public var isPlain: Bool
  /// The source of `text` byte by byte, so that a position in the text leads to one in the file; nil
  /// where escapes stand for other characters, and in JSON.
  public var source: SpannedText?

  public init(text: String, isPlain: Bool, source: SpannedText? = nil) {
    self.text = text
    self.isPlain = isPlain
    self.source = source
  }

  public var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text) }

  public var bool: Bool? {
    guard isPlain else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  public var integer: Int64? {
    guard isPlain else { return nil }
    if text.hasPrefix("0x") { return Int64(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return Int64(text.dropFirst(2), radix: 8) }
    return Int64(text)
  }

  public var number: Double? {
    guard isPlain else { return nil }
    if let integer { return Double(integer) }
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default: break
    }
    // Swift's Double also reads 'nan', 'inf' and hexadecimal floats, which YAML does not.
    let allowed = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    return allowed ? Double(text) : nil
  }

  public var described: String {
    if isNull { return "nothing" }
    if bool != nil || number != nil { return text }
    let short = text.count > 40 ? String(text.prefix(39)) + "…" : text
    return "the text '\(short)'"
  }
}
