extension Formula {
  /// The formula as a function for SQL and prose: its name, its parameters in order.
  public var scalarFunction: ScalarFunction {
    ScalarFunction(
      name: name,
      parameters: parameters.map { parameter in
        ScalarFunction.Parameter(
          parameter.name, parameter.indexUnit == nil ? .number(parameter.unit) : .text,
          summary: parameter.meaning)
      },
      unit: unit, summary: summary, source: source
    ) { (values) throws(ScalarFunctionError) in
      var arguments: [FormulaArgument] = []
      for (value, parameter) in zip(values, parameters) {
        arguments.append(try argument(value, for: parameter))
      }
      if let (parameter, message) = domainViolation(of: arguments) {
        throw ScalarFunctionError(function: name, argument: parameter.name, message: message)
      }
      do throws(FormulaError) {
        return .number(try value(at: arguments))
      } catch {
        throw ScalarFunctionError(
          function: name, argument: nil,
          message: "has no value: a part of the formula \(error.message)")
      }
    }
  }

  private func argument(
    _ value: ScalarValue, for parameter: FormulaParameter
  ) throws(ScalarFunctionError) -> FormulaArgument {
    switch value {
    case .number(let number): return .number(number)
    case .text(let text):
      do throws(CostModelError) {
        return .schedule(try TokenSchedule(parsing: text))
      } catch {
        throw ScalarFunctionError(
          function: name, argument: parameter.name, message: "is no schedule: \(error.description)")
      }
    case .missing:
      preconditionFailure("ScalarFunction answers missing arguments itself")
    }
  }
}
