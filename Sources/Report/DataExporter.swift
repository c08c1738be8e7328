import Configuration
import Datasets
import Diagnostics
import Evaluation
import Layout
import Markup
import Plot

/// Writes the figures and tables of a project in formats of other programs.
struct DataExporter {
  let project: Project
  let session: Session
  var comparesLock = false

  /// - Parameter labels: which; all that there are when empty. Unknown ones are reported.
  /// - Returns: nil when the sources have errors.
  func files(
    _ format: ExportCommand.Format, labelled labels: [String]
  ) throws -> [ResultFile]? {
    let pipeline = Pipeline(project: project, session: session, comparesLock: comparesLock)
    let records = try pipeline.evaluated().evaluation.provenance.filter { record in
      record.label != nil
        && (record.kind == .plot || record.kind == .table && format == .csv)
    }
    let known = records.compactMap(\.label?.name)
    for label in labels where !known.contains(label) {
      session.diagnostics.append(
        Diagnostic(
          .error, "unknown-export",
          format == .csv
            ? "there is no chart or table '\(label)'" : "there is no chart '\(label)'", at: nil,
          help: Self.help(label, among: known)))
    }
    guard !session.hasSourceErrors else { return nil }
    let wanted =
      labels.isEmpty
      ? records
      : labels.compactMap { label in records.first { $0.label?.name == label } }
    let text = DrawingText(
      fonts: try pipeline.fonts(), style: project.settings.style,
      language: project.settings.language)
    return try session.stage("export") {
      try wanted.map { record in
        ResultFile(
          name: (record.label?.name ?? "") + format.ending,
          bytes: Array(try self.text(of: record, format, text).utf8))
      }
    }
  }

  /// The nearest name; else the first there are.
  private static func help(_ label: String, among known: [String]) -> [String] {
    let nearest = helpForUnknown(label, among: known, called: "names")
    guard nearest.isEmpty, !known.isEmpty else { return nearest }
    let rest = known.count > 12 ? " and \(known.count - 12) more" : ""
    return ["the names are " + known.prefix(12).joined(separator: ", ") + rest]
  }

  private func text(
    of record: ProvenanceRecord, _ format: ExportCommand.Format, _ text: DrawingText
  ) throws -> String {
    guard let chart = record.drawing as? Chart else { return CSVText.text(of: record) }
    switch format {
    case .csv: return CSVText.text(of: chart.drawnData)
    case .vega:
      return try WorldFailure.wrap {
        try VegaLiteExport(chart, width: project.settings.style.columnWidth, text: text).text()
      }
    }
  }
}
