/// The functions that SQL and `{value}` can call: the cost model's, and every formula block's.
public struct FunctionRegistry: Sendable {
  private var functions: [String: ScalarFunction] = [:]

  public init() {}

  /// All functions, by name.
  public var all: [ScalarFunction] { functions.values.sorted { $0.name < $1.name } }

  public var names: [String] { functions.keys.sorted() }

  /// The function of that name; SQL's names are case-insensitive, so are these.
  public subscript(name: String) -> ScalarFunction? { functions[name.lowercased()] }

  /// Adds a function; a later one of the same name takes the place of the earlier.
  public mutating func register(_ function: ScalarFunction) {
    functions[function.name.lowercased()] = function
  }
}
