import Diagnostics

/// What commands say about the row they stand in.
struct RowMarks {
  var tag: MathText?
  var tagIsParenthesized = true
  var isNumbered = true
  var label: String?
  var labelSpan: SourceSpan?
}

/// Environments: rows and cells between `\begin` and `\end`.
extension FormulaParser {
  mutating func parseEnvironment(calledBy call: MathToken) throws(Diagnostic) -> MathNode? {
    let (name, nameSpan) = try environmentName(of: call)
    guard let kind = EnvironmentTable.kinds[name] else {
      throw .unknownEnvironment(name, at: nameSpan)
    }
    if case .diagram = kind.columns { return try parseDiagram(openedBy: call) }
    var position = MathArray.VerticalPosition.center
    var starAlignment = MathArray.ColumnAlignment.center
    if !kind.isDisplay, !name.contains("cases"), name != "split",
      try nextIsBracket(), let tokens = try source.bracketedTokens(of: call)
    {
      for token in tokens {
        switch token.text {
        case "t": position = .top
        case "b": position = .bottom
        case "l": starAlignment = .left
        case "r": starAlignment = .right
        default: break
        }
      }
    }
    var specification: ColumnSpecification?
    if case .specified = kind.columns {
      specification = try parseColumns(of: call)
    } else if kind.takesCount {
      _ = try source.argumentTokens(of: call)
    }
    let (rows, below, close) = try parseRows(
      kind, specification?.material ?? [:], openedBy: call)
    let (endName, endSpan) = try environmentName(of: close)
    guard endName == name else {
      throw .mismatchedEnd(name, endName, at: endSpan, begin: nameSpan)
    }
    source.endGroup()
    if case .single = kind.columns, kind.spacing == .normal, rows.count == 1 {
      return MathNode(
        .group(.ordinary, rows[0].cells[0]), span: span(from: call))
    }
    var array = MathArray(
      name: name.replacing("*", with: ""), columns: [], rows: rows, cellStyle: kind.cellStyle)
    array.left = kind.left.map { Delimiter($0) }
    array.right = kind.right.map { Delimiter($0) }
    (array.linesBelow, array.partialLinesBelow) = (below.lines, below.partialLines)
    array.spacing = kind.spacing
    array.position = position
    let count = rows.map(\.cells.count).max() ?? 0
    if let specification {
      array.columns = specification.columns
      array.verticalLines = specification.lines
      array.separators = specification.separators
      while array.columns.count < count {
        array.columns.append(.init(.center, before: .em(0.5), after: .em(0.5)))
      }
      if array.name == "subarray" {
        array.columns = array.columns.map { .init($0.alignment, before: .zero, after: .zero) }
      }
    } else {
      array.columns = columns(kind, count: count, starAlignment: starAlignment, name: name)
    }
    if let macro = source.macros["arraystretch"],
      let stretch = Double(macro.body.map(\.text).joined()), !stretch.isNaN
    {
      array.stretch = min(max(stretch, 0), 20)
    }
    let place = span(from: call)
    let node = MathNode(.array(array), span: place)
    // amsmath keeps small matrices off their neighbours.
    guard name.hasSuffix("smallmatrix"), array.left == nil else { return node }
    let thin = MathNode(.space(.mu(3)), span: place)
    return MathNode(.group(.ordinary, MathList([thin, node, thin], span: place)), span: place)
  }

  /// Whether `[` follows at once: a bracket after a space or in the next line begins the first
  /// cell.
  private mutating func nextIsBracket() throws(Diagnostic) -> Bool {
    source.peek().isCharacter("[")
  }

  private mutating func environmentName(
    of call: MathToken
  ) throws(Diagnostic) -> (String, SourceSpan) {
    let tokens = try source.argumentTokens(of: call)
    let name = tokens.filter { $0.kind != .space }.map(\.text).joined()
    guard let first = tokens.first, let last = tokens.last else {
      return (name, source.span(of: call))
    }
    return (name, source.span(of: first).union(source.span(of: last)))
  }

  /// `\substack{a \\ b}`.
  mutating func parseSubstack(calledBy call: MathToken) throws(Diagnostic) -> MathNode {
    let tokens = try source.argumentTokens(of: call)
    let end = MathToken.command("end", Int(call.start), Int(call.end))
    let name = Macro.tokens(of: "{substack}")
    source.push(tokens + [end] + name)
    let place = span(from: call)
    let kind = EnvironmentKind(columns: .single, cellStyle: .script, spacing: .tight)
    let (rows, _, close) = try parseRows(kind, openedBy: call)
    _ = try source.argumentTokens(of: close)
    source.endGroup()
    var array = MathArray(
      name: "substack", columns: [.init(.center, before: .zero, after: .zero)], rows: rows,
      cellStyle: .script)
    array.spacing = .tight
    return MathNode(.array(array), span: place)
  }

  // MARK: Columns

  private func columns(
    _ kind: EnvironmentKind, count: Int, starAlignment: MathArray.ColumnAlignment, name: String
  ) -> [MathArray.Column] {
    (0..<count).map { index in
      let isFirst = index == 0
      let isLast = index == count - 1
      switch kind.columns {
      case .specified, .centered, .diagram:
        let isTight = kind.spacing == .tight
        let gap = isTight ? MathLength.mu(2.5) : .em(0.5)
        return MathArray.Column(
          starAlignment, before: isFirst ? .zero : gap, after: isLast ? .zero : gap)
      case .left:
        return .init(.left, before: .zero, after: isLast ? .zero : .em(1))
      case .alternating:
        if name.hasPrefix("eqnarray") {
          let alignments: [MathArray.ColumnAlignment] = [.right, .center, .left]
          return .init(
            alignments[min(index, 2)], before: .zero, after: .zero)
        }
        let isRight = index.isMultiple(of: 2)
        // amsmath's \minalignsep, 10 pt; a display spreads its pairs over the line.
        let before: MathLength =
          isRight && !isFirst && kind.separatesPairs ? .em(1) : .zero
        return .init(isRight ? .right : .left, before: before, after: .zero)
      case .single: return .init(.center, before: .zero, after: .zero)
      case .staggered: return .init(.left, before: .zero, after: .zero)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownEnvironment(_ name: String, at span: SourceSpan) -> Diagnostic {
    let near = nearestName(to: name, in: EnvironmentTable.names)
    return Diagnostic(
      .error, "math-unknown-environment", "unknown environment '\(name)'", at: span,
      help: near.map { ["did you mean '\($0)'?"] } ?? [])
  }

  fileprivate static func mismatchedEnd(
    _ begin: String, _ end: String, at span: SourceSpan, begin beginSpan: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "math-environment", "'\\begin{\(begin)}' is closed by '\\end{\(end)}'", at: span,
      related: [.init(message: "it begins here", span: beginSpan)])
  }
}
