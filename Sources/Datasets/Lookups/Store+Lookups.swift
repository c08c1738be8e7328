import Diagnostics

/// A statement that is kept compiled, because many texts have its form.
struct LookupStatement {
  let statement: Statement
  var columns: [ResultColumn]
  var provenance: Provenance
  /// Whether it reads a query that joins the rows of several.
  var isCompound: Bool
}

/// What is known of forms of lookups (see `LookupText`).
struct Lookups {
  /// A form that also returns the records of its value.
  struct Lineage {
    var statement: LineageStatement
    /// For each column the functions of the report that it is computed with.
    var functions: [[String]]
  }

  /// Nil for forms that were met once, and for those that are not kept.
  fileprivate var statements: [[UInt8]: LookupStatement?] = [:]
  fileprivate var uncertainties: [[UInt8]: [Double?]?] = [:]
  var lineages: [[UInt8]: Lineage?] = [:]

  /// A report has few forms; one that makes thousands of them would only collect statements.
  static let mostForms = 1000

  mutating func forget() { self = Lookups() }
}

extension Store.State {
  /// The rows of a lookup whose form is known; nil when it is not, or when anything is out of order,
  /// which the ordinary way then reports.
  mutating func rows(of lookup: LookupText) -> ResultTable? {
    guard let kept = lookups.statements[lookup.form] ?? nil else { return nil }
    let statement = kept.statement
    connection.sandbox.begin()
    statement.bind(lookup.literals)
    defer { statement.reset() }
    var values: ContiguousArray<CellValue> = []
    do throws(StatementFailure) {
      while try statement.step() {
        guard values.count < connection.sandbox.limits.rows else { return nil }
        values.append(statement.value(0))
      }
    } catch {
      return nil
    }
    var columns = kept.columns
    if kept.isCompound { doubtOrigins(of: &columns, values, isTop: false) }
    return ResultTable(
      columns: columns, values: values, provenance: kept.provenance,
      corrections: corrections(columns, values))
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
    guard let statement = try? Statement(connection, lookup.form),
      statement.parameterCount == lookup.literals.count, statement.columnCount == 1
    else { return }
    lookups.statements[lookup.form] = LookupStatement(
      statement: statement, columns: [column(statement, 0)], provenance: provenance(),
      isCompound: isCompound)
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
