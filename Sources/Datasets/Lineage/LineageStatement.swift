import CSQLite

/// A rewritten statement, compiled, with what is known of each of its columns.
struct LineageStatement {
  typealias Row = (values: [CellValue], records: [[String: Set<Int>]])

  /// For each column the stored columns behind it, sorted.
  let origins: [[ColumnOrigin]]
  private let statement: Statement
  /// Where the values stand, and where the records of each.
  private var visible: [Int] = []
  private let hidden: [Int?]

  /// - Throws: when the statement does not compile or has other columns than it should.
  init(
    _ connection: Connection, _ sql: [UInt8], _ columns: [LineageRewriter.Column]
  ) throws(StatementFailure) {
    connection.sandbox.begin()
    statement = try Statement(connection, sql)
    var places: [String: Int] = [:]
    for index in 0..<statement.columnCount {
      let name = statement.columnName(index)
      if name.hasPrefix(LineageRewriter.hiddenPrefix) {
        places[name] = index
      } else {
        visible.append(index)
      }
    }
    guard visible.count == columns.count else {
      throw StatementFailure(code: SQLITE_ERROR, message: "columns differ", offset: nil)
    }
    hidden = columns.map { column in column.hidden.flatMap { places[$0] } }
    origins = columns.map { $0.origins.sorted() }
  }

  var parameterCount: Int { statement.parameterCount }

  /// Runs the statement.
  ///
  /// - Parameters:
  ///   - literals: what its parameters stand for.
  ///   - tables: the names of the tables by their numbers in the texts of records.
  func rows(
    _ literals: [CellValue], _ tables: [String]
  ) throws(StatementFailure) -> [Row] {
    let sandbox = statement.connection.sandbox
    sandbox.begin()
    sandbox.listsRecords = true
    statement.bind(literals)
    defer {
      statement.reset()
      sandbox.listsRecords = false
    }
    var rows: [Row] = []
    while try statement.step() {
      rows.append(
        (
          visible.map { statement.value($0) },
          hidden.map { place in
            guard let place else { return [:] }
            return statement.withText(place) { Self.parse($0, tables) }
          }
        ))
    }
    return rows
  }

  /// `|2:17|2:18` as records by table.
  private static func parse(
    _ text: UnsafeBufferPointer<UInt8>, _ tables: [String]
  ) -> [String: Set<Int>] {
    var found: [String: Set<Int>] = [:]
    var records: Set<Int> = []
    var table = -1
    var number = 0
    var next = -1
    func endTable() {
      guard tables.indices.contains(table), !records.isEmpty else { return }
      found[tables[table], default: []].formUnion(records)
      records = []
    }
    func endRecord() {
      guard next >= 0 else { return }
      if next != table {
        endTable()
        table = next
      }
      records.insert(number)
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: ":"): (next, number) = (number, 0)
      case UInt8(ascii: "|"):
        endRecord()
        (next, number) = (-1, 0)
      default: number = number &* 10 &+ Int(byte &- 0x30)
      }
    }
    endRecord()
    endTable()
    return found
  }
}
