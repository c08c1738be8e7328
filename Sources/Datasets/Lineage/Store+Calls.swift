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

  /// A named query as it was defined; nil when there is none of that name.
  public func definition(ofQuery name: String) -> ViewDefinition? {
    withState { $0.views[name.lowercased()]?.definition }
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
