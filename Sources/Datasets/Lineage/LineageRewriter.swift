/// Rewrites a statement so that it also returns, for each of its columns, the records that the value
/// is computed from.
///
/// Every stored table is read through a query of its own name that adds the record's number as text
/// (`|2:17`, the 17th record of the third table). A column computed from others adds a hidden column
/// that joins their texts; an aggregate joins those of its group. Whether the rewritten statement
/// still gives the same values is tested afterwards, so what is not understood costs detail, never
/// truth.
///
/// Source: P. Buneman, S. Khanna, W.-C. Tan, "Why and Where: A Characterization of Data Provenance",
/// ICDT 2001; B. Glavic, G. Alonso, "Perm", ICDE 2009, for the rewriting.
struct LineageRewriter {
  typealias Unsupported = SelectSyntax.Unsupported

  /// A table or query that a name in FROM stands for.
  enum Relation {
    /// Its columns, and the statement that reads it with record numbers as `hidden`.
    case table(name: String, columns: [String], statement: (_ hidden: String) -> String)
    case view(sql: [UInt8])
  }

  /// A column of a result or of a source.
  struct Column {
    var name: String?
    var origins: Set<ColumnOrigin> = []
    /// Lower-case names of the functions that it is computed with.
    var functions: Set<String> = []
    /// The hidden column beside it; nil for what no data is read for.
    var hidden: String?
  }

  /// A source under the name that it goes by; no columns when they are not known.
  struct Bound {
    var alias: String?
    var columns: [Column]?
    var shared: [String] = []

    var reference: String { alias.map { quotedIdentifier($0) + "." } ?? "" }
  }

  /// What a name means at a place: sources from the innermost SELECT outwards.
  typealias Scopes = [[Bound]]

  let relation: (String) -> Relation?
  /// Begins the names of temporary tables.
  let prefix: String
  /// Keeps the rows of a statement as a temporary table of a name; false when that fails.
  let store: (_ table: String, _ statement: [UInt8]) -> Bool
  let aggregates: Set<String>
  /// Tables and named queries that were read in, for all statements: each stands before those that
  /// use it.
  private var known: [String: Definition] = [:]
  /// Names that the statement at hand uses.
  private var used: Set<String> = []
  /// Names that are being read in, and those that cannot be.
  private var isOpen: Set<String> = []
  private var count = 0

  private struct Definition {
    var columns: [Column]
    /// `"kept" AS (SELECT …)`.
    var text: String
    var uses: Set<String>
    /// In the order in which they have to stand.
    var position: Int
  }

  init(
    aggregates: Set<String>, prefix: String, store: @escaping (String, [UInt8]) -> Bool,
    relation: @escaping (String) -> Relation?
  ) {
    self.aggregates = aggregates
    self.prefix = prefix
    self.store = store
    self.relation = relation
  }

  /// - Returns: the statement, and for each of its columns what it is computed from.
  mutating func rewrite(_ sql: [UInt8]) throws(Unsupported) -> (sql: [UInt8], columns: [Column]) {
    let (text, columns) = try marked(sql)
    let wanted = columns.compactMap { $0.hidden.flatMap(Self.number) }
    return (HiddenColumnPruning(text).statement(wanted: Set(wanted)), columns)
  }

  private mutating func marked(
    _ sql: [UInt8]
  ) throws(Unsupported) -> (sql: String, columns: [Column]) {
    let parser = SelectParser(sql)
    used = []
    let (text, columns) = try rewrite(
      parser.parse(0..<parser.tokens.count), parser, [], common: [:])
    return (with(used, text), columns)
  }

  /// A statement behind the definitions of the names that it uses.
  private func with(_ names: Set<String>, _ text: String) -> String {
    let prefix = definitions(of: names)
    guard !prefix.isEmpty else { return text }
    let with = "WITH RECURSIVE " + prefix.joined(separator: ", ")
    // The statement's own WITH joins ours.
    for word in ["WITH RECURSIVE ", "WITH "] where text.hasPrefix(word) {
      return with + ", " + text.dropFirst(word.count)
    }
    return with + " " + text
  }

