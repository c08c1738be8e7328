extension LineageRewriter {
  /// One SELECT with a hidden column for each of its columns.
  ///
  /// - Parameter forced: the names of the hidden columns, where several SELECTs have to agree.
  mutating func rewrite(
    _ core: SelectSyntax.Core, _ parser: SelectParser, _ outer: Scopes,
    _ common: [String: [Column]?], forced: [String]?
  ) throws(Unsupported) -> (text: String, columns: [Column]) {
    guard !core.isValues else { throw Unsupported() }
    let (from, bound) = try rewriteFrom(core, parser, outer, common)
    let scopes = [bound] + outer
    let isAggregate = core.isGrouped || core.columns.contains { aggregates($0, parser) }
    var columns: [Column] = []
    var added: [String] = []
    for (index, column) in core.columns.enumerated() {
      if let star = column.star {
        guard forced == nil, !isAggregate, !core.isDistinct else { throw Unsupported() }
        columns += try expand(star, bound)
        continue
      }
      var (rows, origins, functions) = try records(of: column.expression, parser, scopes, common)
      if rows.isEmpty, forced == nil {
        columns.append(Column(name: column.name, origins: origins, functions: functions))
        continue
      }
      let isWindow = column.expression.contains { parser.isWord($0, "over") }
      if rows.isEmpty {
        rows = "''"
      } else if isWindow {
        guard !isAggregate, !core.isDistinct else { throw Unsupported() }
        rows = "group_concat(\(rows), '') OVER \(try window(column.expression, parser))"
      } else if isAggregate || core.isDistinct {
        rows = "group_concat(\(rows), '')"
      }
      let hidden = forced?[index] ?? newHidden()
      added.append(marked(", \(rows) AS \(quotedIdentifier(hidden))", hidden))
      columns.append(
        Column(name: column.name, origins: origins, functions: functions, hidden: hidden))
    }
    guard let first = core.columns.first else { throw Unsupported() }
    // The aliases stand behind the last expression.
    let end = core.from.map { $0.lowerBound - 1 } ?? core.rest.lowerBound

    var text = "SELECT " + parser.text(first.expression.lowerBound..<end)
    text += added.joined()
    if let from { text += " FROM " + from }
    if !core.rest.isEmpty { text += " " + parser.text(core.rest) }
    if core.isDistinct {
      guard !isAggregate else { throw Unsupported() }
      text +=
        " GROUP BY " + core.columns.indices.map { String($0 + 1) }.joined(separator: ", ")
    }
    return (text, columns)
  }

  /// The rows that a window function can see: its partition, or all.
  private func window(
    _ range: Range<Int>, _ parser: SelectParser
  ) throws(Unsupported) -> String {
    guard let over = range.first(where: { parser.isWord($0, "over") }),
      parser.isSign(over + 1, "("), parser.isWord(over + 2, "partition")
    else { return "()" }
    let end = try parser.close(of: over + 1) - 1
    // Later rows of the partition are told, too: a rank stands on all that it is among.
    var last = over + 2
    while last < end, !parser.isWord(last, "order"), !parser.isWord(last, "rows"),
      !parser.isWord(last, "range"), !parser.isWord(last, "groups")
    {
      last = parser.isSign(last, "(") ? try parser.close(of: last) : last + 1
    }
    return "(\(parser.text(over + 2..<last)))"
  }

  /// The FROM clause with nested SELECTs rewritten, and what its sources offer.
  private mutating func rewriteFrom(
    _ core: SelectSyntax.Core, _ parser: SelectParser, _ outer: Scopes,
    _ common: [String: [Column]?]
  ) throws(Unsupported) -> (text: String?, bound: [Bound]) {
    guard let range = core.from else { return (nil, []) }
    var bound: [Bound] = []
    var text = ""
    var position = range.lowerBound
    for source in core.sources {
      text += parser.text(position..<source.range.lowerBound) + " "
      position = source.range.upperBound
      switch source.kind {
      case .name(let name):
        text += parser.text(source.range)
        bound.append(
          Bound(
            alias: source.alias ?? name, columns: try columns(of: name, common: common),
            shared: source.shared))
      case .function:
        text += parser.text(source.range)
        bound.append(Bound(alias: source.alias, columns: nil, shared: source.shared))
      case .select(let inner):
        let select = try parser.parse(inner)
        if select.cores.allSatisfy(\.isValues) {
          text += parser.text(source.range)
          bound.append(Bound(alias: source.alias, columns: nil, shared: source.shared))
        } else {
          let (sub, columns) = try rewrite(select, parser, outer, common: common)
          text += "(\(sub))"
          bound.append(Bound(alias: source.alias, columns: columns, shared: source.shared))
        }
      }
      if source.isNatural { try shareColumns(of: &bound) }
      text += " "
    }
    return (text + parser.text(position..<range.upperBound), bound)
  }

  /// Notes the columns that NATURAL JOIN shares: those of the last source that stand before, too.
  private func shareColumns(of bound: inout [Bound]) throws(Unsupported) {
    let last = bound.count - 1
    guard let columns = bound[last].columns else { throw Unsupported() }
    var before: Set<String> = []
    var hidden: Set<String> = []
    for source in bound[..<last] {
      guard let known = source.columns else { throw Unsupported() }
      before.formUnion(known.compactMap { $0.name?.lowercased() })
      hidden.formUnion(known.compactMap(\.hidden))
    }
    // The join would compare the hidden columns of a table joined with itself, too.
    guard hidden.isDisjoint(with: columns.compactMap(\.hidden)) else { throw Unsupported() }
    bound[last].shared = columns.compactMap(\.name).filter { before.contains($0.lowercased()) }
  }

  /// The columns that a star stands for; their hidden columns come along by themselves.
  private func expand(
    _ star: SelectSyntax.Column.Star, _ bound: [Bound]
  ) throws(Unsupported) -> [Column] {
    var columns: [Column] = []
    for source in bound {
      if case .source(let name) = star, source.alias?.lowercased() != name.lowercased() {
        continue
      }
      guard let found = source.columns else { throw Unsupported() }
      let shared = Set(source.shared.map { $0.lowercased() })
      for column in found {
        if case .all = star, let name = column.name, shared.contains(name.lowercased()) {
          continue
        }
        columns.append(column)
      }
    }
    // A table joined with itself brings the same hidden column twice.
    let perSource = bound.map { Set(($0.columns ?? []).compactMap(\.hidden)) }
    for (index, names) in perSource.enumerated() {
      guard perSource[(index + 1)...].allSatisfy({ $0.isDisjoint(with: names) }) else {
        throw Unsupported()
      }
    }
    return columns
  }

  /// The text that lists the records an expression reads, empty when it reads none, and the stored
  /// columns behind it.
  func columnsOf(_ name: String, qualifier: String?, _ scopes: Scopes) -> [(Bound, Column)] {
    for scope in scopes {
      var found: [(Bound, Column)] = []
      for source in scope {
        if let qualifier, source.alias?.lowercased() != qualifier.lowercased() { continue }
        for column in source.columns ?? []
        where column.name?.lowercased() == name.lowercased() {
          found.append((source, column))
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private mutating func records(
    of range: Range<Int>, _ parser: SelectParser, _ scopes: Scopes,
    _ common: [String: [Column]?]
  ) throws(Unsupported) -> (text: String, origins: Set<ColumnOrigin>, functions: Set<String>) {
    var parts: [String] = []
    var origins: Set<ColumnOrigin> = []
    var functions: Set<String> = []
    func add(_ source: Bound, _ column: Column) {
      origins.formUnion(column.origins)
      functions.formUnion(column.functions)
      guard let hidden = column.hidden else { return }
      let part = "coalesce(\(source.reference)\(quotedIdentifier(hidden)), '')"
      if !parts.contains(part) { parts.append(part) }
    }
    var i = range.lowerBound
    while i < range.upperBound {
      let token = parser.tokens[i]
      if parser.opensSelect(i) {
        let end = try parser.close(of: i)
        if !parser.isWord(i - 1, "in"), !parser.isWord(i - 1, "exists") {
          let select = try parser.parse((i + 1)..<(end - 1))
          let (text, found, called) = try scalarRows(of: select, parser, scopes, common)
          origins.formUnion(found)
          functions.formUnion(called)
          if let text { parts.append("coalesce((\(text)), '')") }
        }
        i = end
      } else if token.isName, parser.isSign(i + 1, "(") {
        functions.insert(token.text.lowercased())
        if parser.isSign(i + 2, "*") {
          // A count stands on all rows.
          for source in scopes.first ?? [] {
            for column in source.columns ?? [] {
              add(source, Column(hidden: column.hidden))
              origins.formUnion(
                column.origins.map { ColumnOrigin(table: $0.table, column: "*") })
            }
          }
        }
        i += 1
      } else if token.isName, parser.isSign(i + 1, "."), i + 2 < range.upperBound {
        for (source, column) in columnsOf(
          parser.tokens[i + 2].text, qualifier: token.text, scopes)
        {
          add(source, column)
        }
        i += 3
      } else if token.isName {
        for (source, column) in columnsOf(token.text, qualifier: nil, scopes) {
          add(source, column)
        }
        i += 1
      } else {
        i += 1
      }
    }
    return (parts.joined(separator: " || "), origins, functions)
  }

  /// A SELECT in an expression, made to return the records in place of its value.
  private mutating func scalarRows(
    of select: SelectSyntax, _ parser: SelectParser, _ outer: Scopes,
    _ common: [String: [Column]?]
  ) throws(Unsupported) -> (
    text: String?, origins: Set<ColumnOrigin>, functions: Set<String>
  ) {
    guard select.cores.count == 1, select.commonTables.isEmpty,
      let column = select.cores[0].columns.first,
      column.star == nil
    else { throw Unsupported() }
    let core = select.cores[0]
    let (from, bound) = try rewriteFrom(core, parser, outer, common)
    let (rows, origins, functions) = try records(
      of: column.expression, parser, [bound] + outer, common)
    guard !rows.isEmpty else { return (nil, origins, functions) }
    let isAggregate = core.isGrouped || aggregates(column, parser)
    var text = "SELECT " + (isAggregate ? "group_concat(\(rows), '')" : rows)
    if let from { text += " FROM " + from }
    if !core.rest.isEmpty { text += " " + parser.text(core.rest) }
    if !select.tail.isEmpty { text += " " + parser.text(select.tail) }
    return (text, origins, functions)
  }

  /// Whether a column calls an aggregate function at its own level.
  private func aggregates(_ column: SelectSyntax.Column, _ parser: SelectParser) -> Bool {
    var i = column.expression.lowerBound
    while i < column.expression.upperBound {
      if parser.opensSelect(i) {
        i = (try? parser.close(of: i)) ?? column.expression.upperBound
        continue
      }
      let token = parser.tokens[i]
      if token.isName, parser.isSign(i + 1, "("), let end = try? parser.close(of: i + 1),
        !parser.isWord(end, "over"),
        !parser.isWord(end, "filter")
          || !overFollows(end, parser)
      {
        let name = token.text.lowercased()
        let isPlural = ["min", "max"].contains(name) && hasComma(i + 1, end, parser)
        if aggregates.contains(name), !isPlural { return true }
      }
      i += 1
    }
    return false
  }

  /// `FILTER (…) OVER …`.
  private func overFollows(_ filter: Int, _ parser: SelectParser) -> Bool {
    guard let end = try? parser.close(of: filter + 1) else { return false }
    return parser.isWord(end, "over")
  }

  /// Whether a call has several arguments: then `max` is no aggregate.
  private func hasComma(_ open: Int, _ end: Int, _ parser: SelectParser) -> Bool {
    var depth = 0
    for i in open..<end {
      if parser.isSign(i, "(") { depth += 1 }
      if parser.isSign(i, ")") { depth -= 1 }
      if depth == 1, parser.isSign(i, ",") { return true }
    }
    return false
  }
}
