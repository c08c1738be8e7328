import ArgumentParser
import Diagnostics
import Evaluation

/// `report check`: everything that `report pdf` does, without writing, and a count of what holds.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compile without writing and run every check.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var lock: LockOption

  @Argument(help: "Markdown files to check without a project.")
  var files: [String] = []

  func run() throws {
    let session = Session(shared)
    guard let project = Project.open(files, in: shared.folder, session: session) else {
      return try session.finish()
    }
    let pipeline = Pipeline(project: project, session: session, comparesLock: lock.locked)
    let evaluation = try pipeline.evaluated().evaluation
    _ = pipeline.layOut(evaluation.manuscript, fonts: try pipeline.fonts())
    // A draft may show a placeholder; a report that passes must be whole.
    session.diagnostics.raise("image-outside")
    if !shared.quiet { print(session.verdict) }
    try session.finish()
  }
}
