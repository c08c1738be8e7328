import Diagnostics

/// `{l|c@{\,}r}`: the columns of `array`.
struct ColumnSpecification {
  var columns: [MathArray.Column] = []
  var lines: [Int: [MathArray.Line]] = [:]
}

extension FormulaParser {
  /// Reads the argument after `\begin{array}`.
  mutating func parseColumns(of call: MathToken) throws(Diagnostic) -> ColumnSpecification {
    let tokens = try repeated(try source.argumentTokens(of: call), calledBy: call)
    var specification = ColumnSpecification()
    var suppressesNext = false
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token.text {
      case "l", "c", "r":
        let alignment: MathArray.ColumnAlignment =
          token.text == "l" ? .left : token.text == "c" ? .center : .right
        specification.columns.append(
          .init(alignment, before: suppressesNext ? .zero : .em(0.5), after: .em(0.5)))
        suppressesNext = false
      case "|": specification.lines[specification.columns.count, default: []].append(.solid)
      case ":": specification.lines[specification.columns.count, default: []].append(.dashed)
      case " ": break
      case "@", "!", ">", "<":
        // Material between columns: its white space counts, the rest is dropped with `@{}`.
        let group = skipGroup(in: tokens, from: &index)
        if token.text == "@" {
          let gap = self.gap(of: group)
          if let last = specification.columns.indices.last {
            specification.columns[last].after = gap
          }
          suppressesNext = true
        }
      case "p", "m", "b", "w":
        _ = skipGroup(in: tokens, from: &index)
        specification.columns.append(.init(.left, before: .em(0.5), after: .em(0.5)))
      default:
        throw .unknownColumn(token.text, at: source.span(of: token))
      }
    }
    return specification
  }

  /// `*{3}{c}` written out.
  private func repeated(
    _ tokens: [MathToken], calledBy call: MathToken
  ) throws(Diagnostic) -> [MathToken] {
    guard tokens.contains(where: { $0.isCharacter("*") }) else { return tokens }
    var result: [MathToken] = []
    var index = 0
    while index < tokens.count {
      guard tokens[index].isCharacter("*") else {
        result.append(tokens[index])
        index += 1
        continue
      }
      let star = tokens[index]
      index += 1
      let count = Int(skipGroup(in: tokens, from: &index).map(\.text).joined()) ?? -1
      let body = skipGroup(in: tokens, from: &index)
      guard (0...200).contains(count) else {
        throw .unknownColumn("*", at: source.span(of: star))
      }
      for _ in 0..<count { result += body }
    }
    return result
  }

  private func skipGroup(in tokens: [MathToken], from index: inout Int) -> [MathToken] {
    while index < tokens.count, tokens[index].kind == .space { index += 1 }
    guard index < tokens.count else { return [] }
    guard tokens[index].isCharacter("{") else {
      index += 1
      return [tokens[index - 1]]
    }
    var group: [MathToken] = []
    var depth = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      if depth == 0 { break }
      if !(depth == 1 && token.isCharacter("{")) { group.append(token) }
    }
    return group
  }

  private func gap(of tokens: [MathToken]) -> MathLength {
    for token in tokens where token.kind == .command {
      if case .construct(.space(let length)) = meaning(of: token) { return length }
    }
    return .zero
  }
}

extension Diagnostic {
  fileprivate static func unknownColumn(_ text: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-columns", "unknown column type '\(text)'", at: span,
      help: "columns are l, c, r, with | or : between them")
  }
}
