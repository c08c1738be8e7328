public import Diagnostics

/// A formula at given arguments, taken apart: what each part of it is worth, and how much the result
/// moves with each argument.
public struct FormulaExplanation: Sendable {
  /// One part of the expression; symbols and numbers are no parts.
  public struct Part: Sendable {
    /// How deep it is nested; the whole formula is 0.
    public var depth: Int
    /// "sum", "product", "power", "number", "T".
    public var operation: String
    public var span: SourceSpan
    /// Nil inside of a sum or product over an index, where it varies.
    public var value: Double?
    public var unit: Unit?
  }

  /// The result when one argument is changed and the others stay.
  public struct Sensitivity: Sendable {
    public var parameter: FormulaParameter
    /// As given.
    public var argument: String
    /// By how much it was changed: "10 %", or "1" where only whole numbers make sense.
    public var step: String
    /// The change of the result in per cent when the argument falls and rises; nil where the
    /// formula has no value.
    public var falling: Double?
    public var rising: Double?
  }

  public var formula: Formula
  public var arguments: [FormulaArgument]
  public var value: Double
  public var parts: [Part]
  public var sensitivities: [Sensitivity]
}

extension Formula {
  /// Reads arguments as tests write them: `T: 32, K: 2, n: "576x2;288x30"`.
  ///
  /// - Throws: what is wrong with the text, without a place.
  public func arguments(parsing text: String) throws(DiagnosticList) -> [FormulaArgument] {
    do throws(ExampleError) {
      return try FormulaExample(parsing: "\(name)(\(text)) = 0", formula: self).arguments
    } catch {
      throw DiagnosticList([
        Diagnostic(
          .error, "formula-arguments",
          error.message.hasPrefix("the test ")
            ? "the call " + error.message.dropFirst("the test ".count) : error.message, at: nil,
          help: error.help)
      ])
    }
  }

  /// The arguments of that example at which the result depends on most of them; nil when there is
  /// none.
  public var exampleArguments: [FormulaArgument]? {
    let candidates = examples.compactMap {
      try? FormulaExample(parsing: $0.text, formula: self).arguments
    }
    let counts = candidates.map { arguments in
      guard let value = try? value(at: arguments) else { return 0 }
      return parameters.indices.count { position in
        let found = sensitivity(to: position, at: arguments, value)
        return abs(found.falling ?? 0) > 1e-9 || abs(found.rising ?? 0) > 1e-9
      }
    }
    return counts.max().flatMap { counts.firstIndex(of: $0) }.map { candidates[$0] }
  }

  /// Takes the formula apart at some arguments.
  ///
  /// - Throws: where it has no value.
  public func explanation(
    at arguments: [FormulaArgument]
  ) throws(FormulaError) -> FormulaExplanation {
    let value = try value(at: arguments)
    var parts: [FormulaExplanation.Part] = []
    collect(expression, depth: 0, at: coherent(arguments), isVarying: false, into: &parts)
    parts[0].value = value
    parts[0].unit = unit
    return FormulaExplanation(
      formula: self, arguments: arguments, value: value, parts: parts,
      sensitivities: parameters.indices.map { sensitivity(to: $0, at: arguments, value) })
  }

  private func collect(
    _ part: Expression, depth: Int, at coherent: [FormulaArgument], isVarying: Bool,
    into parts: inout [FormulaExplanation.Part]
  ) {
    let measured = isVarying ? nil : measured(part, at: coherent)
    parts.append(
      FormulaExplanation.Part(
        depth: depth, operation: part.operation(parameters), span: part.span,
        value: measured?.value, unit: measured?.unit))
    var isSeries = false
    if case .series = part.kind { isSeries = true }
    for (index, operand) in part.operands.enumerated() where !operand.isAtom {
      // The bounds of a sum are fixed; its body varies.
      collect(
        operand, depth: depth + 1, at: coherent, isVarying: isVarying || isSeries && index == 2,
        into: &parts)
    }
  }

  /// What a part is worth, in the units that the parameters are declared in.
  func measured(
    _ part: Expression, at coherent: [FormulaArgument]
  ) -> (value: Double?, unit: Unit?) {
    var inference = UnitInference(parameters: parameters)
    let unit = inference.unit(of: part)?.unit.asWritten
    let value = try? coherentValue(of: part, at: coherent)
    return (value.map { $0 / (unit?.scale ?? 1) }, unit)
  }

  private func sensitivity(
    to position: Int, at arguments: [FormulaArgument], _ value: Double
  ) -> FormulaExplanation.Sensitivity {
    let parameter = parameters[position]
    func change(_ argument: FormulaArgument) -> Double? {
      var changed = arguments
      changed[position] = argument
      guard domainViolation(of: changed) == nil, let result = try? self.value(at: changed) else {
        return nil
      }
      return value == 0 ? nil : 100 * (result - value) / abs(value)
    }
    switch arguments[position] {
    case .schedule(let schedule):
      return FormulaExplanation.Sensitivity(
        parameter: parameter, argument: schedule.description, step: "10 %",
        falling: change(.schedule(schedule.scaled(by: 0.9))),
        rising: change(.schedule(schedule.scaled(by: 1.1))))
    case .number(let number):
      let isProportional =
        !parameter.mustBeWhole && number != 0
        && (change(.number(0.9 * number)) != nil || change(.number(1.1 * number)) != nil)
      let step = isProportional ? abs(number) / 10 : 1
      return FormulaExplanation.Sensitivity(
        parameter: parameter, argument: number.shortDescription,
        step: isProportional ? "10 %" : "1", falling: change(.number(number - step)),
        rising: change(.number(number + step)))
    }
  }
}

extension Expression {
  /// A symbol or a number, which has no parts.
  fileprivate var isAtom: Bool {
    switch kind {
    case .number, .percent, .parameter, .index: true
    default: false
    }
  }

  /// The operands, those of sums of sums and of products of products side by side.
  fileprivate var operands: [Expression] {
    switch kind {
    case .add: parts.flatMap { if case .add = $0.kind { $0.operands } else { [$0] } }
    case .multiply: parts.flatMap { if case .multiply = $0.kind { $0.operands } else { [$0] } }
    default: parts
    }
  }

  /// What the part does, in a word.
  fileprivate func operation(_ parameters: [FormulaParameter]) -> String {
    switch kind {
    case .number: "number"
    case .percent: "per cent"
    case .parameter(let position): parameters[position].name
    case .element(let parameter, _): "\(parameters[parameter].name) in a layer"
    case .index: "index"
    case .negate: "negative"
    case .add: "sum"
    case .subtract: "difference"
    case .multiply: "product"
    case .divide: "quotient"
    case .power: "power"
    case .root: "root"
    case .function(let function, _): function.rawValue
    case .logarithm: "logarithm"
    case .series(let series): series.operation == .sum ? "sum over" : "product over"
    case .cases: "cases"
    case .apply(let formula, _): formula.name
    }
  }
}
