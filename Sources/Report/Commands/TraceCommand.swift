import ArgumentParser
import Configuration
import Datasets
import Diagnostics
import Evaluation
import Graphics
import Layout

/// `report trace`: from a printed number back to the lines of the data files.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Follow a printed number back to the lines of the data files.",
    discussion: """
      report trace tbl-192:3:mme      row 3, column mme of a table (or point 3 of a chart)
      report trace tbl-192:FastV:mme  the row that shows FastV
      report trace 90.4               every place where this is printed
      report trace -0.177 "23.1 K"    several at once; with the words around them
      report trace chk-average        what a check reads, and the rows it found
      report trace --at chapters/05.md:12
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var lock: LockOption

  @Argument(help: "Labels with row and column, or texts as printed.")
  var what: [String] = []

  @Option(name: .long, help: "FILE:LINE of a chapter: everything there that comes from data.")
  var at: String?

  func validate() throws {
    guard what.isEmpty != (at == nil) && !what.contains("") else {
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
    let fonts = try pipeline.fonts()
    let style = project.settings.style
    let setter = DrawingText(fonts: fonts, style: style, language: project.settings.language)
    let words = PrintedWords(evaluation, sources: session.sources) { drawing in
      (try? drawing.draw(width: style.columnWidth, text: setter))?.texts ?? []
    }
    let search = TraceSearch(
      records: evaluation.provenance, sources: session.sources, formulas: evaluation.formulaBlocks,
      verdicts: evaluation.verdicts, words: words.words)
    let printer = TracePrinter(store: store, sources: session.sources, evaluation: evaluation)
    var entries: [String] = []
    func trace(_ name: String, _ find: () throws(DiagnosticList) -> TraceSearch.Found) {
      do throws(DiagnosticList) {
        let found = try find()
        guard !shared.quiet else { return }
        entries += found.places.map { place in
          printer.text(place, store.lineage(of: place.record.query, giving: place.record.result))
        }
        entries += printer.text(name, found.words)
        for check in found.checks {
          guard let rows = session.query(check.query, in: store) else { continue }
          entries.append(printer.text(check, rows))
        }
      } catch {
        session.diagnostics.append(contentsOf: error)
      }
    }
    if let at {
      trace(at) { () throws(DiagnosticList) in try search.found(at: at) }
    }
    for name in what {
      trace(name) { () throws(DiagnosticList) in try search.found(named: name) }
    }
    print(entries.joined(separator: "\n"), terminator: "")
    try session.finish()
  }
}

extension TraceCommand {
  /// Gives a number with a hyphen before it, as in `report trace -0.177`, the minus sign that is
  /// printed, so that it is not taken for an option.
  static func markingNumbers(in arguments: [String]) -> [String] {
    guard arguments.first == configuration.commandName else { return arguments }
    return arguments.map { argument in
      guard argument.hasPrefix("-"), let next = argument.dropFirst().first, next.isNumber else {
        return argument
      }
      return "−" + argument.dropFirst()
    }
  }
}
