import ArgumentParser
import Foundation

/// `report query`: SQL over the project's data, its named queries and formulas.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Run SQL over the project's data and named queries.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv }

  @OptionGroup var shared: SharedOptions

  @Argument(help: "A SELECT statement; - to read it from standard input.")
  var sql: String

  @Option(name: .long, help: "How rows are printed: table or csv.")
  var format = Format.table

  @Option(name: .shortAndLong, help: "Where to write; - for standard output.")
  var output = "-"

  func run() throws {
    let session = Session(shared)
    guard let project = Project.open(in: shared.folder, session: session) else {
      return try session.finish()
    }
    let statement =
      sql == "-"
      ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) : sql
    if let rows = try Pipeline(project: project, session: session).rows(of: statement) {
      let text =
        switch format {
        case .table: ResultPrinter.table(rows)
        case .csv: CSVText.text(of: rows)
        }
      try session.write(Array(text.utf8), to: OutputFile(path: output))
    }
    try session.finish()
  }
}