  /// What names stand for, with all that they use, in order.
  private func definitions(of names: Set<String>) -> [String] {
    var wanted: Set<String> = []
    var open = names
    while let name = open.popFirst() {
      guard wanted.insert(name).inserted, let definition = known[name] else { continue }
      open.formUnion(definition.uses)
    }
    return wanted.compactMap { known[$0] }.sorted { $0.position < $1.position }.map(\.text)
  }

  mutating func newHidden() -> String {
    count += 1
    return "\(Self.hiddenPrefix)\(count)"
  }

  /// The text that makes a hidden column, so that it can be taken out when nobody reads it.
  func marked(_ text: String, _ hidden: String) -> String {
    HiddenColumnPruning.mark(text, as: Self.number(hidden) ?? 0)
  }

  private static func number(_ hidden: String) -> Int? { Int(hidden.dropFirst(hiddenPrefix.count)) }

  /// No author's column begins like this.
  static let hiddenPrefix = "_r#"

  /// - Parameter recursive: the common table that the statement defines and may read itself.
  mutating func rewrite(
    _ select: SelectSyntax, _ parser: SelectParser, _ scopes: Scopes,
    common outer: [String: [Column]?], recursive: SelectSyntax.CommonTable? = nil
  ) throws(Unsupported) -> (text: String, columns: [Column]) {
    var common = outer
    let operators = select.operators.map { parser.tokens[$0.lowerBound].text.lowercased() }
    if operators.contains(where: { $0 != "union" }) {
      return try rewriteNarrowed(select, parser, scopes, common, operators)
    }
    var text = try rewriteCommonTables(of: select, parser, scopes, &common)
    var hidden: [String]?
    var columns: [Column] = []
    for (index, core) in select.cores.enumerated() {
      if index > 0 { text += " " + parser.text(select.operators[index - 1]) + " " }
      if select.cores.count > 1, hidden == nil {
        hidden = core.columns.map { _ in newHidden() }
      }
      let (part, found) = try rewrite(core, parser, scopes, common, forced: hidden)
      text += part
      guard index > 0 else {
        columns = found
        if let recursive {
          common[recursive.name.lowercased()] = .some(try named(found, of: recursive))
        }
        continue
      }
      guard found.count == columns.count else { throw Unsupported() }
      for column in columns.indices {
        columns[column].origins.formUnion(found[column].origins)
        columns[column].functions.formUnion(found[column].functions)
      }
    }
    if !select.tail.isEmpty { text += " " + parser.text(select.tail) }
    return (text, columns)
  }

  /// `A INTERSECT B` and `A EXCEPT B` as A without the rows that B leaves out: compared as they are,
  /// hidden columns would make all rows differ.
  private mutating func rewriteNarrowed(
    _ select: SelectSyntax, _ parser: SelectParser, _ scopes: Scopes,
    _ common: [String: [Column]?], _ operators: [String]
  ) throws(Unsupported) -> (text: String, columns: [Column]) {
    guard select.cores.count == 2, select.commonTables.isEmpty, let first = select.cores.first,
      let second = select.cores.last, !second.isValues,
      first.columns.allSatisfy({ $0.star == nil }), second.columns.allSatisfy({ $0.star == nil }),
      first.columns.count == second.columns.count
    else { throw Unsupported() }
    let (kept, columns) = try rewrite(first, parser, scopes, common, forced: nil)
    // The names of the values, whatever the author calls them.
    let names = first.columns.indices.map { "_v#\($0)" }
    let others = first.columns.indices.map { "_w#\($0)" }
    let hidden = columns.compactMap(\.hidden)
    let equal = zip(names, others).map { "\(quotedIdentifier($1)) IS \(quotedIdentifier($0))" }
    let list = names.map(quotedIdentifier).joined(separator: ", ")
    let all =
      list + hidden.map { marked(", " + quotedIdentifier($0), $0) }.joined()
    let sign = operators[0] == "except" ? "NOT EXISTS" : "EXISTS"
    let grouped = hidden.map {
      marked(", group_concat(\(quotedIdentifier($0)), '') AS \(quotedIdentifier($0))", $0)
    }.joined()
    return (
      "SELECT * FROM (WITH _left(\(all)) AS (\(kept)), _right("
        + others.map(quotedIdentifier).joined(separator: ", ")
        + ") AS (\(parser.text(second.range))) SELECT \(list)\(grouped) FROM _left WHERE \(sign) "
        + "(SELECT 1 FROM _right WHERE \(equal.joined(separator: " AND "))) GROUP BY \(list))"
        + tail(of: select, parser, naming: zip(first.columns, names).map { ($0.name, $1) }),
      columns
    )
  }

