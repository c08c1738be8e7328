import ArgumentParser
import Datasets
import Diagnostics

/// `report errata`: every correction of the data, with reason and evidence.
struct ErrataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errata",
    abstract: "List the corrections of the data with their reasons and evidence.",
    discussion: """
      In SQL, NAME is a table with its corrections and NAME_printed the table as its source \
      prints it. A correction whose printed value is no longer in its cell is an error.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "Tables whose corrections are listed; all when none is named.")
  var tables: [String] = []

  func run() throws {
    let session = Session(shared)
    guard let store = try session.data() else { return try session.finish() }
    for name in tables
    where !store.tableNames.contains(where: { $0.lowercased() == name.lowercased() }) {
      session.refuseTable(name, among: store.tableNames)
    }
    let wanted = Set(tables.map { $0.lowercased() })
    let errata = store.errata.filter { wanted.isEmpty || wanted.contains($0.table.lowercased()) }
    var text = ""
    for erratum in errata {
      let place = session.sources[erratum.span.file]
      text += "\(erratum.id)  \(erratum.table)[\(erratum.keyText)].\(erratum.field): "
      text += "\(Self.quoted(erratum.printed)) → \(Self.quoted(erratum.corrected))\n"
      text += "    why       \(erratum.reason)\n"
      if !erratum.evidence.isEmpty { text += "    evidence  \(erratum.evidence)\n" }
      text += "    at        \(place.path):\(place.line(at: Int(erratum.span.start)))\n"
    }
    text += errata.count == 1 ? "1 correction\n" : "\(errata.count) corrections\n"
    print(text, terminator: "")
    try session.finish()
  }

  private static func quoted(_ text: String) -> String { text.isEmpty ? "(empty)" : "'\(text)'" }
}
