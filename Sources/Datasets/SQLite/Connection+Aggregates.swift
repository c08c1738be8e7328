import CSQLite

/// A function of all rows of a group.
public struct SQLAggregate: Sendable {
  /// What the value of a group is made from.
  public enum Evaluation: Sendable {
    /// Rows of numbers; a row is left out when one of its arguments is missing.
    case numbers(@Sendable ([[Double]]) throws(SQLFunction.Failure) -> CellValue)
    /// All rows as they are.
    case cells(@Sendable ([[CellValue]]) throws(SQLFunction.Failure) -> CellValue)
  }

  public var name: String
  /// −1 for any number.
  public var argumentCount: Int
  /// `median(x)`, as help texts show it.
  public var signature: String
  /// Gets the rows of a group in the order in which SQLite visits them.
  public var evaluation: Evaluation

  /// - Parameter evaluate: a pure function that does not depend on the order of the rows.
  public init(
    _ name: String, _ argumentCount: Int, signature: String,
    evaluate: @escaping @Sendable ([[Double]]) throws(SQLFunction.Failure) -> CellValue
  ) {
    self.name = name
    self.argumentCount = argumentCount
    self.signature = signature
    evaluation = .numbers(evaluate)
  }

  /// A function of any number of arguments, texts and missing values among them.
  ///
  /// - Parameter evaluate: a pure function that does not depend on the order of the rows.
  public init(
    _ name: String, signature: String,
    evaluatingCells evaluate:
      @escaping @Sendable ([[CellValue]]) throws(SQLFunction.Failure) -> CellValue
  ) {
    self.name = name
    argumentCount = -1
    self.signature = signature
    evaluation = .cells(evaluate)
  }
}

private final class AggregateFunction: SandboxedFunction {
  let aggregate: SQLAggregate

  init(_ aggregate: SQLAggregate, _ sandbox: Sandbox) {
    self.aggregate = aggregate
    super.init(aggregate.name, sandbox)
  }
}

/// The rows of one group.
private final class GroupRows {
  var rows: [[Double]] = []
  var cells: [[CellValue]] = []
  var failure: String?
}

extension Connection {
  /// Makes an aggregate function known to SQL.
  func register(_ aggregate: SQLAggregate) throws(SQLiteError) {
    let held = AggregateFunction(aggregate, sandbox).retained()
    let code = sqlite3_create_function_v2(
      handle, aggregate.name, Int32(aggregate.argumentCount),
      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, held, nil, stepAggregate,
      finishAggregate, releaseFunction)
    guard code == SQLITE_OK else { throw error("registering \(aggregate.name)()", code) }
  }
}

/// SQLite keeps a pointer's worth of memory for each group; it is zero at first.
private func group(_ context: OpaquePointer?, create: Bool) -> GroupRows? {
  let size = Int32(MemoryLayout<UnsafeMutableRawPointer?>.size)
  guard let memory = sqlite3_aggregate_context(context, create ? size : 0) else { return nil }
  let slot = memory.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
  if let held = slot.pointee { return Unmanaged<GroupRows>.fromOpaque(held).takeUnretainedValue() }
  let rows = GroupRows()
  slot.pointee = Unmanaged.passRetained(rows).toOpaque()
  return rows
}

private func stepAggregate(
  _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  let aggregate = AggregateFunction.called(in: context).aggregate
  guard let group = group(context, create: true) else {
    sqlite3_result_error_nomem(context)
    return
  }
  if case .cells = aggregate.evaluation {
    group.cells.append((0..<Int(count)).map { cellValue(values?[$0]) })
    return
  }
  var row: [Double] = []
  for index in 0..<Int(count) {
    let value = cellValue(values?[index])
    if value.isNull { return }
    guard let number = value.number else {
      group.failure =
        group.failure
        ?? "argument \(index + 1) of \(aggregate.name) must be a number, got the text '\(value)'"
      return
    }
    row.append(number)
  }
  group.rows.append(row)
}

private func finishAggregate(_ context: OpaquePointer?) {
  let called = AggregateFunction.called(in: context)
  let rows = group(context, create: false)
  // Balances the retain of the first row.
  defer { if let rows { Unmanaged.passUnretained(rows).release() } }
  called.answer(context) { () throws(SQLFunction.Failure) in
    if let failure = rows?.failure { throw SQLFunction.Failure(failure) }
    switch called.aggregate.evaluation {
    case .numbers(let evaluate): return try evaluate(rows?.rows ?? [])
    case .cells(let evaluate): return try evaluate(rows?.cells ?? [])
    }
  }
}
