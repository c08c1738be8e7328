import CSQLite

/// How much one statement may cost before it is stopped.
public struct QueryLimits: Hashable, Sendable {
  /// Steps of SQLite's virtual machine: the same number on every machine, so a query that passes
  /// here passes everywhere. 400 million take some seconds.
  public var steps = 400_000_000
  /// Rows that a result may have.
  public var rows = 2_000_000
  /// Time after which a statement is stopped whose steps are few and long. A guard, not a measure:
  /// what comes near it on any machine is a mistake.
  public var seconds = 60.0
  /// The largest text that a statement may make. It also bounds the time of one step.
  public var valueBytes: Int32 = 1 << 20
  /// Memory of all databases of the process.
  public var heapBytes: Int64 = 2 << 30

  public init() {}
}

/// What an author's SQL may do: read tables, call functions, and that for a limited time.
///
/// Source: sqlite.org, "Defense Against The Dark Arts" and `sqlite3_set_authorizer`.
final class Sandbox {
  struct Read: Hashable, Comparable {
    var table: String
    var column: String

    static func < (a: Read, b: Read) -> Bool { (a.table, a.column) < (b.table, b.column) }
  }

  let limits: QueryLimits
  /// Whether our own statements run, which may write.
  var isOpen = false { didSet { limitTexts() } }
  /// Whether a statement runs that we made of an author's, with lists of records in it.
  var listsRecords = false { didSet { limitTexts() } }
  private var handle: OpaquePointer?
  private(set) var reads: Set<Read> = []
  private(set) var functions: Set<String> = []
  /// What was refused last, in the author's words.
  private(set) var refusal: String?
  /// The function of ours that failed last.
  private(set) var failedFunction: String?
  /// Calls of the report's functions, when somebody wants to know them.
  private(set) var calls: [(function: String, arguments: [CellValue], result: CellValue)]?
  private var steps = 0
  /// Steps that the statement at hand may take.
  var allowedSteps: Int
  private(set) var isOutOfSteps = false

  private var started = ContinuousClock.now
  private(set) var isOutOfTime = false

  /// Few enough that the time is looked at often, even when each step takes some milliseconds.
  static let stepsPerCall: Int32 = 200

  init(limits: QueryLimits) {
    self.limits = limits
    allowedSteps = limits.steps
  }

  /// Forgets what the statement before did.
  func begin() {
    reads = []
    functions = []
    refusal = nil
    failedFunction = nil
    steps = 0
    isOutOfSteps = false
    isOutOfTime = false
    started = .now
  }

  func install(on handle: OpaquePointer) {
    self.handle = handle
    limitTexts()
    let this = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_set_authorizer(handle, authorize, this)
    sqlite3_progress_handler(handle, Self.stepsPerCall, countSteps, this)
    sqlite3_hard_heap_limit64(limits.heapBytes)
  }

  private func limitTexts() {
    guard let handle else { return }
    sqlite3_limit(
      handle, SQLITE_LIMIT_LENGTH, isOpen || listsRecords ? 1 << 28 : limits.valueBytes)
  }

  /// Starts or ends the list of calls.
  func listCalls(_ isWanted: Bool) { calls = isWanted ? [] : nil }

  func note(_ function: String, _ arguments: [CellValue], _ result: CellValue) {
    calls?.append((function, arguments, result))
  }

  func noteFailure(of function: String) { failedFunction = function }

  fileprivate func judge(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
    if isOpen { return SQLITE_OK }
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_READ:
      let table = first ?? ""
      // Tables that describe the database or the machine, not the data.
      let lower = table.lowercased()
      if ["sqlite_", "pragma_"].contains(where: lower.hasPrefix)
        || ["dbstat", "bytecode", "tables_used"].contains(lower)
      {
        return refuse("reading the table '\(table)'")
      }
      reads.insert(Read(table: table, column: second ?? ""))
      return SQLITE_OK
    case SQLITE_FUNCTION:
      let name = (second ?? "").lowercased()
      if Self.forbiddenFunctions.contains(name) { return refuse("calling \(name)()") }
      functions.insert(name)
      return SQLITE_OK
    case SQLITE_PRAGMA: return refuse("PRAGMA")
    case SQLITE_ATTACH: return refuse("ATTACH")
    case SQLITE_DETACH: return refuse("DETACH")
    case SQLITE_INSERT: return refuse("INSERT")
    case SQLITE_UPDATE: return refuse("UPDATE")
    case SQLITE_DELETE: return refuse("DELETE")
    case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: return refuse("a transaction")
    default: return refuse("changing the database")
    }
  }

  private func refuse(_ what: String) -> Int32 {
    if refusal == nil { refusal = what }
    return SQLITE_DENY
  }

  /// Functions that reach outside the database, or whose value changes from run to run.
  private static let forbiddenFunctions: Set<String> = [
    "load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "random", "randomblob",
    "current_date", "current_time", "current_timestamp", "changes", "total_changes",
    "last_insert_rowid", "sqlite_version", "sqlite_source_id", "sqlite_compileoption_get",
    "sqlite_compileoption_used", "sqlite_log", "sqlite_offset", "zeroblob", "fts5",
    "fts5_source_id",
  ]

  fileprivate func shouldStop() -> Bool {
    guard !isOpen else { return false }
    steps += Int(Self.stepsPerCall)
    if steps > allowedSteps { isOutOfSteps = true }
    if started.duration(to: .now) > .seconds(limits.seconds) { isOutOfTime = true }
    return isOutOfSteps || isOutOfTime
  }
}

private func authorize(
  _ context: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _ database: UnsafePointer<CChar>?,
  _ view: UnsafePointer<CChar>?
) -> Int32 {
  let sandbox = Unmanaged<Sandbox>.fromOpaque(context!).takeUnretainedValue()
  return sandbox.judge(
    action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
}

private func countSteps(_ context: UnsafeMutableRawPointer?) -> Int32 {
  Unmanaged<Sandbox>.fromOpaque(context!).takeUnretainedValue().shouldStop() ? 1 : 0
}
