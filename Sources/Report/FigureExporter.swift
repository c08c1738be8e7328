import Configuration
import Diagnostics
import Evaluation
import Foundation
import Graphics
import Layout
import Markup
import Plot
import Rendering
import Typography

/// Writes the charts of a project as SVG files, one for each labelled figure.
struct FigureExporter {
  let project: Project
  let session: Session
  var comparesLock = false

  /// Draws the charts of the project.
  ///
  /// - Parameter labels: which; all when empty. Unknown ones are reported.
  /// - Returns: nil when the sources have errors.
  func figures(labelled labels: [String]) throws -> [ResultFile]? {
    let pipeline = Pipeline(project: project, session: session, comparesLock: comparesLock)
    let evaluation = try pipeline.evaluated().evaluation
    let known = evaluation.charts.map(\.label.name)
    for label in labels where !known.contains(label) {
      session.diagnostics.append(
        Diagnostic(
          .error, "unknown-figure", "there is no chart '\(label)'", at: nil,
          help: helpForUnknown(label, among: known, called: "names", of: "the")))
    }
    guard !session.hasSourceErrors else { return nil }
    let wanted = evaluation.charts.filter { labels.isEmpty || labels.contains($0.label.name) }
    let fonts = try pipeline.fonts()
    return try session.stage("draw") {
      try wanted.map { chart in try draw(chart, fonts: fonts) }
    }
  }

  private func draw(_ chart: LabelledChart, fonts: FontLibrary) throws -> ResultFile {
    ResultFile(
      name: chart.label.name + ".svg",
      bytes: try Self.draw(
        chart.drawing, caption: chart.caption, altText: chart.altText, in: project, fonts: fonts))
  }

  /// A chart as the text of an SVG file.
  static func draw(
    _ drawing: any Drawable, caption: String, altText: String?, in project: Project,
    fonts: FontLibrary
  ) throws -> [UInt8] {
    try WorldFailure.wrap {
      // The text is set as on the page, formulas included.
      let settings = project.settings
      let text = DrawingText(fonts: fonts, style: settings.style, language: settings.language)
      let frame = try drawing.draw(width: settings.style.columnWidth, text: text)
      return try SVGRenderer(fonts: fonts).render(
        frame, title: caption, description: altText ?? drawing.altText)
    }
  }

  func write(_ files: [ResultFile], to folder: String) throws {
    for file in files {
      try session.write(file.bytes, to: OutputFile(path: folder + "/" + file.name))
    }
    guard !session.options.quiet else { return }
    for file in files { print(folder.relativeToCurrentFolder + "/" + file.name) }
  }

  /// Reports each file that is not what would be written.
  func compare(_ files: [ResultFile], in folder: String) throws {
    var differs = false
    for file in files {
      let found = FileManager.default.contents(atPath: folder + "/" + file.name)
      guard found.map([UInt8].init) != file.bytes else { continue }
      differs = true
      let path = folder.relativeToCurrentFolder + "/" + file.name
      session.diagnostics.append(
        .error(
          "stale-figure",
          found == nil
            ? "the figure '\(path)' has not been written"
            : "the figure '\(path)' is not what the data gives", at: nil,
          help: "run report figures and look at the difference"))
    }
    guard differs else { return }
    session.printDiagnostics()
    throw ExitStatus.lockMismatch.exit
  }
}
