import ArgumentParser
import Datasets

/// `report data`: what the tables of the project hold, and whether they are what the package says.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "List, show and verify the tables of the data package.",
    subcommands: [DataListCommand.self, DataShowCommand.self, DataVerifyCommand.self],
    defaultSubcommand: DataListCommand.self)
}

/// `report data list`: every table with its size, licence and source.
struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the tables: rows, columns, corrections, licence, source.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let session = Session(shared)
    guard let store = try session.data() else { return try session.finish() }
    let rows = try store.tableSummaries().map { table in
      [
        table.name, String(table.rowCount), String(table.columns.count),
        table.errata.isEmpty ? "" : String(table.errata.count),
        table.licenses.compactMap { $0.name ?? $0.title }.joined(separator: ", "),
        table.sources.compactMap { $0.title ?? $0.path }.joined(separator: "; "),
      ]
    }
    print(
      TextTable(
        head: ["table", "rows", "columns", "corrected", "licence", "source"], rows: rows,
        numeric: [1, 2, 3]
      ).text, terminator: "")
    try session.finish()
  }
}

/// `report data show NAME`: the columns of a table and its first rows.
struct DataShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the columns of a table and its first rows.")

  @OptionGroup var shared: SharedOptions

  @Argument(help: "A table of the data package.")
  var name: String

  @Option(name: .long, help: "How many rows are shown.")
  var rows = 10

  func run() throws {
    let session = Session(shared)
    guard let store = try session.data() else { return try session.finish() }
    let tables = try store.tableSummaries()
    guard let table = tables.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      session.refuseTable(name, among: tables.map(\.name))
      return try session.finish()
    }
    print(Self.head(table))
    print(
      TextTable(
        head: ["column", "type", "unit", "missing", "title", "rules"],
        rows: table.columns.map { column in
          [
            column.name, column.kind.rawValue, column.unit ?? "",
            column.missingCount == 0 ? "" : String(column.missingCount), column.title ?? "",
            column.rules.joined(separator: ", "),
          ]
        }, numeric: [3]
      ).text)
    if let result = session.query(
      "SELECT * FROM \"\(table.name)\" ORDER BY rowid LIMIT \(max(0, rows))", in: store)
    {
      print(ResultPrinter.table(result), terminator: "")
    }
    try session.finish()
  }

  private static func head(_ table: TableSummary) -> String {
    var lines = ["\(table.name): \(table.title ?? table.path)"]
    if let description = table.description { lines.append(description) }
    lines.append("")
    lines.append("file      \(table.path), \(table.byteCount) bytes, \(table.rowCount) rows")
    lines.append("sha256    \(table.sha256)")
    for source in table.sources {
      lines.append(
        "source    " + [source.title, source.path].compactMap(\.self).joined(separator: ", "))
    }
    for license in table.licenses {
      lines.append(
        "licence   "
          + [license.name, license.title, license.path].compactMap(\.self).joined(separator: ", "))
    }
    if !table.errata.isEmpty {
      lines.append(
        "corrected \(table.errata.count) cell\(table.errata.count == 1 ? "" : "s"); as printed: \(table.name)_printed"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// `report data verify`: every file against its schema, its stated hash and the lock.
struct DataVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every data file against its schema, its stated size and hash, and the lock.",
    discussion: "Exit code 1 when a file breaks its schema, 4 when it differs from report.lock.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let session = Session(shared)
    guard let (project, store) = try session.projectData() else { return try session.finish() }
    let locked = LockedData(project, session: session)
    let faulty = Set(store.tablesWithErrors.map { $0.lowercased() })
    var rows: [[String]] = []
    for table in try store.tableSummaries() {
      rows.append([
        table.name, String(table.rowCount), String(table.byteCount),
        String(table.sha256.description.prefix(12)),
        faulty.contains(table.name.lowercased()) ? "broken" : "holds",
        locked.compare(table, session: session),
      ])
    }
    print(
      TextTable(
        head: ["table", "rows", "bytes", "sha256", "schema", "lock"], rows: rows, numeric: [1, 2]
      ).text, terminator: "")
    try session.finish()
  }
}
