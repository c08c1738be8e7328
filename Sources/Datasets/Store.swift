import Configuration
public import Diagnostics
import Formulas
import Synchronization

/// The data of a project: its tables in an SQLite database in memory, its queries, its functions.
///
/// After loading, SQL can read and nothing else (see `Sandbox`). All access is serialised.
public final class Store: Sendable {
  /// The state behind the lock.
  struct State: ~Copyable {
    let connection: Connection
    let countingUnits: [String]
    /// Tables as loaded, by lower-case name.
    var tables: [String: LoadedTable] = [:]
    /// Names of the resources, in the order of the package.
    var tableOrder: [String] = []
    var corrections: [String: [ErrataApplier.Correction]] = [:]
    var errata: [Erratum] = []
    /// Tables whose files have errors, lower case.
    var faultyTables: Set<String> = []
    /// Cells that break their schema: rows from 0 and fields by table, lower case.
    var faultyCells: [String: [Int: Set<Int>]] = [:]
    /// Tables of the package that could not be read as such: their files are missing, or their
    /// headers or bytes are not what the package says; lower case.
    var unreadTables: Set<String> = []
    /// Whether the package could not be read: then nobody knows which tables there are.
    var lacksPackage = false
    /// Views by lower-case name.
    var views: [String: View] = [:]
    var viewOrder: [String] = []
    /// Functions of the report and how they are called, by lower-case name.
    var signatures: [String: (name: String, signature: String)] = [:]
    /// Formulas with errors, which are no functions therefore; lower case.
    var brokenFunctions: Set<String> = []
    /// Names and units of the parameters of formulas' functions, by lower-case name.
    var parameterUnits: [String: [(name: String, unit: Unit?)]] = [:]
    /// What such functions give, where their authors say.
    var resultUnits: [String: Unit] = [:]
    /// The columns of tables and queries with their units, when somebody asked, by lower-case name.
    var measuredColumns: [String: [UnitReader.Column]] = [:]
    /// What was found in statements that run.
    var warnings: [Diagnostic] = []
    var columnsOfView: [String: [String]] = [:]
    /// Tables whose rows stand in columns only; lower case.
    var unstoredTables: Set<String> = []
    var keptViews = KeptViews()
    /// Compiled statements that look values up.
    var lookups = Lookups()
    /// Whether queries join the rows of several, somewhere in what they read; by lower-case name.
    var compoundViews: [String: Bool] = [:]
    /// Values of stored columns, as far as they were looked at.
    var storedValues: [ColumnOrigin: Set<CellValue>] = [:]
    /// Their printed decimals, in the same way.
    var decimalsOfView: [String: [String: Int]] = [:]
    /// Tells the records behind results; nil until somebody asks, and when queries are added.
    var lineageRewriter: LineageRewriter?
    /// Tables by their number in the rewriter's texts.
    var lineageTables: [String]?
    /// How many rewriters there were: their temporary tables must not meet.
    var lineageGeneration = 0
  }

  struct View {
    /// As the author wrote it.
    var definition: ViewDefinition
    /// As it is run.
    var query: Query
    /// Lower-case names that its text mentions.
    var mentions: Set<String>
    var state = Progress.declared

    enum Progress { case declared, ready, broken }
  }

  let sources: SourceMap
  /// What the project counts besides the units that are known.
  public let countingUnits: [String]
  // SQLite is used under this lock only, so its handle may cross threads.
  private let state: Mutex<State>

  /// An empty database with the numeric functions.
  public init(
    sources: SourceMap, countingUnits: [String] = [], limits: QueryLimits = QueryLimits()
  ) throws(SQLiteError) {
    self.sources = sources
    self.countingUnits = countingUnits
    let connection = try Connection(limits: limits)
    var state = State(connection: connection, countingUnits: countingUnits)
    for function in NumericFunctions.all + (try DateFunctions.all()) {
      try state.register(function)
    }
    for aggregate in Aggregates.all + ObjectiveFunctions.aggregates {
      try state.register(aggregate)
    }
    for function in ObjectiveFunctions.rows { try state.register(function) }
    self.state = Mutex(state)
  }

  func withState<R: Sendable, E: Error>(
    _ body: (inout State) throws(E) -> R
  ) throws(E) -> R {
    try state.withLock { state throws(E) in try body(&state) }
  }

  /// Makes a function known to SQL.
  public func register(_ function: SQLFunction) throws(SQLiteError) {
    try withState { (state) throws(SQLiteError) in try state.register(function) }
  }

  /// Makes an aggregate function known to SQL.
  public func register(_ aggregate: SQLAggregate) throws(SQLiteError) {
    try withState { (state) throws(SQLiteError) in try state.register(aggregate) }
  }

  /// Remembers a function that is not there because its formula has errors: what calls it is not
  /// worth reporting.
  public func note(brokenFunction name: String) {
    withState { _ = $0.brokenFunctions.insert(name.lowercased()) }
  }

