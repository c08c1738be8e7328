import Diagnostics

/// The rows of an environment, and what may stand between them.
extension FormulaParser {
  mutating func parseRows(
    _ kind: EnvironmentKind, _ material: [Int: CellMaterial] = [:], openedBy call: MathToken
  ) throws(Diagnostic) -> ([MathArray.Row], below: RowHead, close: MathToken) {
    let outer = (arrayDepth, fenceDepth, rowMarks)
    (arrayDepth, fenceDepth) = (1, 0)
    source.beginGroup()
    var rows: [MathArray.Row] = []
    defer {
      (arrayDepth, fenceDepth, rowMarks) = outer
      // A label in `split` or `aligned` names the row around it.
      if !kind.isDisplay, rowMarks.label == nil, let row = rows.first(where: { $0.label != nil }) {
        (rowMarks.label, rowMarks.labelSpan) = (row.label, row.labelSpan)
      }
    }
    while true {
      let head = try parseRowHead()
      var (row, end) = try parseRow(kind, material)
      (row.linesAbove, row.partialLinesAbove) = (head.lines, head.partialLines)
      (row.textAbove, row.isTextShort) = (head.text, head.isTextShort)
      if end.isCommand("end") {
        // A row that holds nothing after the last `\\` is none.
        let isEmpty =
          row.cells.allSatisfy(\.isEmpty) && row.cells.count == 1 && row.tag == nil
          && head.text == nil
        if isEmpty, !rows.isEmpty || !head.isEmpty {
          _ = source.next()
          return (rows, head, end)
        }
        rows.append(row)
        _ = source.next()
        return (rows, RowHead(), end)
      }
      _ = source.next()
      if source.peek().isCharacter("*") { _ = source.next() }
      row.gap = try rowGap(calledBy: end)
      rows.append(row)
    }
  }

  /// What stands above a row.
  struct RowHead {
    var lines: [MathArray.Line] = []
    var partialLines: [ClosedRange<Int>] = []
    var text: MathText?
    var isTextShort = false

    var isEmpty: Bool { lines.isEmpty && partialLines.isEmpty && text == nil }
  }

  private mutating func parseRowHead() throws(Diagnostic) -> RowHead {
    var head = RowHead()
    while true {
      let token = try source.peekExpandedSkippingSpaces()
      guard token.kind == .command, case .construct(let construct) = meaning(of: token) else {
        return head
      }
      switch construct {
      case .horizontalLine(let line):
        _ = source.next()
        // booktabs lets its lines be as thick as one likes.
        if token.name.hasSuffix("rule") { _ = try source.bracketedTokens(of: token) }
        head.lines.append(line)
      case .partialLine: head.partialLines.append(try parsePartialLine(calledBy: source.next()))
      case .interText:
        _ = source.next()
        head.isTextShort = token.name == "shortintertext"
        head.text = try parseTextArgument(of: token, font: MathTextFont())
      default: return head
      }
    }
  }

  /// `\cline{2-3}`, `\cmidrule[1pt](lr){2-3}`.
  private mutating func parsePartialLine(
    calledBy call: MathToken
  ) throws(Diagnostic) -> ClosedRange<Int> {
    if call.name == "cmidrule" {
      _ = try source.bracketedTokens(of: call)
      source.skipSpaces()
      if source.peek().isCharacter("(") {
        while !source.peek().isCharacter(")"), source.peek().kind != .end { _ = source.next() }
        _ = source.next()
      }
    }
    let tokens = try source.argumentTokens(of: call)
    let text = tokens.map(\.text).joined().filter { $0 != " " }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first >= 1, last >= first, last <= 1000
    else {
      throw .wrongColumnRange(
        text, at: tokens.first.map { source.span(of: $0) } ?? span(from: call))
    }
    return first - 1...last - 1
  }

