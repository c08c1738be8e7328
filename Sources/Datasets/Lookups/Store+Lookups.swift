import CSQLite
import Diagnostics

/// A statement that is kept compiled, because many texts have its form.
final class LookupStatement {
  let statement: Statement
  let head: ResultHead
  /// Whether it reads a query that joins the rows of several.
  let isCompound: Bool
  /// The statement with values in place of its lookups.
  let computation: Statement?
  fileprivate var index: LookupIndex<CellValue>?
  fileprivate var uses = 0

  init(
    _ statement: Statement, head: ResultHead, isCompound: Bool, computation: Statement?
  ) {
    self.statement = statement
    self.head = head
    self.isCompound = isCompound
    self.computation = computation
  }
}

/// What is known of forms of lookups (see `LookupText`).
struct Lookups {
  /// A form that also returns the records of its value.
  final class Lineage {
    let statement: LineageStatement
    /// For each column the functions of the report that it is computed with.
    let functions: [[String]]
    fileprivate var index: LookupIndex<Sourced>?
    fileprivate var uses = 0

    /// A value with the records that it is computed from, by table.
    struct Sourced {
      var value: CellValue
      var records: [String: Set<Int>]
    }

    init(statement: LineageStatement, functions: [[String]]) {
      self.statement = statement
      self.functions = functions
    }
  }

  /// Nil for forms that were met once, and for those that are not kept.
  fileprivate var statements: [LookupForm: LookupStatement?] = [:]
  fileprivate var uncertainties: [LookupForm: [Double?]?] = [:]
  var lineages: [LookupForm: Lineage?] = [:]

  /// A report has few forms; one that makes thousands of them would only collect statements.
  static let mostForms = 1000
  /// Uses after which the rows are put in an index: reading them all costs as much as some uses.
  static let usesBeforeIndex = 6

  mutating func forget() { self = Lookups() }
}

extension Store.State {
  /// The rows of a lookup whose form is known; nil when it is not, or when anything is out of order,
  /// which the ordinary way then reports.
  mutating func rows(of lookup: LookupText) -> ResultTable? {
    guard let kept = lookups.statements[lookup.form] ?? nil,
      let values = values(of: lookup, kept)
    else { return nil }
    let name = kept.head.columns[0].name
    let itsName = lookup.columnName(name)
    guard kept.isCompound || itsName != name else {
      return ResultTable(
        kept.head, values: values, corrections: corrections(kept.head.columns, values))
    }
    var columns = kept.head.columns
    columns[0].name = itsName
    if kept.isCompound { doubtOrigins(of: &columns, values, isTop: false) }
    return ResultTable(
      columns: columns, values: values, provenance: kept.head.provenance,
      corrections: corrections(columns, values))
  }

  private mutating func values(
    of lookup: LookupText, _ kept: LookupStatement
  ) -> ContiguousArray<CellValue>? {
    kept.uses += 1
    if kept.uses == Lookups.usesBeforeIndex { kept.index = makeIndex(of: lookup.form) }
    if let found = kept.index?.rows(where: lookup.literals) { return found }
    if let computation = kept.computation, let operands = operands(of: lookup) {
      return try? run(computation, operands)
    }
    return try? run(kept.statement, lookup.literals)
  }

  private func run(
    _ statement: Statement, _ literals: [CellValue]
  ) throws(StatementFailure) -> ContiguousArray<CellValue> {
    connection.sandbox.begin()
    statement.bind(literals)
    defer { statement.reset() }
    var values: ContiguousArray<CellValue> = []
    while try statement.step() {
      guard values.count < connection.sandbox.limits.rows else {
        throw StatementFailure(code: SQLITE_FULL, message: "too many rows", offset: nil)
      }
      values.append(statement.value(0))
    }
    return values
  }

  /// The numbers that a statement computes with; nil when they are not all known to be numbers.
  private mutating func operands(of lookup: LookupText) -> [CellValue]? {
    var found: [CellValue] = []
    for inner in lookup.inner {
      guard let value = value(of: inner), value.text == nil else { return nil }
      found.append(value)
    }
    return found
  }

