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

private final class AggregateBox {
  let aggregate: SQLAggregate
  unowned let sandbox: Sandbox

  init(_ aggregate: SQLAggregate, _ sandbox: Sandbox) {
    self.aggregate = aggregate
    self.sandbox = sandbox
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
    let box = Unmanaged.passRetained(AggregateBox(aggregate, sandbox)).toOpaque()
    let code = sqlite3_create_function_v2(
      handle, aggregate.name, Int32(aggregate.argumentCount),
      SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, box, nil, stepAggregate,
      finishAggregate, releaseAggregate)
    guard code == SQLITE_OK else { throw error("registering \(aggregate.name)()", code) }
  }
}

private func releaseAggregate(_ box: UnsafeMutableRawPointer?) {
  if let box { Unmanaged<AggregateBox>.fromOpaque(box).release() }
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
  let box = Unmanaged<AggregateBox>.fromOpaque(sqlite3_user_data(context)!).takeUnretainedValue()
  guard let group = group(context, create: true) else {
    sqlite3_result_error_nomem(context)
    return
  }
  if case .cells = box.aggregate.evaluation {
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
        ?? "argument \(index + 1) of \(box.aggregate.name) must be a number, got the text '\(value)'"
      return
    }
    row.append(number)
  }
  group.rows.append(row)
}

private func finishAggregate(_ context: OpaquePointer?) {
  let box = Unmanaged<AggregateBox>.fromOpaque(sqlite3_user_data(context)!).takeUnretainedValue()
  let rows = group(context, create: false)
  // Balances the retain of the first row.
  defer { if let rows { Unmanaged.passUnretained(rows).release() } }
  do throws(SQLFunction.Failure) {
    if let failure = rows?.failure { throw SQLFunction.Failure(failure) }
    let value: CellValue
    switch box.aggregate.evaluation {
    case .numbers(let evaluate): value = try evaluate(rows?.rows ?? [])
    case .cells(let evaluate): value = try evaluate(rows?.cells ?? [])
    }
    switch value {
    case .real(let real) where real.isFinite: sqlite3_result_double(context, real)
    case .integer(let integer): sqlite3_result_int64(context, integer)
    case .real: throw SQLFunction.Failure("\(box.aggregate.name) gives no finite number")
    case .null, .text: sqlite3_result_null(context)
    }
  } catch {
    box.sandbox.noteFailure(of: box.aggregate.name)
    sqlite3_result_error(context, error.message, Int32(error.message.utf8.count))
  }
}
