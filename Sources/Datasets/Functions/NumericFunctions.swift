#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Functions for tables of published numbers.
///
/// To add one: write it here and put its name in `all`.
enum NumericFunctions {
  static let all: [SQLFunction] = [meanOf, countOf, roundsTo]

  /// The mean of those arguments that have a value; missing when none has.
  static let meanOf = SQLFunction("mean_of", 1...127, signature: "mean_of(a, b, …)") {
    (arguments) throws(SQLFunction.Failure) in
    let numbers = try numbers(arguments, of: "mean_of")
    return numbers.isEmpty ? .null : .real(numbers.reduce(0, +) / Double(numbers.count))
  }

  /// How many of the arguments have a value.
  static let countOf = SQLFunction("count_of", 1...127, signature: "count_of(a, b, …)") {
    (arguments) throws(SQLFunction.Failure) in
    .integer(Int64(arguments.count { !$0.isNull }))
  }

  /// Whether a number is printed as `printed` when it is rounded to `digits` decimals: 71.4 stands
  /// for everything from 71.35 up to, but not including, 71.45.
  ///
  /// Without `digits` the text of `printed` says how many there are. With `within`, whether any
  /// number that far from x is printed so. Missing when an argument is.
  static let roundsTo = SQLFunction(
    "rounds_to", 2...4, signature: "rounds_to(x, printed[, digits[, within]])"
  ) { (arguments) throws(SQLFunction.Failure) in
    let values = Array(arguments)
    if values.contains(.null) { return .null }
    guard let x = values[0].number else {
      throw SQLFunction.Failure("argument 'x' of rounds_to must be a number, got '\(values[0])'")
    }
    let printed: Double
    var digits: Int
    switch values[1] {
    case .text(let text):
      guard let value = Double(text) else {
        throw SQLFunction.Failure("argument 'printed' of rounds_to is no number: '\(text)'")
      }
      printed = value
      digits = text.split(separator: ".", maxSplits: 1).dropFirst().first?.utf8.count ?? 0
    default:
      printed = values[1].number ?? 0
      digits = 0
      guard values.count > 2 else {
        throw SQLFunction.Failure(
          "rounds_to needs 'digits' when 'printed' is a number: 71.0 and 71 look alike")
      }
    }
    if values.count > 2 {
      guard let given = values[2].number, given == given.rounded(), (0...15).contains(given) else {
        throw SQLFunction.Failure(
          "argument 'digits' of rounds_to must be a whole number from 0 to 15, got \(values[2])")
      }
      digits = Int(given)
    }
    guard values.count == 4 else {
      return .integer(rounds(x, to: printed, digits: digits) ? 1 : 0)
    }
    guard let within = values[3].number, within >= 0, within.isFinite else {
      throw SQLFunction.Failure(
        "argument 'within' of rounds_to must be a number from 0 up, got \(values[3])")
    }
    // The number nearest to the interval of what is printed.
    let nearest = Swift.max(x - within, Swift.min(x + within, printed))
    return .integer(rounds(nearest, to: printed, digits: digits) ? 1 : 0)
  }

  /// - Parameter digits: decimals that `printed` shows.
  static func rounds(_ x: Double, to printed: Double, digits: Int) -> Bool {
    if printed == 0 { return abs(x) < 0.5 / pow(10, Double(digits)) }
    let half = 0.5 / pow(10, Double(digits))
    // Ties go away from zero; what stands a few last places below one is taken for the tie.
    let size = printed < 0 ? -printed : printed
    let value = printed < 0 ? -x : x
    let slack = 8 * max(size, half).ulp
    return value >= size - half - slack && value < size + half - slack
  }

  private static func numbers(
    _ arguments: ArraySlice<CellValue>, of function: String
  ) throws(SQLFunction.Failure) -> [Double] {
    var numbers: [Double] = []
    for (index, argument) in arguments.enumerated() where !argument.isNull {
      guard let number = argument.number else {
        throw SQLFunction.Failure(
          "argument \(index + 1) of \(function) must be a number, got the text '\(argument)'")
      }
      numbers.append(number)
    }
    return numbers
  }
}