  /// The value of a lookup in an expression, where no row gives none; nil when it is not known.
  private mutating func value(of lookup: LookupText) -> CellValue? {
    guard let kept = lookups.statements[lookup.form] ?? nil,
      let values = values(of: lookup, kept), values.count < 2
    else { return nil }
    return values.first ?? .null
  }

  /// Whether all rows of what a lookup reads are there to be read at once.
  private func mayIndex(_ lookup: EqualityLookup) -> Bool {
    let name = lookup.table.lowercased()
    return tables[name] != nil && !unstoredTables.contains(name) || keptViews[name] != nil
  }

  private func makeIndex(of form: LookupForm) -> LookupIndex<CellValue>? {
    let most = LookupIndex<CellValue>.mostRows
    guard let lookup = EqualityLookup(form.sql), mayIndex(lookup),
      let rows = try? connection.rows(lookup.statement(most: most + 1)), rows.count <= most
    else { return nil }
    return LookupIndex(rows.map { ($0[0], $0[1...]) })
  }

  private mutating func makeLineageIndex(
    of form: LookupForm, _ numbered: [String]
  ) -> LookupIndex<Lookups.Lineage.Sourced>? {
    let most = LookupIndex<CellValue>.mostRows
    guard let lookup = EqualityLookup(form.sql), mayIndex(lookup),
      let (sql, columns) = try? lineageRewriter?.rewrite(
        Array(lookup.statement(most: most + 1).utf8)),
      let made = try? LineageStatement(connection, sql, columns),
      let rows = try? made.rows([], numbered), rows.count <= most
    else { return nil }
    return LookupIndex(
      rows.map {
        (Lookups.Lineage.Sourced(value: $0.values[0], records: $0.records[0]), $0.values[1...])
      })
  }

  /// The records that the one value of a lookup is computed from; nil when the kept statement has
  /// to tell.
  mutating func records(
    of lookup: LookupText, _ kept: Lookups.Lineage, giving value: CellValue, _ numbered: [String]
  ) -> [String: Set<Int>]? {
    kept.uses += 1
    if kept.uses == Lookups.usesBeforeIndex {
      kept.index = makeLineageIndex(of: lookup.form, numbered)
    }
    if let found = kept.index?.rows(where: lookup.literals) {
      guard found.count == 1, found[0].value.isSame(as: value) else { return nil }
      return found[0].records
    }
    let inner = lookup.inner
    guard !inner.isEmpty else { return nil }
    var all: [String: Set<Int>] = [:]
    for part in inner {
      guard let value = self.value(of: part),
        let functions = (lookups.statements[part.form] ?? nil)?.head.provenance.functions,
        let kept = lineageStatement(of: part, calling: functions),
        let records = records(of: part, kept, giving: value, numbered)
      else { return nil }
      all.merge(records) { $0.union($1) }
    }
    return all
  }

  /// Compiles the form of a lookup that ran without a remark, when it comes for the second time.
  mutating func keep(_ lookup: LookupText, isCompound: Bool) {
    guard let met = lookups.statements[lookup.form] else {
      if lookups.statements.count < Lookups.mostForms {
        lookups.statements[lookup.form] = .some(nil)
      }
      return
    }
    guard met == nil else { return }
    connection.sandbox.begin()
    guard let statement = try? Statement(connection, lookup.form.sql),
      statement.parameterCount == lookup.literals.count, statement.columnCount == 1
    else { return }
    let head = ResultHead(columns: [column(statement, 0)], provenance: provenance())
    lookups.statements[lookup.form] = LookupStatement(
      statement, head: head, isCompound: isCompound,
      computation: lookup.computation.flatMap { try? Statement(connection, $0) })
  }

  /// How far the values of a statement may be off; see `Store.uncertainties`.
  mutating func uncertainties(ofStatement sql: SpannedText) -> [Double?]? {
    guard let lookup = LookupText(sql.bytes) else { return uncertainties(in: sql) }
    if let known = lookups.uncertainties[lookup.form] { return known }
    let found = uncertainties(in: sql)
    if lookups.uncertainties.count < Lookups.mostForms {
      lookups.uncertainties[lookup.form] = .some(found)
    }
    return found
  }
}
