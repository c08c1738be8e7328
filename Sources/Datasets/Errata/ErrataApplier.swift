import Configuration
import Diagnostics

/// Finds the cell of each erratum of one table and corrects it.
///
/// An erratum whose printed value is not in the cell any more is an error: it would correct what
/// nobody has looked at.
struct ErrataApplier {
  /// A correction that fits its cell.
  struct Correction {
    var erratum: Erratum
    var row: Int
    var field: Int
    var value: CellValue
    var spans: [String: SourceSpan]
  }

  let table: LoadedTable
  /// The table's name in the database as printed.
  let printedName: String
  let connection: Connection
  private(set) var corrections: [Correction] = []
  private(set) var diagnostics = DiagnosticList()

  init(table: LoadedTable, printedName: String, connection: Connection) {
    self.table = table
    self.printedName = printedName
    self.connection = connection
  }

  mutating func find(_ records: [ErrataFile.Record]) throws(SQLiteError) {
    for record in records {
      if let correction = try correction(record) {
        if let other = corrections.first(where: {
          $0.row == correction.row && $0.field == correction.field
        }) {
          diagnostics.append(
            Diagnostic(
              .error, "bad-erratum",
              "'\(record.erratum.id)' and '\(other.erratum.id)' correct the same cell",
              at: record.erratum.span,
              related: [.init(message: "the other one", span: other.erratum.span)]))
        } else {
          corrections.append(correction)
        }
      }
    }
  }

  private mutating func correction(
    _ record: ErrataFile.Record
  ) throws(SQLiteError) -> Correction? {
    let erratum = record.erratum
    let names = table.fields.map(\.name.value)
    guard let field = table.field(erratum.field) else {
      diagnostics.append(
        Diagnostic(
          .error, "unknown-column", "'\(erratum.table)' has no column '\(erratum.field)'",
          at: record.spans["field"],
          help: helpForUnknown(erratum.field, among: names, called: "columns")))
      return nil
    }
    guard let row = try row(record, names) else { return nil }
    let cell = table.printed(row: row, field: field)
    guard let cell, cell.text == erratum.printed else {
      diagnostics.append(
        Diagnostic(
          .error, "stale-erratum",
          "'\(erratum.id)' corrects '\(erratum.printed)', but the cell reads '\(cell?.text ?? "")'",
          at: record.spans["printed"],
          help: ["look at the source again, then mend or remove the erratum"],
          related: cell.map { [.init(message: "the cell", span: $0.span)] } ?? []))
      return nil
    }
    guard let value = value(record, field) else { return nil }
    return Correction(
      erratum: erratum, row: row, field: field, value: value, spans: record.spans)
  }

  /// The row that the key names, 0-based.
  private mutating func row(
    _ record: ErrataFile.Record, _ names: [String]
  ) throws(SQLiteError) -> Int? {
    guard !record.erratum.key.isEmpty else { return nil }
    var conditions: [String] = []
    var arguments: [CellValue] = []
    for part in record.erratum.key {
      guard let field = table.field(part.column) else {
        diagnostics.append(
          Diagnostic(
            .error, "unknown-column", "'\(record.erratum.table)' has no column '\(part.column)'",
            at: record.spans["key"],
            help: helpForUnknown(part.column, among: names, called: "columns")))
        return nil
      }
      let reader = CellReader(table.fields[field], missingValues: table.missingValues)
      switch reader.read(Array(part.value.utf8)) {
      case .success(let value): arguments.append(value)
      case .failure(let problem):
        diagnostics.append(
          Diagnostic(
            .error, problem.code, "column '\(part.column)': \(problem.message)",
            at: record.spans["key"], help: problem.help))
        return nil
      }
      conditions.append("\(quotedIdentifier(table.fields[field].name.value)) = ?")
    }
    let rows = try connection.rows(
      "SELECT rowid FROM \(quotedIdentifier(printedName)) WHERE "
        + conditions.joined(separator: " AND ") + " LIMIT 2", arguments)
    guard rows.count == 1, case .integer(let id) = rows[0][0] else {
      let how = rows.isEmpty ? "no row" : "more than one row"
      diagnostics.append(
        .error(
          "stale-erratum", "'\(record.erratum.table)' has \(how) with \(record.erratum.keyText)",
          at: record.spans["key"]))
      return nil
    }
    return Int(id) - 1
  }

  /// The corrected value, by the rules of its column.
  private mutating func value(_ record: ErrataFile.Record, _ field: Int) -> CellValue? {
    let bytes = Array(record.erratum.corrected.utf8)
    let definition = table.fields[field]
    let reader = CellReader(definition, missingValues: table.missingValues)
    func complain(_ problem: CellProblem) -> CellValue? {
      diagnostics.append(
        Diagnostic(
          .error, problem.code,
          "column '\(definition.name.value)' of '\(table.name)': \(problem.message)",
          at: record.spans["corrected"], help: problem.help))
      return nil
    }
    if bytes.withUnsafeBufferPointer({ reader.isMissing($0) }) {
      guard !definition.constraints.isRequired else {
        return complain(
          CellProblem(code: "missing-value", message: "a value is required, this is none"))
      }
      return .null
    }
    switch reader.read(bytes) {
    case .failure(let problem): return complain(problem)
    case .success(let value):
      var checker = ConstraintChecker(definition)
      if let problem = checker.problem(with: value) { return complain(problem) }
      return value
    }
  }

  /// Writes the corrections into the table under `name`.
  func apply(to name: String) throws(SQLiteError) {
    for correction in corrections {
      let column = quotedIdentifier(table.fields[correction.field].name.value)
      _ = try connection.rows(
        "UPDATE \(quotedIdentifier(name)) SET \(column) = ? WHERE rowid = ?",
        [correction.value, .integer(Int64(correction.row + 1))])
    }
  }
}
