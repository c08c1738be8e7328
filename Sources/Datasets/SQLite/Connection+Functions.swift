import CSQLite

/// A function that SQL can call.
public struct SQLFunction: Sendable {
  /// Why a function has no value at its arguments, as a sentence that names it.
  public struct Failure: Error, Sendable {
    public var message: String

    public init(_ message: String) { self.message = message }
  }

  public var name: String
  public var argumentCounts: ClosedRange<Int>
  /// `rounds_to(x, printed[, digits])`, as help texts show it.
  public var signature: String
  public var evaluate: @Sendable (ArraySlice<CellValue>) throws(Failure) -> CellValue

  /// - Parameter evaluate: a pure function of its arguments: SQLite calls it as often as it likes.
  public init(
    _ name: String, _ argumentCounts: ClosedRange<Int>, signature: String,
    evaluate: @escaping @Sendable (ArraySlice<CellValue>) throws(Failure) -> CellValue
  ) {
    self.name = name
    self.argumentCounts = argumentCounts
    self.signature = signature
    self.evaluate = evaluate
  }
}

private final class ScalarFunction: SandboxedFunction {
  let function: SQLFunction
  /// Values that were computed. Named queries run again for each sentence that reads them, and the
  /// same models and schedules come back every time.
  private var known: [[CellValue]: CellValue] = [:]

  /// Above this the arguments are a large table's, which repeat too seldom.
  private static let mostKnown = 20_000

  init(_ function: SQLFunction, _ sandbox: Sandbox) {
    self.function = function
    super.init(function.name, sandbox)
  }

  /// The function's value. Reading a name or a schedule costs more than finding it again; arithmetic
  /// costs less.
  func value(_ arguments: [CellValue]) throws(SQLFunction.Failure) -> CellValue {
    guard arguments.contains(where: { $0.text != nil }) else {
      return try function.evaluate(arguments[...])
    }
    if let value = known[arguments] { return value }
    let value = try function.evaluate(arguments[...])
    if known.count < Self.mostKnown { known[arguments] = value }
    return value
  }
}

extension Connection {
  /// Makes a function known to SQL; a later one of its name takes the place of the earlier where both
  /// take equally many arguments.
  func register(_ function: SQLFunction) throws(SQLiteError) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    // With its counts SQLite refuses other calls before a row is read; -1 stands for many counts.
    let counts =
      function.argumentCounts.count <= 8 ? function.argumentCounts.map(Int32.init) : [-1]
    for count in counts {
      let held = ScalarFunction(function, sandbox).retained()
      let code = sqlite3_create_function_v2(
        handle, function.name, count, flags, held, callFunction, nil, nil, releaseFunction)
      guard code == SQLITE_OK else { throw error("registering \(function.name)()", code) }
    }
  }
}

private func callFunction(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  let called = ScalarFunction.called(in: context)
  let function = called.function
  called.answer(context) { () throws(SQLFunction.Failure) in
    guard function.argumentCounts.contains(Int(count)) else {
      throw SQLFunction.Failure(
        "\(function.name) got \(count) argument\(count == 1 ? "" : "s"): \(function.signature)")
    }
    let arguments = (0..<Int(count)).map { cellValue(values?[$0]) }
    let result = try called.value(arguments)
    if called.sandbox.calls != nil { called.sandbox.note(function.name, arguments, result) }
    return result
  }
}

func cellValue(_ value: OpaquePointer?) -> CellValue {
  switch sqlite3_value_type(value) {
  case SQLITE_INTEGER: return .integer(sqlite3_value_int64(value))
  case SQLITE_FLOAT: return .real(sqlite3_value_double(value))
  case SQLITE_NULL: return .null
  default:
    guard let text = sqlite3_value_text(value) else { return .text("") }
    let count = Int(sqlite3_value_bytes(value))
    return .text(String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
  }
}