  /// Names of all tables, in the order of the package.
  public var tableNames: [String] { withState { $0.tableOrder } }

  /// Names of all queries, in the order of their definition.
  public var viewNames: [String] { withState { $0.viewOrder } }

  public var functionNames: [String] { withState { $0.signatures.values.map(\.name).sorted() } }

  /// All corrections that were applied, in the order of the errata file.
  public var errata: [Erratum] { withState { $0.errata } }

  /// Remembers that the package is not there: nobody knows which tables it would have.
  public func noteUnreadPackage() { withState { $0.lacksPackage = true } }

  /// The tables among those that a statement read whose files have errors: what follows from them
  /// is not worth reporting.
  public func faultyTables(in provenance: Provenance) -> [String] {
    withState { state in
      provenance.tables.filter { name in
        state.table(name).map { state.faultyTables.contains($0.name.lowercased()) } ?? false
      }
    }
  }

  /// The columns of a table or query; nil when there is none of that name.
  public func columns(of name: String) -> [String]? {
    withState { $0.columns(of: name) }
  }

  /// How many rows a table of the package has, also as printed; nil when there is none.
  public func rowCount(of table: String) -> Int? {
    withState { $0.table(table)?.rowOffsets.count }
  }

  /// Takes a query in under its name. Its SQL is looked at by `compileViews`, so queries may be
  /// defined in any order.
  ///
  /// - Throws: when the name is taken or no name.
  public func define(_ view: ViewDefinition) throws(DiagnosticList) {
    try withState { (state) throws(DiagnosticList) in try state.define(view) }
  }

  /// Compiles all queries defined since the last call.
  ///
  /// - Returns: every error in their SQL, each at its place. A query that only suffers from errors
  ///   in another is not reported.
  public func compileViews() -> DiagnosticList { withState { $0.compileViews() } }

  /// What was found since the last call in statements that run and yet may not mean what they say.
  public func takeWarnings() -> DiagnosticList {
    withState { state in
      defer { state.warnings = [] }
      return DiagnosticList(state.warnings)
    }
  }

  /// For each column of a query how far its values may be off because the numbers that they are
  /// computed from were rounded when they were printed; nil where that is not known.
  public func uncertainties(of query: Query) -> [Double?]? {
    withState { $0.uncertainties(ofStatement: query.sql) }
  }

  /// Runs a query.
  ///
  /// - Throws: the error at its place in the query's text. When the query reads another that has
  ///   errors of its own, only a note, for those are reported already.
  public func run(_ query: Query) throws(DiagnosticList) -> ResultTable {
    try withState { (state) throws(DiagnosticList) in try state.run(query) }
  }
}

extension Store.State {
  mutating func register(_ function: SQLFunction) throws(SQLiteError) {
    try connection.register(function)
    signatures[function.name.lowercased()] = (function.name, function.signature)
  }

  mutating func register(_ function: SQLRowFunction) throws(SQLiteError) {
    try connection.register(function)
    signatures[function.name.lowercased()] = (function.name, function.signature)
  }

  mutating func register(_ aggregate: SQLAggregate) throws(SQLiteError) {
    try connection.register(aggregate)
    signatures[aggregate.name.lowercased()] = (aggregate.name, aggregate.signature)
  }

  /// The resource that a table's name stands for, also with the ending `_printed`.
  func table(_ name: String) -> LoadedTable? {
    let lower = name.lowercased()
    if let table = tables[lower] { return table }
    return Self.nameWithoutPrinted(lower).flatMap { tables[$0] }
  }

  /// What the tables of values as printed are called behind their own name.
  static let printedSuffix = "_printed"

  /// `scores` of `scores_printed`; nil for another name.
  static func nameWithoutPrinted(_ lower: String) -> String? {
    lower.hasSuffix(printedSuffix) ? String(lower.dropLast(printedSuffix.count)) : nil
  }

  /// Whether what a name stands for is not there because the data could not be read.
  func isUnread(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lacksPackage || unreadTables.contains(lower)
      || Self.nameWithoutPrinted(lower).map(unreadTables.contains) ?? false
  }

  mutating func columns(of name: String) -> [String]? {
    if let table = table(name) { return table.fields.map(\.name.value) }
    let lower = name.lowercased()
    if let known = columnsOfView[lower] { return known }
    guard let view = views[lower], view.state == .ready else { return nil }
    let wasOpen = connection.sandbox.isOpen
    connection.sandbox.isOpen = true
    defer { connection.sandbox.isOpen = wasOpen }
    guard
      let statement = try? Statement(
        connection, "SELECT * FROM \(quotedIdentifier(view.definition.name))")
    else { return nil }
    let names = (0..<statement.columnCount).map { statement.columnName($0) }
    columnsOfView[lower] = names
    for index in names.indices {
      let column = column(statement, index)
      decimalsOfView[lower, default: [:]][names[index].lowercased()] = column.decimals
    }
    return names
  }
}
