import Formulas

/// Finds out from the text of a statement what its columns are measured in: through new names,
/// sub-queries and WITH clauses, not through arithmetic.
struct UnitReader {
  struct Column {
    var name: String?
    /// Nil when it is not known.
    var unit: Unit?
  }

  private struct Source {
    var alias: String
    var columns: [Column]
    /// The columns, in lower case, that are one with those of a source before it.
    var shared: Set<String> = []

    func column(_ name: String) -> Column? {
      columns.first { $0.name?.lowercased() == name.lowercased() }
    }
  }

  /// One SELECT with what it reads.
  private struct Reading {
    var tokens: Range<Int>
    var sources: [Source]
  }

  private let parser: SelectParser
  private var readings: [Reading] = []

  init(_ sql: [UInt8]) { parser = SelectParser(sql) }

  /// The columns of the whole statement; nil when it is not understood.
  mutating func columns(_ state: inout Store.State) -> [Column]? {
    columns(of: 0..<parser.tokens.count, [:], &state)
  }

  /// What a column is measured in that is named at a byte of the text.
  ///
  /// - Parameters:
  ///   - column: `[column]` or `[table, column]`.
  ///   - source: the table that it is looked up in, in a sub-query of its own.
  func unit(of column: [String], at byte: Int, _ source: SQLTokens.Source?) -> Unit? {
    guard let token = parser.tokens.firstIndex(where: { $0.range.contains(byte) }) else {
      return nil
    }
    // A lookup `(SELECT column FROM …)` ends with its parenthesis.
    return unit(of: column, at: source == nil ? token : token - 1)
  }

  private func unit(of column: [String], at token: Int) -> Unit? {
    let around = readings.filter { $0.tokens.contains(token) }
      .sorted { $0.tokens.count < $1.tokens.count }
    for reading in around {
      let holders = reading.sources.filter { source in
        column.count == 1
          ? source.column(column[0]) != nil && !source.shared.contains(column[0].lowercased())
          : source.alias.lowercased() == column[0].lowercased()
      }
      guard holders.count < 2 else { return nil }
      if let holder = holders.first { return holder.column(column[column.count - 1])?.unit }
    }
    return nil
  }

  // MARK: Statements

  private mutating func columns(
    of range: Range<Int>, _ scope: [String: [Column]], _ state: inout Store.State
  ) -> [Column]? {
    guard let select = try? parser.parse(range) else { return nil }
    var scope = scope
    for table in select.commonTables {
      // Until it is known, its name hides a table of the package.
      if select.isRecursive { scope[table.name.lowercased()] = [] }
      var found = columns(of: table.body, scope, &state) ?? []
      for (index, name) in table.columns.enumerated() where index < found.count {
        found[index].name = name
      }
      scope[table.name.lowercased()] = found
    }
    var result: [Column]?
    for core in select.cores {
      guard let own = columns(of: core, scope, &state) else { return nil }
      guard let first = result else {
        result = own
        continue
      }
      guard first.count == own.count else { return nil }
      result = zip(first, own).map {
        Column(name: $0.name, unit: $0.unit == $1.unit ? $0.unit : nil)
      }
    }
    return result
  }

  private mutating func columns(
    of core: SelectSyntax.Core, _ scope: [String: [Column]], _ state: inout Store.State
  ) -> [Column]? {
    guard !core.isValues else { return nil }
    var sources: [Source] = []
    var read: Set<Int> = []
    for source in core.sources {
      var found: Source
      switch source.kind {
      case .name(let name):
        let known = scope[name.lowercased()] ?? state.measuredColumns(of: name)
        found = Source(alias: source.alias ?? name, columns: known ?? [])
      case .select(let range):
        read.insert(range.lowerBound - 1)
        found = Source(alias: source.alias ?? "", columns: columns(of: range, scope, &state) ?? [])
      case .function: found = Source(alias: source.alias ?? "", columns: [])
      }
      let names = source.isNatural ? found.columns.compactMap(\.name) : source.shared
      found.shared = Set(
        names.map { $0.lowercased() }.filter { name in
          sources.contains { $0.column(name) != nil }
        })
      sources.append(found)
    }
    readings.append(Reading(tokens: core.range, sources: sources))
    readSelects(in: core.range, besides: read, scope, &state)
    var result: [Column] = []
    for column in core.columns {
      switch column.star {
      case .all:
        for source in sources {
          result += source.columns.filter { !source.shared.contains($0.name?.lowercased() ?? "") }
        }
      case .source(let alias):
        result += sources.first { $0.alias.lowercased() == alias.lowercased() }?.columns ?? []
      case nil:
        result.append(Column(name: column.name, unit: unit(of: column.expression, scope, &state)))
      }
    }
    return result
  }

  /// The sub-queries of expressions, whose functions may be passed columns, too.
  private mutating func readSelects(
    in range: Range<Int>, besides read: Set<Int>, _ scope: [String: [Column]],
    _ state: inout Store.State
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard parser.opensSelect(index), let end = try? parser.close(of: index) else {
        index += 1
        continue
      }
      if !read.contains(index) { _ = columns(of: (index + 1)..<(end - 1), scope, &state) }
      index = end
    }
  }

  // MARK: Expressions

  private mutating func unit(
    of range: Range<Int>, _ scope: [String: [Column]], _ state: inout Store.State
  ) -> Unit? {
    let tokens = parser.tokens
    guard let first = range.first, let last = range.last else { return nil }
    if range.count == 1, tokens[first].isName {
      return unit(of: [tokens[first].text], at: first)
    }
    if range.count == 3, tokens[first].isName, parser.isSign(first + 1, "."), tokens[last].isName {
      return unit(of: [tokens[first].text, tokens[last].text], at: first)
    }
    if parser.isSign(first, "("), let end = try? parser.close(of: first), end == range.upperBound {
      let inner = (first + 1)..<(end - 1)
      return parser.opensSelect(first)
        ? columns(of: inner, scope, &state)?.first?.unit : unit(of: inner, scope, &state)
    }
    guard tokens[first].isName, parser.isSign(first + 1, "("),
      let end = try? parser.close(of: first + 1),
      end == range.upperBound || parser.isWord(end, "over") || parser.isWord(end, "filter")
    else { return nil }
    let function = tokens[first].text.lowercased()
    if let unit = state.resultUnits[function] { return end == range.upperBound ? unit : nil }
    guard Self.keepsUnit.contains(function) else { return nil }
    // The first argument; the rest are digits, unless values of several kinds may be mixed.
    var depth = 0
    let comma = ((first + 2)..<(end - 1)).first { index in
      if parser.isSign(index, "(") { depth += 1 }
      if parser.isSign(index, ")") { depth -= 1 }
      return depth == 0 && parser.isSign(index, ",")
    }
    if comma != nil, Self.mixes.contains(function) { return nil }
    return unit(of: (first + 2)..<(comma ?? end - 1), scope, &state)
  }

  /// Functions whose value is measured as their first argument is.
  private static let keepsUnit: Set<String> = [
    "min", "max", "avg", "sum", "total", "abs", "round", "median", "mean_of", "coalesce", "ifnull",
    "stddev", "first_value", "last_value", "lag", "lead",
  ]

  /// Those of them whose value may be any of their arguments.
  private static let mixes: Set<String> = ["min", "max", "coalesce", "ifnull", "mean_of"]
}
