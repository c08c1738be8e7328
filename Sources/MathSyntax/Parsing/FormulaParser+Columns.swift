import Diagnostics

/// `{l|c@{\,}r}`: the columns of `array`.
struct ColumnSpecification {
  var columns: [MathArray.Column] = []
  var lines: [Int: [MathArray.Line]] = [:]
  var separators: [Int: MathList] = [:]
  var material: [Int: CellMaterial] = [:]
}

/// `>{…}` and `<{…}`: what is put before and behind the content of every cell of a column.
struct CellMaterial {
  var before: [MathToken] = []
  var after: [MathToken] = []
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
      case "@", "!":
        let group = skipGroup(in: tokens, from: &index)
        let at = specification.columns.count
        let list = try separator(group, of: token)
        if !list.isEmpty { specification.separators[at] = list }
        // `@` takes the white space at its place away, `!` leaves it.
        guard token.text == "@" else { break }
        if at > 0 { specification.columns[at - 1].after = .zero }
        suppressesNext = true
      case ">":
        let group = skipGroup(in: tokens, from: &index)
        specification.material[specification.columns.count, default: CellMaterial()].before += group
      case "<":
        let group = skipGroup(in: tokens, from: &index)
        guard !specification.columns.isEmpty else { break }
        specification.material[specification.columns.count - 1, default: CellMaterial()].after +=
          group
      case "p", "m", "b", "w":
        // A width means nothing where lines do not break; `w` has an alignment before it.
        let isBox = token.text == "w"
        let letter = isBox ? skipGroup(in: tokens, from: &index).first?.text : "l"
        _ = skipGroup(in: tokens, from: &index)
        specification.columns.append(
          .init(
            letter == "c" ? .center : letter == "r" ? .right : .left,
            before: suppressesNext ? .zero : .em(0.5), after: .em(0.5)))
        suppressesNext = false
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

  private mutating func separator(
    _ tokens: [MathToken], of token: MathToken
  ) throws(Diagnostic) -> MathList {
    let (start, end) = (Int(token.start), Int(token.end))
    source.push([.character("{", start, end)] + tokens + [.character("}", start, end)])
    return try parseArgument(of: token)
  }
}

extension Diagnostic {
  fileprivate static func unknownColumn(_ text: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-columns", "unknown column type '\(text)'", at: span,
      help: "columns are l, c, r, with | or : between them")
  }
}
