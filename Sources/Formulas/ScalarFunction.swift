/// A value that goes into or comes out of a function that SQL and prose can call.
public enum ScalarValue: Hashable, Sendable {
  case missing
  case number(Double)
  case text(String)

  /// The number, when it is one.
  public var number: Double? {
    if case .number(let value) = self { value } else { nil }
  }
}

/// A function of scalars: what SQL registers, what `{value}` calls, what `report explain` prints.
///
/// A missing (NULL) argument gives a missing result, as in SQL.
public struct ScalarFunction: Sendable {
  /// One argument: what it is called, what it means and what it is measured in.
  public struct Parameter: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// A number of this unit.
      case number(Unit)
      /// A name, or a schedule such as `576x2;288x30`.
      case text
    }

    public var name: String
    public var kind: Kind
    public var isOptional: Bool
    /// What it is, in a few words.
    public var summary: String

    public init(_ name: String, _ kind: Kind, isOptional: Bool = false, summary: String) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
      self.summary = summary
    }
  }

  public var name: String
  public var parameters: [Parameter]
  /// The unit of the result.
  public var unit: Unit
  /// One sentence: what it computes.
  public var summary: String
  /// The paper, repository or rule it follows.
  public var source: String
  /// Computes the value. Gets as many arguments as were given, between `minimumArgumentCount` and
  /// `parameters.count`, numbers checked to be numbers and text to be text.
  public var body: @Sendable ([ScalarValue]) throws(ScalarFunctionError) -> ScalarValue

  public init(
    name: String, parameters: [Parameter], unit: Unit, summary: String, source: String,
    body: @escaping @Sendable ([ScalarValue]) throws(ScalarFunctionError) -> ScalarValue
  ) {
    self.name = name
    self.parameters = parameters
    self.unit = unit
    self.summary = summary
    self.source = source
    self.body = body
  }

  public var minimumArgumentCount: Int {
    (parameters.lastIndex { !$0.isOptional } ?? -1) + 1
  }

  /// `prefill_flops(model, schedule[, extra_tokens])`, as help texts show it.
  public var signature: String {
    var text = "\(name)("
    for (index, parameter) in parameters.enumerated() {
      let separator = index == 0 ? "" : ", "
      text += parameter.isOptional ? "[\(separator)\(parameter.name)]" : separator + parameter.name
    }
    return text + ")"
  }

  /// The function's value at these arguments.
  ///
  /// - Throws: `ScalarFunctionError` for a wrong count or kind of arguments and for a value outside
  ///   the function's domain; the error names the function and the argument.
  public func callAsFunction(_ arguments: [ScalarValue]) throws(ScalarFunctionError) -> ScalarValue
  {
    guard (minimumArgumentCount...parameters.count).contains(arguments.count) else {
      throw ScalarFunctionError(
        function: name, argument: nil,
        message: "takes \(argumentCountText), got \(arguments.count): \(signature)")
    }
    for (parameter, argument) in zip(parameters, arguments) {
      switch (parameter.kind, argument) {
      case (.number, .number(let value)):
        guard value.isFinite else {
          throw ScalarFunctionError(
            function: name, argument: parameter.name, message: "is not a finite number")
        }
      case (.text, .text), (_, .missing): break
      case (.number(let unit), .text(let text)):
        throw ScalarFunctionError(
          function: name, argument: parameter.name,
          message: "must be a number\(unit.isOne ? "" : " of \(unit)"), got the text '\(text)'")
      case (.text, .number(let value)):
        throw ScalarFunctionError(
          function: name, argument: parameter.name,
          message: "must be a text, got the number \(value.shortDescription)")
      }
    }
    if arguments.contains(.missing) { return .missing }
    return try body(arguments)
  }

  private var argumentCountText: String {
    let least = minimumArgumentCount
    let most = parameters.count
    if least == most { return "\(most) argument\(most == 1 ? "" : "s")" }
    return "\(least) to \(most) arguments"
  }
}

/// Why a scalar function has no value at its arguments.
public struct ScalarFunctionError: Error, Sendable, Hashable, CustomStringConvertible {
  public var function: String
  /// The argument at fault; nil when it is the call as a whole.
  public var argument: String?
  /// What is wrong with it, so that "argument 'model' of f …" makes a sentence.
  public var message: String

  public init(function: String, argument: String?, message: String) {
    self.function = function
    self.argument = argument
    self.message = message
  }

  public var description: String {
    if let argument {
      "argument '\(argument)' of \(function) \(message)"
    } else {
      "\(function) \(message)"
    }
  }
}
