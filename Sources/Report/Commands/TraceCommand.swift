import ArgumentParser
import Datasets
import Diagnostics
import Evaluation

/// `report trace`: from a printed number back to the lines of the data files.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Follow a printed number back to the lines of the data files.",
    discussion: """
      report trace tbl-192:3:mme      row 3, column mme of a table (or point 3 of a chart)
      report trace tbl-192:FastV:mme  the row that shows FastV
      report trace 90.4               every place where this is printed
      report trace --at chapters/05.md:12
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var lock: LockOption

  @Argument(help: "A label with row and column, or a text as printed.")
  var what: String?

  @Option(name: .long, help: "FILE:LINE of a chapter: everything there that comes from data.")
  var at: String?

  func validate() throws {
    guard (what == nil) != (at == nil) else {
      throw ValidationError("give a label or a text as printed, or --at FILE:LINE")
    }
  }

  func run() throws {
    let session = Session(shared)
    guard let project = Project.open(in: shared.folder, session: session) else {
      return try session.finish()
    }
    let pipeline = Pipeline(project: project, session: session, comparesLock: lock.locked)
    let evaluated = try pipeline.evaluated()
    let (evaluation, store) = (evaluated.evaluation, evaluated.store)
    let search = TraceSearch(
      records: evaluation.provenance, sources: session.sources, formulas: evaluation.formulaBlocks,
      verdicts: evaluation.verdicts)
    do throws(DiagnosticList) {
      let places =
        if let at { try search.places(at: at) } else { try search.places(named: what ?? "") }
      let printer = TracePrinter(
        store: store, sources: session.sources, evaluation: evaluation)
      let text = places.map { place in
        printer.text(
          place, store.lineage(of: place.record.query, giving: place.record.result))
      }
      print(text.joined(separator: "\n"), terminator: "")
    } catch {
      session.diagnostics.append(contentsOf: error)
    }
    try session.finish()
  }
}
