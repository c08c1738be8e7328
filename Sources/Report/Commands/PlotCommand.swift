import ArgumentParser
import Configuration
import Diagnostics
import Foundation
import Graphics
import Layout
import Plot
import Rendering
import Typography

/// `report plot`: draws a Vega-Lite file.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "Draw a Vega-Lite file as SVG, PDF or PNG.",
    discussion: """
      The file is JSON or YAML in Vega-Lite's words. Its data stands in it, or in CSV, TSV and JSON \
      files: a path relative to the file, or to the folder of --data. Nothing is fetched from the \
      network. Sizes follow Vega-Lite: width and height are those of the data's rectangle, one \
      pixel is one point. Keys that are not supported are named and left out.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The specification, such as chart.vl.json.")
  var specification: String

  @Option(
    name: .shortAndLong,
    help: "Where to write: a name that ends in .svg, .pdf or .png; - for SVG to standard output.")
  var output = "-"

  @Option(name: .long, help: "The folder in which data files are looked for.")
  var data: String?

  @Option(name: .long, help: "Pixels for each point of a PNG.")
  var scale = 2.0

  func validate() throws {
    guard scale > 0, scale <= 20 else { throw ValidationError("--scale is from 0 to 20") }
    let endings = ["svg", "pdf", "png"]
    guard output == "-" || endings.contains(URL(filePath: output).pathExtension) else {
      throw ValidationError("the output must end in .svg, .pdf or .png")
    }
  }

  func run() throws {
    let session = Session(shared)
    let here = URL(filePath: shared.folder + "/", directoryHint: .isDirectory)
    let url = URL(filePath: specification, relativeTo: here)
    guard let bytes = FileManager.default.contents(atPath: url.path(percentEncoded: false)) else {
      session.diagnostics.append(
        Diagnostic(
          .error, "missing-file", "there is no file '\(specification)'", at: nil,
          help: ["name a Vega-Lite file, such as chart.vl.json"]))
      return try session.finish()
    }
    let reader = VegaLiteFile(
      path: specification, bytes: Array(bytes), folder: url.deletingLastPathComponent(),
      dataFolder: data.map { URL(filePath: $0, relativeTo: here) })
    if let chart = reader.chart(in: session) {
      let result = try render(chart, title: reader.title, session)
      try session.write(
        result,
        to: OutputFile(
          path: output == "-"
            ? "-"
            : URL(filePath: output, relativeTo: here)
              .path(percentEncoded: false)))
    }
    try session.finish()
  }

  private func render(_ chart: Chart, title: String, _ session: Session) throws -> [UInt8] {
    try session.stage("draw") {
      try WorldFailure.wrap {
        let fonts = try FontLibrary(theme: .pagella, searchPaths: FontLibrary.defaultSearchPaths)
        // The text of reports: formulas between dollars, and a word about what cannot be set.
        let text = DrawingText(fonts: fonts, style: PageStyle(), language: "en")
        let drawn = try chart.drawing(width: .millimetres(128), text: text)
        for omission in drawn.omissions {
          session.diagnostics.append(.note("labels-not-placed", omission, at: nil))
        }
        for fault in text.faults {
          session.diagnostics.append(
            .warning(fault.code, fault.sentence, at: nil, help: fault.help))
        }
        switch URL(filePath: output).pathExtension {
        case "pdf":
          return try PDFRenderer(fonts: fonts).render(
            drawn.frame, title: title, description: chart.altText)
        case "png": return try PNGRenderer(fonts: fonts).render(drawn.frame, scale: scale)
        default:
          return try SVGRenderer(fonts: fonts).render(
            drawn.frame, title: title, description: chart.altText)
        }
      }
    }
  }
}