  /// `ORDER BY … LIMIT …` behind a compound, with its columns under other names.
  private func tail(
    of select: SelectSyntax, _ parser: SelectParser, naming names: [(author: String?, ours: String)]
  ) -> String {
    select.tail.map { index in
      let token = parser.tokens[index]
      let name = names.first { token.isName && $0.author?.lowercased() == token.text.lowercased() }
      return " " + (name.map { quotedIdentifier($0.ours) } ?? parser.text(index..<index + 1))
    }.joined()
  }

  /// The columns of a common table under the names that it gives them.
  private func named(
    _ columns: [Column], of table: SelectSyntax.CommonTable
  ) throws(Unsupported) -> [Column] {
    guard !table.columns.isEmpty else { return columns }
    guard columns.count == table.columns.count else { throw Unsupported() }
    var columns = columns
    for (index, name) in table.columns.enumerated() { columns[index].name = name }
    return columns
  }

  private mutating func rewriteCommonTables(
    of select: SelectSyntax, _ parser: SelectParser, _ scopes: Scopes,
    _ common: inout [String: [Column]?]
  ) throws(Unsupported) -> String {
    guard !select.commonTables.isEmpty else { return "" }
    var parts: [String] = []
    for table in select.commonTables {
      let head = parser.text(table.head)
      let names = Set(parser.tokens[table.body].filter(\.isName).map { $0.text.lowercased() })
      let readsData = names.contains { name in
        if case .some(.some) = common[name] { return true }
        return common[name] == nil && relation(name) != nil
      }
      guard readsData else {
        common[table.name.lowercased()] = .some(nil)
        parts.append("\(head) (\(parser.text(table.body)))")
        continue
      }
      // A recursion carries the records along from row to row.
      let isRecursive = names.contains(table.name.lowercased())
      let (text, found) = try rewrite(
        parser.parse(table.body), parser, scopes, common: common,
        recursive: isRecursive ? table : nil)
      let columns = try named(found, of: table)
      var words = head
      if !table.columns.isEmpty {
        words =
          quotedIdentifier(table.name) + "("
          + table.columns.map(quotedIdentifier).joined(separator: ", ")
          + columns.compactMap(\.hidden).map { marked(", " + quotedIdentifier($0), $0) }.joined()
          + ") AS"
      }
      common[table.name.lowercased()] = .some(columns)
      parts.append("\(words) (\(text))")
    }
    return "WITH \(select.isRecursive ? "RECURSIVE " : "")" + parts.joined(separator: ", ") + " "
  }

  /// What is known of a name in FROM; reads it in before the statement when it is new.
  mutating func columns(
    of name: String, common: [String: [Column]?]
  ) throws(Unsupported) -> [Column]? {
    let lower = name.lowercased()
    if let found = common[lower] { return found }
    used.insert(lower)
    if let found = known[lower] { return found.columns }
    guard let relation = relation(lower), isOpen.insert(lower).inserted else {
      throw Unsupported()
    }
    let outer = used
    used = []
    defer { used = outer }
    let columns: [Column]
    let body: String
    switch relation {
    case .table(let table, let names, let statement):
      let hidden = newHidden()
      columns = names.map {
        Column(name: $0, origins: [ColumnOrigin(table: table, column: $0)], hidden: hidden)
      }
      body = statement(hidden)
    case .view(let sql):
      let parser = SelectParser(sql)
      let (text, found) = try rewrite(
        parser.parse(0..<parser.tokens.count), parser, [], common: [:])
      // Computed once, with all its records, for every statement that reads it.
      let table = "\(prefix)\(known.count)"
      guard store(table, HiddenColumnPruning(with(used, text)).statement) else {
        throw Unsupported()
      }
      (body, columns) = ("SELECT * FROM temp.\(table)", found)
      used = []
    }
    known[lower] = Definition(
      columns: columns, text: "\(quotedIdentifier(name)) AS (\(body))", uses: used,
      position: known.count)
    return columns
  }
}
