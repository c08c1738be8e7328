import ArgumentParser
import Configuration

/// `report figures`: the charts of the project as SVG files.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Write the charts to figures/*.svg.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var lock: LockOption

  @Argument(help: "Labels of the figures, such as fig-pareto; all without any.")
  var labels: [String] = []

  @Flag(name: .long, help: "Write nothing; fail when a file differs from what would be written.")
  var check = false

  @Option(name: .shortAndLong, help: "The folder to write to.")
  var output: String?

  func run() throws {
    let session = Session(shared)
    guard let project = Project.open(in: shared.folder, session: session) else {
      return try session.finish()
    }
    let folder = output ?? project.path(project.settings.figures)
    let exporter = FigureExporter(
      project: project, session: session, comparesLock: lock.locked)
    if let files = try exporter.figures(labelled: labels) {
      if check {
        try exporter.compare(files, in: folder)
      } else {
        try exporter.write(files, to: folder)
      }
    }
    try session.finish()
  }
}
