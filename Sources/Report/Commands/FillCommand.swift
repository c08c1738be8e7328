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
      written while the sources or the data have errors of other kinds, or a check fails: a wrong \
      number in the data must not reach the text.
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
    let stale = evaluation.stalePins
    if let problem = obstacle(in: session) {
      return try refuse(because: problem, pins: stale.count, session)
    }
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

  /// The first error that says that sources or data are wrong; claims speak of the numbers that are
  /// about to change.
  private func obstacle(in session: Session) -> Diagnostic? {
    session.diagnostics.sorted(last: session.chapters).first {
      $0.severity == .error && $0.code != "pinned-value" && $0.code != "claim-failed"
    }
  }

  /// Ends with what stands in the way; the pinned numbers may all be right.
  private func refuse(because problem: Diagnostic, pins: Int, _ session: Session) throws {
    session.diagnostics = DiagnosticList(
      session.diagnostics.all.filter { $0.code != "pinned-value" })
    session.printDiagnostics()
    let place = problem.span.map { span in
      let file = session.sources[span.file]
      return "\(file.path):\(file.line(at: Int(span.start))): "
    }
    let waiting = pins == 1 ? "1 pinned number waits" : "\(pins) pinned numbers wait"
    guard session.options.diagnosticFormat != .json else { return try session.leave() }
    session.say(
      "nothing is written\(pins == 0 ? "" : ", \(waiting)"): first comes "
        + "\(place ?? "")\(problem.message)\n")
    try session.leave()
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
