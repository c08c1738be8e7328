import Configuration
import Diagnostics
public import Formulas

extension Store {
  /// Makes a formula's function known to SQL.
  ///
  /// Whole numbers and reals are passed as numbers; a missing argument gives a missing result.
  ///
  /// - Parameter checksPureNumbers: whether parameters that take pure numbers refuse columns with a
  ///   unit; authors who declare no units mean any.
  public func register(
    _ function: ScalarFunction, checksPureNumbers: Bool = true
  ) throws(SQLiteError) {
    try register(SQLFunction(function))
    withState { state in
      if checksPureNumbers || !function.unit.isOne {
        state.resultUnits[function.name.lowercased()] = function.unit
      }
      state.parameterUnits[function.name.lowercased()] = function.parameters.map { parameter in
        if case .number(let unit) = parameter.kind, checksPureNumbers || !unit.isOne {
          (parameter.name, unit)
        } else {
          (parameter.name, nil)
        }
      }
    }
  }

  /// Makes the cost model's functions known to SQL. They look models up in the table `models`.
  ///
  /// - Returns: the functions, for `{value}` and help texts.
  @discardableResult
  public func registerCostFunctions() throws(SQLiteError) -> [ScalarFunction] {
    let models = try modelRecords()
    let functions = CostFunctions { (name) throws(CostModelError) in
      switch models[name] {
      case .success(let record)?: return record
      case .failure(let error)?: throw error
      case nil:
        let near = nearestName(to: name, in: models.keys.sorted())
        throw CostModelError(
          "there is no model '\(name)' in the table 'models'"
            + (near.map { "; did you mean '\($0)'?" } ?? ""))
      }
    }
    for function in functions.all { try register(function) }
    return functions.all
  }

  /// The rows of the table `models`, by name; empty when there is no such table.
  public func modelRecords() throws(SQLiteError) -> [String: Result<ModelRecord, CostModelError>] {
    try withState { (state) throws(SQLiteError) in
      guard let table = state.tables[Store.State.modelTable], table.field("model") != nil else {
        return [:]
      }
      let columns = table.fields.map { $0.name.value.lowercased() }
      var records: [String: Result<ModelRecord, CostModelError>] = [:]
      for row in try state.connection.rows("SELECT * FROM models ORDER BY rowid") {
        func cell(_ column: String) -> CellValue? {
          columns.firstIndex(of: column).map { row[$0] }
        }
        guard let name = cell("model")?.text else { continue }
        records[name] = Result { () throws(CostModelError) in
          try ModelRecord(text: { cell($0)?.text }, number: { cell($0)?.number })
        }
      }
      return records
    }
  }
}

extension Store.State {
  /// Where the cost model's functions look models up.
  static let modelTable = "models"
}

extension SQLFunction {
  /// A formula's function as SQL calls it.
  public init(_ function: ScalarFunction) {
    self.init(
      function.name, function.minimumArgumentCount...function.parameters.count,
      signature: function.signature
    ) { (arguments) throws(SQLFunction.Failure) in
      let values = arguments.map { (value) -> ScalarValue in
        switch value {
        case .null: .missing
        case .integer(let integer): .number(Double(integer))
        case .real(let real): .number(real)
        case .text(let text): .text(text)
        }
      }
      do throws(ScalarFunctionError) {
        switch try function(values) {
        case .missing: return .null
        case .number(let number): return .real(number)
        case .text(let text): return .text(text)
        }
      } catch {
        throw SQLFunction.Failure(error.description)
      }
    }
  }
}
