import ArgumentParser
import Diagnostics
import Evaluation

/// `report fill`: writes the current values of pinned numbers into the chapters.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Rewrite pinned numbers in the chapters from the data.",
    discussion: """
      Replaces the numbers of [90.4%](value:…) that no longer equal their expression, and nothing \
      else: digits, separators and units stay as they were typed. Prints each change. Nothing is \
      written while the sources or the data have errors of other kinds.
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(name: [.customShort("n"), .long], help: "Print what would change; write nothing.")
  var dryRun = false

  func run() throws {
    let session = Session(shared)
    guard let project = Project.open(in: shared.folder, session: session) else {
      return try session.finish()
    }
    let pipeline = Pipeline(project: project, session: session)
    let evaluation = try pipeline.evaluate(pipeline.parse(), pipeline.loadData())
    guard !session.hasSourceErrors else { return try session.finish() }
    let stale = evaluation.stalePins
    for pin in stale {
      let file = session.sources[pin.span.file]
      let start = Int(pin.span.start)
      print(
        "\(file.path):\(file.line(at: start)):\(file.column(at: start)): "
          + "\(pin.written) → \(pin.current)")
    }
    if !dryRun { try write(stale, of: project, session: session) }
    if !shared.quiet {
      let noun = stale.count == 1 ? "number" : "numbers"
      print(dryRun ? "\(stale.count) \(noun) to change" : "\(stale.count) \(noun) changed")
    }
    // What was mended is no longer wrong; everything else, such as claims, is reported.
    let mended = Set(stale.map(\.link))
    session.diagnostics = DiagnosticList(
      session.diagnostics.all.filter { diagnostic in
        dryRun || diagnostic.code != "pinned-value"
          || !(diagnostic.span.map(mended.contains) ?? false)
      })
    try session.finish()
  }

  private func write(
    _ stale: [StalePinnedValue], of project: Project, session: Session
  ) throws {
    let byFile = Dictionary(grouping: stale, by: \.span.file)
    for (id, pins) in byFile.sorted(by: { $0.key < $1.key }) {
      let file = session.sources[id]
      var bytes = Array(file.bytes)
      for pin in pins.sorted(by: { $0.span.start > $1.span.start }) {
        bytes.replaceSubrange(Int(pin.span.start)..<Int(pin.span.end), with: pin.current.utf8)
      }
      try session.write(bytes, to: OutputFile(path: project.path(file.path)))
    }
  }
}
