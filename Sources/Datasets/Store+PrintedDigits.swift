import Configuration
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Store.State {
  /// A statement in which `rounds_to(x, column)` is told the digits that the column prints and how
  /// far `x` may be off, where both are known.
  ///
  /// The digits are the most that the file prints in the stored column. Whole numbers of a column of
  /// the type `integer` are counts, and exact.
  mutating func withPrintedDigits(_ sql: SpannedText) -> SpannedText {
    let words = SQLTokens(sql.bytes)
    let calls = words.calls.filter { call in
      call.function.lowercased() == "rounds_to" && call.arguments.count == 2
    }
    guard !calls.isEmpty else { return sql }
    var insertions: [(place: Int, text: String)] = []
    for call in calls {
      let (x, printed) = (call.arguments[0], call.arguments[1])
      guard let column = printed.column,
        let decimals = printedDecimals(of: column, among: words.sources)
      else { continue }
      let tokens = words.tokens.filter {
        $0.range.lowerBound >= x.range.lowerBound && $0.range.upperBound <= x.range.upperBound
      }
      guard let width = width(of: tokens, among: words.sources) else { continue }
      insertions.append((printed.range.upperBound, ", \(decimals), \(width.sql)"))
    }
    return insertions.isEmpty ? sql : sql.inserting(insertions)
  }

  /// For each column of a plain SELECT how far its values may be off; nil where it is not known or
  /// differs from row to row.
  mutating func uncertainties(in sql: SpannedText) -> [Double?]? {
    let parser = SelectParser(sql.bytes)
    guard let select = try? parser.parse(0..<parser.tokens.count), select.cores.count == 1,
      let core = select.cores.first, core.columns.allSatisfy({ $0.star == nil })
    else { return nil }
    let sources = SQLTokens(sql.bytes).sources
    return core.columns.map { column in
      let expression = Array(parser.tokens[column.expression])
      guard case .constant(let value)? = width(of: expression, among: sources) else { return nil }
      return value
    }
  }

  private mutating func width(
    of tokens: [SQLTokens.Token], among sources: [SQLTokens.Source]
  ) -> PrintedIntervals.Width? {
    var known: [[String]: PrintedIntervals.Width] = [:]
    for index in tokens.indices where tokens[index].isName {
      var name = [tokens[index].text]
      if index >= 2, tokens[index - 1].text == ".", tokens[index - 2].isName {
        name.insert(tokens[index - 2].text, at: 0)
      }
      known[name] = columnWidth(of: name, among: sources)
    }
    let found = known
    return PrintedIntervals(tokens, column: { found[$0] }).width
  }

  private mutating func columnWidth(
    of column: [String], among sources: [SQLTokens.Source]
  ) -> PrintedIntervals.Width? {
    guard let name = column.last, let source = source(of: column, among: sources) else {
      return nil
    }
    if let table = table(source.table), let field = table.field(name),
      table.fields[field].kind == .integer
    {
      return .exact
    }
    return printedDecimals(of: column, among: sources).map {
      .constant(0.5 / pow(10, Double($0)))
    }
  }

  /// The decimals that the stored column behind a name prints; nil for texts and what is computed.
  private mutating func printedDecimals(
    of column: [String], among sources: [SQLTokens.Source]
  ) -> Int? {
    guard let name = column.last?.lowercased(), let source = source(of: column, among: sources)
    else { return nil }
    if let table = table(source.table) {
      guard let field = table.field(name) else { return nil }
      switch table.fields[field].kind {
      case .number: return table.decimals[field]
      case .integer: return 0
      default: return nil
      }
    }
    return decimalsOfView[source.table.lowercased()]?[name]
  }

  /// The only source that has the column.
  private mutating func source(
    of column: [String], among sources: [SQLTokens.Source]
  ) -> SQLTokens.Source? {
    guard let name = column.last?.lowercased() else { return nil }
    let holders = sources.filter { source in
      (column.count == 1 || source.alias.lowercased() == column[0].lowercased())
        && columns(of: source.table)?.contains { $0.lowercased() == name } ?? false
    }
    return holders.count == 1 ? holders[0] : nil
  }
}

extension SpannedText {
  /// The text with some words put in, which map to the place where they stand.
  fileprivate func inserting(_ insertions: [(place: Int, text: String)]) -> SpannedText {
    var result = SpannedText(file: file)
    var position = 0
    func copy(to end: Int) {
      result.append(position..<end, of: self)
      position = end
    }
    for (place, words) in insertions.sorted(by: { $0.place < $1.place }) {
      copy(to: place)
      result.append(unwritten: words, at: sourceOffset(place - 1))
    }
    copy(to: bytes.count)
    return result
  }
}
