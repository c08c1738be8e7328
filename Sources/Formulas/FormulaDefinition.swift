public import Diagnostics
public import MathSyntax

/// What an author writes in a formula block, before it is compiled.
public struct FormulaDefinition: Sendable {
  public var name: String
  public var nameSpan: SourceSpan
  /// In the order of `where`.
  public var parameters: [FormulaParameter]
  public var unit: Unit
  public var unitSpan: SourceSpan
  public var math: MathList
  public var examples: [Example]
  public var source: String
  public var summary: String

  /// A worked example: a call and the value it must have.
  public struct Example: Sendable {
    /// `tflop_ratio(T: 32, …) = 0.5516 ± 0.0001`.
    public var text: String
    public var span: SourceSpan
    /// Where the value is printed; empty when it follows by arithmetic.
    public var source: String

    public init(text: String, span: SourceSpan, source: String = "") {
      self.text = text
      self.span = span
      self.source = source
    }
  }

  public init(
    name: String, nameSpan: SourceSpan, parameters: [FormulaParameter], unit: Unit,
    unitSpan: SourceSpan, math: MathList, examples: [Example] = [], source: String = "",
    summary: String = ""
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.parameters = parameters
    self.unit = unit
    self.unitSpan = unitSpan
    self.math = math
    self.examples = examples
    self.source = source
    self.summary = summary
  }

  /// Compiles the formula, checks its units and runs its examples.
  ///
  /// - Parameter library: the formulas it may call.
  /// - Returns: the formula, or nil when it cannot be evaluated; a formula whose units or examples
  ///   fail is returned, and the diagnostics say so.
  public func compile(with library: FormulaLibrary) -> (formula: Formula?, DiagnosticList) {
    var diagnostics = checkedNames()
    let (head, body) = splitDefinition()
    var builder = ExpressionBuilder(
      scope: ExpressionBuilder.Scope(parameters: parameters, formulas: library))
    let expression = builder.expression(of: body)
    diagnostics.append(contentsOf: builder.diagnostics)
    guard let expression else { return (nil, diagnostics) }

    var formula = Formula(
      name: name, symbol: nil, symbolParameters: [], parameters: parameters, unit: unit,
      expression: expression, source: source, summary: summary)
    if let head {
      let problem = formula.setHead(head)
      if let problem { diagnostics.append(problem) }
    }
    warnAboutUnused(expression, &diagnostics)
    checkUnits(expression, &diagnostics)
    // Examples would only repeat what wrong units have said already.
    if !diagnostics.hasErrors {
      for example in examples {
        let problem = FormulaExample.problem(with: example, of: formula)
        if let problem { diagnostics.append(problem) }
        formula.examples.append(
          Formula.Example(
            text: example.text, span: example.span, source: example.source,
            holds: problem == nil))
      }
    }
    return (formula, diagnostics)
  }

  private func checkedNames() -> DiagnosticList {
    var diagnostics = DiagnosticList()
    for (index, parameter) in parameters.enumerated() {
      if let earlier = parameters[..<index].first(where: { $0.name == parameter.name }) {
        diagnostics.append(
          Diagnostic(
            .error, "formula-symbol",
            "'\(parameter.symbol)' and '\(earlier.symbol)' are both named '\(parameter.name)'",
            at: parameter.span,
            related: [.init(message: "the other is declared here", span: earlier.span)]))
      }
    }
    return diagnostics
  }

  /// `L(n) = …` is a definition: what stands left of the only equals sign is the symbol.
  private func splitDefinition() -> (head: MathList?, body: MathList) {
    let equals = math.nodes.indices.filter { index in
      if case .symbol(let symbol) = math.nodes[index].kind {
        symbol.scalar == "=" && !symbol.isNegated
      } else {
        false
      }
    }
    guard equals.count == 1, let place = equals.first, place > 0 else { return (nil, math) }
    let left = Array(math.nodes[..<place])
    let right = Array(math.nodes[(place + 1)...])
    guard let first = right.first, let last = right.last else { return (nil, math) }
    return (
      MathList(left, span: left[0].span.union(left[left.count - 1].span)),
      MathList(right, span: first.span.union(last.span))
    )
  }

