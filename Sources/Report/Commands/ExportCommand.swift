import ArgumentParser
import Foundation

/// `report export`: the data of a figure or table as CSV, a figure as Vega-Lite.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the data of figures and tables as CSV, or figures as Vega-Lite.",
    discussion: """
      csv writes the rows that a figure draws (after its transforms and operations on groups) or \
      that a table prints, with a header, in full precision (RFC 4180). vega writes a figure as a \
      Vega-Lite specification with its rows inside, which Vega and report plot draw alike; a Pareto \
      mark becomes points and the line of its front.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, vega

    /// How names of files end.
    var ending: String { self == .csv ? ".csv" : ".vl.json" }
  }

  @OptionGroup var shared: SharedOptions
  @OptionGroup var lock: LockOption

  @Argument(help: "What to write: csv or vega.")
  var format: Format

  @Argument(help: "Labels of figures and tables, such as fig-pareto; all without any.")
  var labels: [String] = []

  @Option(
    name: .shortAndLong,
    help: "The file to write, - for standard output; a folder for several.")
  var output: String?

  func validate() throws {
    if labels.count != 1, output == nil || output == "-" {
      throw ValidationError("several exports need a folder: name one with -o")
    }
  }

  func run() throws {
    let session = Session(shared)
    guard let project = Project.open(in: shared.folder, session: session) else {
      return try session.finish()
    }
    let names = labels.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    let exporter = DataExporter(
      project: project, session: session, comparesLock: lock.locked)
    if let files = try exporter.files(format, labelled: names) {
      let here = URL(filePath: shared.folder + "/", directoryHint: .isDirectory)
      for file in files {
        var path = output ?? "-"
        if labels.count != 1 { path += "/" + file.name }
        if path != "-" {
          path = URL(filePath: path, relativeTo: here).path(percentEncoded: false)
        }
        try session.write(file.bytes, to: OutputFile(path: path))
      }
    }
    try session.finish()
  }
}
