import Diagnostics

/// A call of a formula or of a function of the cost model, with the values it was called with.
public struct FunctionCall: Hashable, Sendable {
  public var function: String
  /// By the names of its parameters, in order.
  public var arguments: [Argument]
  public var result: CellValue
  /// The record of the table `models` that a function of the cost model looks up; 1-based.
  public var modelRow: Int?

  public struct Argument: Hashable, Sendable {
    public var name: String
    public var value: CellValue
  }
}

extension Store {
  /// The calls of formulas and of the cost model's functions that a query makes, each once, in the
  /// order of the first.
  ///
  /// - Parameter parameters: the names of the formulas' parameters, by lower-case name.
  public func calls(in query: Query, parameters: [String: [String]]) -> [FunctionCall] {
    withState { $0.calls(in: query, parameters) }
  }

  /// The calls that one value of a result takes: of the query made to compute this row and column
  /// alone, where columns that need no function tell the row.
  ///
  /// - Returns: nil when the row cannot be told from others in that way.
  public func calls(
    in query: Query, ofRow row: Int, column: Int, of result: ResultTable,
    parameters: [String: [String]]
  ) -> [FunctionCall]? {
    withState { state in
      let lineage = state.lineage(of: query, giving: result)
      let plain = result.columns.indices.filter { lineage.functions[$0].isEmpty }
      guard
        let narrowed = query.narrowed(
          to: row, column: column, of: result, toldBy: plain)
      else { return nil }
      // Else it is another row's value, or the same row's by another way.
      guard let found = try? state.run(narrowed), found.rowCount == 1,
        found[0, 0] == result[row, column]
      else { return nil }
      let calls = state.calls(in: narrowed, parameters)
      return calls.isEmpty ? nil : calls
    }
  }

  /// A named query as it was defined; nil when there is none of that name.
  public func definition(ofQuery name: String) -> ViewDefinition? {
    withState { $0.views[name.lowercased()]?.definition }
  }
}

extension Query {
  /// The query for one value: the column, where other columns have the values of its row. Numbers
  /// with a point do not tell rows, for not all of them come back from text as they were.
  ///
  /// - Parameter columns: those that may tell the row.
  fileprivate func narrowed(
    to row: Int, column: Int, of result: ResultTable, toldBy columns: [Int]
  ) -> Query? {
    let names = result.columnNames
    guard Set(names.map { $0.lowercased() }).count == names.count else { return nil }
    let conditions = columns.compactMap { index -> String? in
      let name = quotedIdentifier(names[index])
      switch result[row, index] {
      case .null: return "\(name) IS NULL"
      case .integer(let number): return "\(name) IS \(number)"
      case .text(let text): return "\(name) IS '\(text.replacing("'", with: "''"))'"
      case .real: return nil
      }
    }
    guard !conditions.isEmpty else { return nil }
    let bytes = sql.bytes
    let end = (bytes.lastIndex { $0 > 0x20 && $0 != UInt8(ascii: ";") } ?? -1) + 1
    var text = SpannedText(file: sql.file)
    text.append(
      unwritten: "SELECT \(quotedIdentifier(names[column])) FROM (", at: sql.sourceOffset(0))
    text.append(0..<end, of: sql)
    // A comment may end the query.
    text.append(
      unwritten: "\n) WHERE " + conditions.joined(separator: " AND "),
      at: sql.sourceOffset(max(0, end - 1)))
    return Query(text)
  }
}

extension Store.State {
  fileprivate mutating func calls(
    in query: Query, _ formulas: [String: [String]]
  ) -> [FunctionCall] {
    // Of a query that is kept the calls are over.
    dropKeptViews()
    keptViews.isOn = false
    connection.sandbox.listCalls(true)
    defer {
      connection.sandbox.listCalls(false)
      keptViews.isOn = true
    }
    // What does not run was reported when it ran first.
    guard (try? run(query)) != nil else { return [] }
    var seen: Set<FunctionCall> = []
    var found: [FunctionCall] = []
    for call in connection.sandbox.calls ?? [] {
      let name = call.function.lowercased()
      guard let parameters = formulas[name] ?? parameterUnits[name]?.map(\.name) else { continue }
      var named = FunctionCall(
        function: call.function,
        arguments: zip(parameters, call.arguments).map {
          FunctionCall.Argument(name: $0, value: $1)
        }, result: call.result)
      named.modelRow = modelRow(of: named)
      if seen.insert(named).inserted { found.append(named) }
    }
    return found
  }

  /// Functions of the cost model take a model by its name and read its sizes themselves.
  private func modelRow(of call: FunctionCall) -> Int? {
    guard let model = call.arguments.first(where: { $0.name == "model" })?.value,
      model.text != nil, tables["models"]?.field("model") != nil,
      let rows = try? connection.rows(
        "SELECT rowid FROM models WHERE model IS ? LIMIT 1", [model]),
      case .integer(let row)? = rows.first?.first
    else { return nil }
    return Int(row)
  }
}
