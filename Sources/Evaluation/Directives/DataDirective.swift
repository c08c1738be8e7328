import Datasets
import Diagnostics
import Markup

/// The data files of the report: rows, source, licence, hash.
///
///     ```report data #tbl-data-files
///     ```
enum DataDirective: ReviewDirective {
  static let name = "data"
  static let summary = "every data file with its rows, source, licence and hash"

  static func content(
    of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> ReviewContent {
    let span = call.span
    let summaries: [TableSummary]
    do {
      summaries = try context.store.summaries()
    } catch {
      throw .error("data", "the tables cannot be counted: \(error)", at: call.nameSpan)
    }
    var table = ReviewTable(
      [
        ("File", .left), ("Rows", .right), ("Errata", .right), ("Source", .left),
        ("Licence", .left), ("SHA-256", .left),
      ], at: span)
    for summary in summaries {
      table.addRow([
        [.anchor(anchor(of: summary.name), span), .code(summary.path, span)],
        [.text(String(summary.rowCount), span)],
        [.text(summary.errata.isEmpty ? "–" : String(summary.errata.count), span)],
        origins(summary.sources, span),
        [.text(licence(summary.licenses), span)],
        [.code(summary.sha256.description.shortHash, span)],
      ])
    }
    let rows = summaries.reduce(0) { $0 + $1.rowCount }
    return ReviewContent(
      table: table,
      caption: "\(summaries.count.of("data file")) with \(rows.of("row")); of each hash the first "
        + "16 digits.", nothing: "The report has no data files.")
  }

  /// The place that tells of a table.
  static func anchor(of table: String) -> String { "data-\(table.lowercased())" }

  private static func origins(_ sources: [DataOrigin], _ span: SourceSpan) -> [Inline<Resolved>] {
    guard !sources.isEmpty else { return [.text("not stated", span)] }
    var out: [Inline<Resolved>] = []
    for source in sources {
      if !out.isEmpty { out.append(.text("; ", span)) }
      let title = source.title ?? source.path ?? "unnamed"
      guard let path = source.path, path.hasPrefix("https://") || path.hasPrefix("http://") else {
        out.append(.text(title, span))
        continue
      }
      out.append(.link(Link(.url(path), content: [.text(title, span)], span: span)))
    }
    return out
  }

  private static func licence(_ licenses: [DataLicense]) -> String {
    let names = licenses.compactMap { $0.title ?? $0.name ?? $0.path }
    return names.isEmpty ? "not stated" : names.joined(separator: "; ")
  }
}