  private func checkUnits(_ expression: Expression, _ diagnostics: inout DiagnosticList) {
    var inference = UnitInference(parameters: parameters)
    let inferred = inference.unit(of: expression)
    diagnostics.append(contentsOf: inference.diagnostics)
    guard let inferred, !inferred.accepts(declared: unit) else { return }
    diagnostics.append(
      Diagnostic(
        .error, "unit-mismatch",
        "'\(name)' is declared in \(unit), but the formula gives \(inferred.unit)",
        at: expression.span,
        help: inferred.unit.factors.isEmpty && unit == .percent
          ? ["a percentage is not a fraction: multiply the fraction by 100\\%"] : [],
        related: [.init(message: "\(unit) is declared here", span: unitSpan)]))
  }

  private func warnAboutUnused(_ expression: Expression, _ diagnostics: inout DiagnosticList) {
    var used: Set<Int> = []
    expression.collectParameters(into: &used)
    for (position, parameter) in parameters.enumerated() where !used.contains(position) {
      diagnostics.append(
        .warning(
          "formula-unused", "'\(parameter.symbol)' does not appear in the formula",
          at: parameter.span))
    }
  }
}

extension Formula {
  /// Takes the symbol and its arguments from the left side; returns what is wrong with it.
  fileprivate mutating func setHead(_ head: MathList) -> Diagnostic? {
    var cursor = NodeCursor(head)
    guard let node = cursor.node, let symbol = SymbolName.of(node) else {
      return .error(
        "formula-syntax", "the left side of '=' is no symbol", at: head.span,
        help: "write it as L(n) = … or leave it away")
    }
    cursor.advance()
    if let parameter = parameters.first(where: { $0.name == symbol }) {
      return Diagnostic(
        .error, "formula-symbol", "'\(symbol)' is defined here and declared in 'where' as well",
        at: node.span,
        related: [.init(message: "it is declared here", span: parameter.span)])
    }
    self.symbol = symbol
    guard !cursor.atEnd else { return nil }
    var builder = ExpressionBuilder(
      scope: .init(parameters: parameters, formulas: FormulaLibrary()))
    guard let lists = builder.argumentLists(&cursor), cursor.atEnd else {
      return .error(
        "formula-syntax", "the left side of '=' is no symbol with arguments", at: head.span)
    }
    for list in lists {
      guard let argument = builder.expression(of: list) else { return builder.diagnostics.all[0] }
      guard case .parameter(let position) = argument.kind else {
        return .error("formula-syntax", "an argument of the left side is no symbol", at: list.span)
      }
      symbolParameters.append(position)
    }
    return nil
  }
}

extension Expression {
  /// The positions of the parameters that occur.
  fileprivate func collectParameters(into used: inout Set<Int>) {
    switch kind {
    case .number, .percent, .index: break
    case .parameter(let position): used.insert(position)
    case .element(let parameter, let index):
      used.insert(parameter)
      index.collectParameters(into: &used)
    default: for part in parts { part.collectParameters(into: &used) }
    }
  }

  /// The direct operands.
  var parts: [Expression] {
    switch kind {
    case .number, .percent, .index, .parameter: []
    case .element(_, let index): [index]
    case .negate(let a): [a]
    case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b),
      .divide(let a, let b), .power(let a, let b), .logarithm(let a, let b):
      [a, b]
    case .root(let degree, let radicand): (degree.map { [$0] } ?? []) + [radicand]
    case .function(_, let operands), .apply(_, let operands): operands
    case .series(let series): [series.from, series.to, series.body]
    case .cases(let branches):
      branches.flatMap { branch in
        [branch.value] + (branch.condition.map { [$0.first] + $0.rest.map(\.operand) } ?? [])
      }
    }
  }
}