  /// Cells up to the end of the row, which is left in place.
  private mutating func parseRow(
    _ kind: EnvironmentKind, _ material: [Int: CellMaterial]
  ) throws(Diagnostic) -> (MathArray.Row, end: MathToken) {
    rowMarks = RowMarks()
    var cells: [MathList] = []
    var merges: [Int: MathArray.Merge] = [:]
    while true {
      let first = try source.peekExpandedSkippingSpaces()
      source.beginGroup()
      var cell: MathList
      var covered = 0
      if first.isCommand("multicolumn") {
        let merge: MathArray.Merge
        (merge, cell) = try parseMergedCell(calledBy: source.next())
        merges[cells.count] = merge
        covered = merge.count - 1
      } else {
        cell = try parseCell(material[cells.count])
      }
      let token = try source.peekExpandedSkippingSpaces()
      source.endGroup()
      cells.append(cell)
      let empty = MathList([], span: cell.span)
      cells += Array(repeating: empty, count: covered)
      if token.isCharacter("&") {
        _ = source.next()
        continue
      }
      guard token.isCommand("end") || isRowEnd(token) else {
        if token.kind == .command, case .construct(let construct) = meaning(of: token) {
          switch construct {
          case .horizontalLine, .partialLine, .interText:
            throw .lineInsideRow(token.text, at: source.span(of: token))
          default: break
          }
        }
        throw token.kind == .end || token.isCharacter("}")
          ? .unclosedEnvironment(at: source.span(of: token)) : unexpected(token)
      }
      var row = MathArray.Row(cells: cells, span: cells[0].span.union(cell.span))
      row.merges = merges
      row.tag = rowMarks.tag
      row.tagIsParenthesized = rowMarks.tagIsParenthesized
      row.isNumbered = kind.isNumbered && rowMarks.isNumbered
      (row.label, row.labelSpan) = (rowMarks.label, rowMarks.labelSpan)
      return (row, token)
    }
  }

  /// A cell with what `>{…}` and `<{…}` put around it.
  private mutating func parseCell(_ material: CellMaterial?) throws(Diagnostic) -> MathList {
    guard let material else { return try parseList(until: .cell) }
    source.push(material.before)
    var cell = try parseList(until: .cell)
    guard !material.after.isEmpty else { return cell }
    source.push(material.after)
    cell.nodes += try parseList(until: .cell).nodes
    return cell
  }

  /// `\multicolumn{2}{c|}{…}`.
  private mutating func parseMergedCell(
    calledBy call: MathToken
  ) throws(Diagnostic) -> (MathArray.Merge, MathList) {
    let tokens = try source.argumentTokens(of: call)
    let text = tokens.map(\.text).joined().filter { $0 != " " }
    guard let count = Int(text), (1...1000).contains(count) else {
      throw .wrongColumnCount(
        text, at: tokens.first.map { source.span(of: $0) } ?? span(from: call))
    }
    let columns = try parseColumns(of: call)
    let merge = MathArray.Merge(
      count: count, alignment: columns.columns.first?.alignment ?? .center,
      hasLineBefore: columns.lines[0] != nil,
      hasLineAfter: columns.lines[columns.columns.count] != nil && !columns.columns.isEmpty)
    return (merge, try parseArgument(of: call))
  }

  func isRowEnd(_ token: MathToken) -> Bool {
    if token.kind == .command, case .construct(.rowEnd) = meaning(of: token) { true } else { false }
  }

  /// `[2pt]` after `\\`. amsmath takes it only when it follows at once.
  mutating func rowGap(calledBy call: MathToken) throws(Diagnostic) -> MathLength? {
    guard source.peek().isCharacter("["), let tokens = try source.bracketedTokens(of: call),
      !tokens.isEmpty
    else { return nil }
    return try length(of: tokens, calledBy: call)
  }
}

extension Diagnostic {
  fileprivate static func wrongColumnRange(_ text: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-columns", "'\(text)' is no range of columns", at: span,
      help: "columns count from 1: '\\cline{2-3}'")
  }

  fileprivate static func wrongColumnCount(_ text: String, at span: SourceSpan) -> Diagnostic {
    .error("math-columns", "'\(text)' is no number of columns", at: span)
  }

  fileprivate static func unclosedEnvironment(at span: SourceSpan) -> Diagnostic {
    .error("math-environment", "the environment is not closed before this", at: span)
  }

  fileprivate static func lineInsideRow(_ name: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-misplaced", "'\(name)' may only stand at the start of a row", at: span,
      help: "end the row with '\\\\' first")
  }
}
