import Datasets
import Diagnostics
import Evaluation
import Formulas

/// Prints the chain from what stands in the report back to the lines of the data files.
struct TracePrinter {
  let store: Store
  let sources: SourceMap
  let formulas: [FormulaBlock]
  private let parameters: [String: [String]]
  private let summaries: [String: TableSummary]

  /// Records of a cell that are shown one by one; more are told as ranges of lines.
  private static let mostCells = 12
  private static let mostCalls = 4

  init(store: Store, sources: SourceMap, evaluation: Evaluation) {
    self.store = store
    self.sources = sources
    formulas = evaluation.formulaBlocks
    parameters = Dictionary(
      uniqueKeysWithValues: evaluation.formulas.map {
        ($0.name.lowercased(), $0.parameters.map(\.name))
      })
    let all = (try? store.summaries()) ?? []
    summaries = Dictionary(uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })
  }

  func text(_ place: TracePlace, _ lineage: Lineage) -> String {
    let record = place.record
    var entry = TraceEntry(place.text.map { "\($0)  ←  \(place.title)" } ?? place.title)
    entry.add("printed by", self.place(record.span))
    if let value = place.value, let text = place.text, value.description != text {
      entry.add("value", value.description)
    }
    entry.add("query", record.expression.trimmedLines)
    addQueries(record.result.provenance.views, to: &entry)
    let all = lineage.records(columns: place.resultColumns, rows: place.resultRows)
    // Of a union or a join some rows may read nothing of a table.
    let records = all.filter { $0.rows != [] }
    var tables: [String] = []
    for part in records {
      entry.add("read from", cells(part, isCell: place.text != nil && place.part == nil))
      tables.append(part.table)
    }
    for table in record.result.provenance.tables where !tables.contains(table) {
      // Of these the query reads more than this value needs; which rows it shows depends on them.
      let columns = record.result.provenance.columns.filter { $0.table == table }.map(\.column)
      entry.add(
        "chosen by",
        "\(path(of: table))  column \(columns.filter { $0 != "" }.joined(separator: ", "))")
    }
    for erratum in errata(records) {
      let why = [erratum.reason, erratum.evidence].filter { !$0.isEmpty }
      entry.add(
        "corrected",
        "\(erratum.field) of \(erratum.keyText): printed \(erratum.printed.orNothing), read as "
          + "\(erratum.corrected.orNothing)  \(self.place(erratum.span))\n"
          + why.joined(separator: "; "))
    }
    for source in origins(tables) { entry.add("source", source) }
    let functions = lineage.functions(columns: place.resultColumns)
    if records.isEmpty, functions.isEmpty {
      for function in record.result.provenance.functions {
        entry.add("chosen by", function + "()")
      }
    }
    for formula in usedFormulas(functions) { entry.add("formula", formula) }
    let calls = calls(of: functions, place, reading: records)
    for row in Set(calls.compactMap(\.modelRow)).sorted() {
      guard let span = store.recordSpan(table: "models", row: row) else { continue }
      entry.add("read from", "\(self.place(span))  the sizes of the model, by the functions called")
    }
    for call in calls.prefix(Self.mostCalls) {
      let arguments = call.arguments.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
      entry.add("called", "\(call.function)(\(arguments)) = \(call.result)")
    }
    if calls.count > Self.mostCalls {
      entry.add("called", "and \(calls.count - Self.mostCalls) more calls of the query")
    }
    return entry.text
  }

  // MARK: Parts

  /// The named queries that something is read through.
  func addQueries(_ names: [String], to entry: inout TraceEntry) {
    for name in names {
      guard let definition = store.definition(ofQuery: name) else { continue }
      entry.add("through", "\(name)  \(place(definition.nameSpan))")
    }
  }

  func place(_ span: SourceSpan) -> String {
    let file = sources[span.file]
    return "\(file.path):\(file.line(at: Int(span.start)))"
  }

  private func summary(of table: String) -> TableSummary? {
    let lower = table.lowercased()
    if let found = summaries[lower] { return found }
    guard lower.hasSuffix("_printed") else { return nil }
    return summaries[String(lower.dropLast("_printed".count))]
  }

  func path(of table: String) -> String { summary(of: table)?.path ?? table }

  /// The cells one by one, or the lines as ranges.
  private func cells(_ part: Lineage.Records, isCell: Bool) -> String {
    let path = path(of: part.table)
    let named = part.columns.filter { $0 != "*" }
    let columns = named.isEmpty ? "rows counted" : "column " + named.joined(separator: ", ")
    guard let rows = part.rows else { return "\(path)  \(columns)  (whole table)" }
    guard isCell, !named.isEmpty, rows.count * named.count <= Self.mostCells else {
      let lines = rows.compactMap { row in
        store.recordSpan(table: part.table, row: row).map {
          sources[$0.file].line(at: Int($0.start))
        }
      }
      let noun = rows.count == 1 ? "record" : "records"
      return "\(path):\(NumberRanges.text(lines))  \(columns)  (\(rows.count) \(noun))"
    }
    let cells = rows.flatMap { row in
      named.compactMap { column in
        store.printedCell(table: part.table, row: row, column: column).map { (column, $0) }
      }
    }
    // An empty cell gives nothing, unless there is nothing else.
    let filled = cells.filter { !$0.1.text.isEmpty }
    return (filled.isEmpty ? cells : filled).map { column, cell in
      let file = sources[cell.span.file]
      let at = Int(cell.span.start)
      return "\(file.path):\(file.line(at: at)):\(file.column(at: at))  \(column) = "
        + "\(cell.text.orNothing)"
    }.joined(separator: "\n")
  }

  private func errata(_ records: [Lineage.Records]) -> [Erratum] {
    var found: [Erratum] = []
    for part in records {
      for row in part.rows ?? [] {
        for column in part.columns {
          if let erratum = store.erratum(table: part.table, row: row, column: column) {
            found.append(erratum)
          }
        }
      }
    }
    return found
  }

  private func origins(_ tables: [String]) -> [String] {
    var found: [String] = []
    for table in tables {
      for source in summary(of: table)?.sources ?? [] {
        let text = [source.title, source.path].compactMap(\.self).joined(separator: "  ")
        if !text.isEmpty, !found.contains(text) { found.append(text) }
      }
    }
    return found
  }

  func usedFormulas(_ functions: [String]) -> [String] {
    functions.compactMap { name in
      guard let block = formulas.first(where: { $0.name.lowercased() == name.lowercased() }) else {
        return nil
      }
      return "\(block.name)  \(place(block.span))\n\(block.tex)"
        + (block.source.isEmpty ? "" : "\n\(block.source)")
    }
  }

  /// The calls that gave the value; else those whose texts stand in the cells that were read; else
  /// all that the query made.
  private func calls(
    of functions: [String], _ place: TracePlace, reading records: [Lineage.Records]
  ) -> [FunctionCall] {
    guard let value = place.value, !functions.isEmpty else {
      return []
    }
    if let row = place.row, let column = place.column,
      let own = store.calls(
        in: place.record.query, ofRow: place.record.rows[row],
        column: place.record.columns[column].index, of: place.record.result,
        parameters: parameters)
    {
      return own.filter { functions.contains($0.function) }
    }
    let all = store.calls(in: place.record.query, parameters: parameters)
      .filter { functions.contains($0.function) }
    let exact = all.filter { $0.result == value }
    guard exact.isEmpty else { return exact }
    var texts: Set<String> = []
    for part in records {
      for row in (part.rows ?? []).prefix(Self.mostCells) {
        for column in part.columns {
          let cell = store.printedCell(table: part.table, row: row, column: column)
          if let cell { texts.insert(cell.text) }
        }
      }
    }
    func matches(_ call: FunctionCall) -> Int {
      call.arguments.count { texts.contains($0.value.description) }
    }
    // Of each function, for one may take a model where another takes its schedule as well.
    var best: [String: Int] = [:]
    for call in all { best[call.function] = max(best[call.function] ?? 0, matches(call)) }
    let fitting = all.filter { matches($0) > 0 && matches($0) == best[$0.function] }
    return fitting.isEmpty ? all : fitting
  }
}

extension String {
  fileprivate var orNothing: String { isEmpty ? "nothing" : self }
}
