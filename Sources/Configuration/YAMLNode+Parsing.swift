public import Diagnostics
import Yams

extension YAMLNode {
  /// Reads one YAML document; JSON is YAML, too, and has a faster reader.
  ///
  /// - Parameters:
  ///   - text: YAML, possibly gathered from several lines of a source file.
  ///   - limit: how many values it may stand for; aliases make many of few.
  /// - Returns: the document's root; nil when the text holds nothing but comments.
  /// - Throws: one diagnostic with YAML's own problem text at the place where reading stopped.
  public static func parse(
    _ text: SpannedText, limit: Int = 200_000
  ) throws(DiagnosticList) -> YAMLNode? {
    let positions = YAMLPositions(text)
    guard let string = String(validating: text.bytes, as: UTF8.self) else {
      throw .error(
        "invalid-utf8", "this text is not valid UTF-8", at: positions.firstInvalidByte,
        help: "save the file in the encoding UTF-8")
    }
    if let place = positions.tooDeep {
      throw .error("yaml-too-deep", "this YAML is nested too deep", at: place)
    }
    // YAML's reader has the better word for what is neither.
    if JSONReader.isLikely(text.bytes), let node = try? JSONReader.node(text) { return node }
    let root: Node?
    do {
      let yaml = string.hasPrefix("\u{FEFF}") ? String(string.dropFirst()) : string
      // Values are told apart by `YAMLScalar`; Yams' own rules are regular expressions, and slow.
      root = try compose(yaml: yaml, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw DiagnosticList([Diagnostic(error, positions)])
    } catch {
      throw .error("invalid-yaml", "\(error)", at: text.span)
    }
    guard let root else { return nil }
    var builder = YAMLBuilder(positions: positions, limit: limit)
    return try builder.node(root)
  }
}

/// Turns Yams' nodes, which know their start, into ours, which know start and end.
private struct YAMLBuilder {
  let positions: YAMLPositions
  private let limit: Int
  private var nodes = 0

  init(positions: YAMLPositions, limit: Int) {
    self.positions = positions
    self.limit = limit
  }

  mutating func node(_ node: Node) throws(DiagnosticList) -> YAMLNode {
    let start = node.mark.map(positions.offset) ?? 0
    nodes += 1
    // Aliases are expanded, so a few lines of YAML can stand for billions of nodes.
    guard nodes <= limit else {
      throw .error(
        "yaml-too-large", "this YAML stands for more than \(limit) values",
        at: positions.text.span, help: "write aliases out only where they are needed")
    }
    switch node {
    case .scalar(let scalar):
      return self.scalar(scalar, at: start)
    case .sequence(let sequence):
      var elements: [YAMLNode] = []
      for element in sequence { elements.append(try self.node(element)) }
      return YAMLNode(.sequence(elements), at: cover(start, elements.last?.span))
    case .mapping(let mapping):
      var entries: [YAMLEntry] = []
      for (key, value) in mapping {
        let keyNode = try self.node(key)
        guard case .scalar(let scalar) = keyNode.content else {
          throw .error(
            "invalid-yaml", "a key must be text, this is \(keyNode.described)", at: keyNode.span)
        }
        entries.append(
          YAMLEntry(key: scalar.text, keySpan: keyNode.span, value: try self.node(value)))
      }
      return YAMLNode(.mapping(entries), at: cover(start, entries.last?.value.span))
    case .alias:
      preconditionFailure("Yams replaces aliases by their nodes while it composes")
    }
  }

  private func cover(_ start: Int, _ last: SourceSpan?) -> SourceSpan {
    let first = positions.text.span(start..<start + 1)
    // An alias stands before the collection that uses it; then the collection's start has to do.
    guard let last, last.end > first.start else { return first }
    return first.union(last)
  }

  private func scalar(_ scalar: Node.Scalar, at start: Int) -> YAMLNode {
    let isPlain = scalar.style == .plain || scalar.style == .any
    let range = positions.range(of: scalar, at: start)
    let style: ScalarSource.Style =
      switch scalar.style {
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      case .literal, .folded: .block
      default: .plain
      }
    let content = YAMLScalar(
      text: scalar.string, isPlain: isPlain,
      source: ScalarSource.text(of: scalar.string, style, at: range, in: positions.text))
    return YAMLNode(.scalar(content), at: positions.text.span(range))
  }
}

extension Diagnostic {
  fileprivate init(_ error: YamlError, _ positions: YAMLPositions) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if let context, context.text.contains("quoted scalar"), problem.contains("end of stream") {
        // The end of the file is the last place to look for a forgotten quotation mark.
        self.init(
          .error, "invalid-yaml", "this quotation mark is not closed",
          at: positions.span(at: context.mark),
          help: ["close it, or leave quotation marks out when the text needs none"])
        return
      }
      let related = context.map {
        Related(
          message: String($0.text.trimmingPrefix("while ")), span: positions.span(at: $0.mark))
      }
      self.init(
        .error, "invalid-yaml", problem, at: positions.span(at: mark),
        help: positions.advice(at: mark), related: related.map { [$0] } ?? [])
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let first = positions.span(at: context.mark, length: key.utf8.count)
      let second = positions.repetition(of: key, after: context.mark)
      self.init(
        .error, "duplicate-key", "the key '\(key)' stands twice in one mapping",
        at: second ?? first,
        related: second == nil ? [] : [Related(message: "first here", span: first)])
    case .reader(let problem, let offset, _, let yaml):
      let index = offset.map { yaml.index(yaml.startIndex, offsetBy: $0) }
      let byte = index.map { yaml.utf8.distance(from: yaml.startIndex, to: $0) } ?? 0
      self.init(.error, "invalid-yaml", problem, at: positions.text.span(byte..<byte + 1))
    default:
      self.init(.error, "invalid-yaml", "\(error)", at: positions.text.span)
    }
  }
}
