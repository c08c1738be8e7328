import CSQLite
import Configuration
import Diagnostics

extension Store.State {
  mutating func define(_ view: ViewDefinition) throws(DiagnosticList) {
    let lower = view.name.lowercased()
    if let other = views[lower] {
      throw DiagnosticList([
        Diagnostic(
          .error, "duplicate-name", "there are two queries '\(view.name)'", at: view.nameSpan,
          related: [.init(message: "the other one", span: other.definition.nameSpan)])
      ])
    }
    if table(view.name) != nil {
      throw .error(
        "duplicate-name", "'\(view.name)' is a table of the data package", at: view.nameSpan,
        help: "choose another name for the query")
    }
    let isWord = view.name.utf8.allSatisfy { byte in
      byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte)
    }
    if !isWord || view.name.isEmpty || lower.hasPrefix("sqlite_") {
      throw .error(
        "bad-name", "'\(view.name)' is no name for a query", at: view.nameSpan,
        help: "use letters, digits and _")
    }
    views[lower] = Store.View(
      definition: view, query: Query(withPrintedDigits(view.query.sql)),
      mentions: SQLTokens(view.query.sql.bytes).names)
    viewOrder.append(view.name)
  }

  mutating func compileViews() -> DiagnosticList {
    lineageTables = nil
    lookups.forget()
    compoundViews = [:]
    keptViews.isOn = false
    defer { keptViews.isOn = true }
    var diagnostics = DiagnosticList()
    let declared = viewOrder.map { $0.lowercased() }.filter { views[$0]?.state == .declared }
    for name in declared {
      if let problem = create(name) {
        diagnostics.append(problem)
        views[name]?.state = .broken
      }
    }
    // Each after those that it mentions, so that an error is reported once, where it stands.
    var isVisited: Set<String> = []
    var order: [String] = []
    func visit(_ name: String) {
      guard isVisited.insert(name).inserted, let view = views[name] else { return }
      for other in view.mentions.sorted() where views[other] != nil { visit(other) }
      order.append(name)
    }
    declared.forEach(visit)
    for name in order where views[name]?.state == .declared {
      guard let view = views[name] else { continue }
      do {
        _ = try prepare(view.query)
        views[name]?.state = .ready
        lint(view.query.sql)
      } catch {
        views[name]?.state = .broken
        for diagnostic in error.all where diagnostic.severity == .error {
          diagnostics.append(diagnostic)
        }
      }
    }
    return DiagnosticList(diagnostics.sorted())
  }

  /// Gives a view to SQLite, which looks at its grammar only.
  private func create(_ name: String) -> Diagnostic? {
    guard let view = views[name] else { return nil }
    let sql = view.query.sql
    let head = Array("CREATE VIEW \(quotedIdentifier(view.definition.name)) AS ".utf8)
    let sandbox = connection.sandbox
    sandbox.begin()
    do throws(StatementFailure) {
      if SQLTokens(sql.bytes).tokens.isEmpty {
        return .error("sql-syntax", "the query has no SELECT", at: view.definition.nameSpan)
      }
      try? connection.execute("PRAGMA query_only = OFF")
      sandbox.isOpen = true
      defer {
        sandbox.isOpen = false
        try? connection.execute("PRAGMA query_only = ON")
      }
      let statement = try Statement(connection, head + sql.bytes)
      if let problem = trailingText(in: sql, after: statement.length - head.count) {
        return problem
      }
      _ = try statement.step()
      return nil
    } catch {
      var failure = error
      failure.offset = failure.offset.map { max(0, $0 - head.count) }
      return diagnose(failure, in: sql)
    }
  }

  /// Compiles a statement inside the sandbox.
  mutating func prepare(_ query: Query) throws(DiagnosticList) -> Statement {
    let sql = withPrintedDigits(query.sql)
    let sandbox = connection.sandbox
    let tokens = SQLTokens(sql.bytes)
    storeRows(joinedBy: tokens)
    keepViews(mentionedIn: tokens.names)
    sandbox.begin()
    let statement: Statement
    do {
      statement = try Statement(connection, sql.bytes)
    } catch {
      let mentioned = SQLTokens(sql.bytes).names
      let broken = mentioned.filter { views[$0]?.state == .broken }.sorted()
      if let first = broken.first, error.code != SQLITE_AUTH {
        throw DiagnosticList([
          .note(
            "broken-query", "not run, because the query '\(first)' has errors", at: sql.span)
        ])
      }
      throw DiagnosticList([diagnoseWithNames(error, in: sql)])
    }
    if let problem = trailingText(in: sql, after: statement.length) {
      throw DiagnosticList([problem])
    }
    guard statement.isReadOnly, !statement.isExplain, statement.columnCount > 0 else {
      throw .error(
        "sql-forbidden", "only SELECT may stand here", at: sql.span,
        help: "data is changed in its files, and by errata")
    }
    guard statement.parameterCount == 0 else {
      throw .error(
        "sql-syntax", "a statement may have no parameters (?, :name)", at: sql.span,
        help: "put the value itself there")
    }
    if let problem = unitProblem(in: sql) { throw DiagnosticList([problem]) }
    return statement
  }

  private func trailingText(in sql: SpannedText, after length: Int) -> Diagnostic? {
    let rest = SQLTokens(Array(sql.bytes[min(max(0, length), sql.bytes.count)...])).tokens
    guard let token = rest.first(where: { $0.text != ";" }) else { return nil }
    let start = length + token.range.lowerBound
    return .error(
      "sql-syntax", "only one statement may stand here", at: sql.span(start..<sql.bytes.count))
  }

  mutating func run(_ query: Query) throws(DiagnosticList) -> ResultTable {
    // Somebody wants to see every call: nothing may be taken from what was prepared before.
    let lookup = keptViews.isOn ? LookupText(query) : nil
    if let lookup, let known = rows(of: lookup) { return known }
    let copied = showColumnCopy(for: query.sql.bytes)
    // The statement ends before: a table that is read cannot be dropped.
    defer { hideColumnCopy(copied) }
    return try rows(of: query, lookup)
  }

  private mutating func rows(
    of query: Query, _ lookup: LookupText?
  ) throws(DiagnosticList) -> ResultTable {
    let statement = try prepare(query)
    let sandbox = connection.sandbox
    var columns = (0..<statement.columnCount).map { column(statement, $0) }
    let provenance = provenance()
    var values: ContiguousArray<CellValue> = []
    var rows = 0
    do throws(StatementFailure) {
      while try statement.step() {
        rows += 1
        if rows > sandbox.limits.rows {
          throw StatementFailure(
            code: SQLITE_FULL, message: "more than \(sandbox.limits.rows) rows", offset: nil)
        }
        for index in columns.indices { values.append(statement.value(index)) }
      }
    } catch {
      throw DiagnosticList([diagnoseRun(error, row: rows + 1, in: query.sql)])
    }
    lint(query.sql)
    let compound = compoundness(of: query.sql.bytes)
    if let lookup { keep(lookup, isCompound: compound.isSomewhere) }
    if compound.isSomewhere { doubtOrigins(of: &columns, values, isTop: compound.isTop) }
    let corrections = corrections(columns, values)
    return ResultTable(
      columns: columns, values: values, provenance: provenance, corrections: corrections)
  }

  func column(_ statement: Statement, _ index: Int) -> ResultColumn {
    var column = ResultColumn(name: statement.columnName(index))
    guard let origin = statement.origin(index) else { return column }
    if origin.isTemporary {
      if var kept = keptViews[origin.table.lowercased()]?.column(origin.column) {
        kept.name = column.name
        return kept
      }
      // Else it is a copy of the table.
      guard views[origin.table.lowercased()] == nil else { return column }
    }
    guard let table = table(origin.table),
      let field = table.field(origin.column)
    else { return column }
    column.origin = ColumnOrigin(table: origin.table, column: table.fields[field].name.value)
    column.title = table.fields[field].title
    column.unit = table.fields[field].unit?.value
    column.description = table.fields[field].description
    switch table.fields[field].kind {
    case .number: column.decimals = table.decimals[field]
    case .integer: column.decimals = 0
    default: break
    }
    return column
  }

  /// Whether the name is a table of its own: one as printed is a view when nothing was corrected.
  private func isStored(_ name: String) -> Bool {
    let lower = name.lowercased()
    return tables[lower] != nil
      || Self.nameWithoutPrinted(lower).map { corrections[$0] != nil } ?? false
  }

  /// What the statement that was prepared last reads.
  func provenance() -> Provenance {
    var provenance = Provenance()
    var columns: Set<ColumnOrigin> = []
    var readViews: Set<String> = []
    var functions = Set(connection.sandbox.functions.compactMap { signatures[$0]?.name })
    for read in connection.sandbox.reads {
      let lower = read.table.lowercased()
      if let view = views[lower] {
        if readViews.insert(view.definition.name).inserted, let kept = keptViews[lower] {
          columns.formUnion(kept.provenance.columns)
          readViews.formUnion(kept.provenance.views)
          functions.formUnion(kept.provenance.functions)
        }
      } else if isStored(read.table) {
        columns.insert(ColumnOrigin(table: read.table, column: read.column))
      }
    }
    provenance.columns = columns.sorted()
    provenance.views = readViews.sorted()
    provenance.functions = functions.sorted()
    return provenance
  }
}
