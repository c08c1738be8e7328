/// The formulas defined so far, by name and by symbol.
public struct FormulaLibrary: Sendable {
  private var byName: [String: Formula] = [:]
  private var bySymbol: [String: Formula] = [:]

  public init() {}

  /// All formulas, by name.
  public var all: [Formula] { byName.values.sorted { $0.name < $1.name } }

  public subscript(name: String) -> Formula? { byName[name] }

  public mutating func define(_ formula: Formula) {
    byName[formula.name] = formula
    if let symbol = formula.symbol { bySymbol[symbol] = formula }
  }

  /// The formula that a name in TeX calls: by its symbol, else by its name.
  func formula(called name: String) -> Formula? { bySymbol[name] ?? byName[name] }

  /// The names by which formulas can be called in TeX.
  var callNames: [String] { (Set(byName.keys).union(bySymbol.keys)).sorted() }
}
