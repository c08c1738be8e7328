public import Diagnostics

/// A slip in a formula that neither its units nor its examples would notice.
///
/// Found by making the slip and looking whether anything fails (mutation testing; DeMillo, Lipton
/// and Sayward 1978).
public struct UnnoticedSlip: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A plus for a minus, or the other way round.
    case sign
    /// A term that is left out.
    case term
    /// Another number.
    case number
  }

  public var kind: Kind
  /// What was changed, as "a plus for this minus".
  public var change: String
  /// The part of the TeX that was changed.
  public var span: SourceSpan
}

extension Formula {
  /// The slips that would pass all examples and the check of units.
  ///
  /// - Returns: by their place in the TeX; empty when the examples hold the formula fast.
  public func unnoticedSlips() -> [UnnoticedSlip] {
    let examples = examples.compactMap { try? FormulaExample(parsing: $0.text, formula: self) }
    return expression.slips.filter { slip in
      var changed = self
      changed.expression = slip.expression
      return !changed.isRefused(by: examples)
    }.map { UnnoticedSlip(kind: $0.kind, change: $0.change, span: $0.span) }
  }

  /// How many slips the formula offers, of all kinds together.
  public var slipCount: Int { expression.slips.count }

  private func isRefused(by examples: [FormulaExample]) -> Bool {
    var inference = UnitInference(parameters: parameters)
    guard let inferred = inference.unit(of: expression), inferred.accepts(declared: unit)
    else { return true }
    return examples.contains { !$0.holds(for: self) }
  }
}

extension Expression {
  fileprivate struct Slip {
    var kind: UnnoticedSlip.Kind
    var change: String
    var span: SourceSpan
    var expression: Expression
  }

  /// This expression with one thing changed, in every way.
  fileprivate var slips: [Slip] {
    var slips: [Slip] = []
    func add(_ kind: UnnoticedSlip.Kind, _ change: String, _ changed: Expression.Kind) {
      slips.append(
        Slip(kind: kind, change: change, span: span, expression: Expression(changed, span: span)))
    }
    switch self.kind {
    case .add(let a, let b):
      add(.sign, "a minus for this plus", .subtract(a, b))
      add(.term, "this sum without its last term", a.kind)
      add(.term, "this sum without its first term", b.kind)
    case .subtract(let a, let b):
      add(.sign, "a plus for this minus", .add(a, b))
      add(.term, "this difference without its last term", a.kind)
    case .negate(let a): add(.sign, "this without its minus", a.kind)
    case .number(let value):
      add(.number, "\((value + 1).shortDescription) for this number", .number(value + 1))
    default: break
    }
    for (index, part) in parts.enumerated() {
      for slip in part.slips {
        var changed = parts
        changed[index] = slip.expression
        slips.append(
          Slip(
            kind: slip.kind, change: slip.change, span: slip.span,
            expression: withParts(changed)))
      }
    }
    return slips
  }

  /// The same operation on other operands, given in the order of `parts`.
  private func withParts(_ new: [Expression]) -> Expression {
    let changed: Kind
    switch kind {
    case .number, .percent, .index, .parameter: changed = kind
    case .element(let parameter, _): changed = .element(parameter: parameter, index: new[0])
    case .negate: changed = .negate(new[0])
    case .add: changed = .add(new[0], new[1])
    case .subtract: changed = .subtract(new[0], new[1])
    case .multiply: changed = .multiply(new[0], new[1])
    case .divide: changed = .divide(new[0], new[1])
    case .power: changed = .power(new[0], exponent: new[1])
    case .logarithm: changed = .logarithm(base: new[0], new[1])
    case .root: changed = .root(degree: new.count > 1 ? new[0] : nil, new[new.count - 1])
    case .function(let function, _): changed = .function(function, new)
    case .apply(let formula, _): changed = .apply(formula, new)
    case .series(let series):
      changed = .series(
        Series(operation: series.operation, from: new[0], to: new[1], body: new[2]))
    case .cases(let branches):
      var rest = new[...]
      changed = .cases(
        branches.map { branch in
          let value = rest.removeFirst()
          let condition = branch.condition.map { old in
            Condition(
              first: rest.removeFirst(),
              rest: old.rest.map { ($0.comparison, rest.removeFirst()) }, span: old.span)
          }
          return Branch(value: value, condition: condition)
        })
    }
    return Expression(changed, span: span)
  }
}
