import Datasets
import Diagnostics
import Languages
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
    let terms = context.terms
    let summaries: [TableSummary]
    do {
      summaries = try context.store.summaries()
    } catch {
      throw .error("data", "the tables cannot be counted: \(error)", at: call.nameSpan)
    }
    var table = ReviewTable(
      [
        (terms[.headFile], .left), (terms[.headRows], .right), (terms[.headErrata], .right),
        (terms[.headSource], .left), (terms[.headLicence], .left), ("SHA-256", .left),
      ], at: span)
    for summary in summaries {
      table.addRow([
        [.anchor(anchor(of: summary.name), span), .code(summary.path, span)],
        [.text(String(summary.rowCount), span)],
        [.text(summary.errata.isEmpty ? "–" : String(summary.errata.count), span)],
        origins(summary.sources, terms, span),
        [.text(licence(summary.licenses) ?? terms[.notStated], span)],
        [.code(summary.sha256.description.shortHash, span)],
      ])
    }
    let rows = summaries.reduce(0) { $0 + $1.rowCount }
    return ReviewContent(
      table: table,
      caption: terms(
        .dataCaption, terms.count(summaries.count, .dataFiles), terms.count(rows, .rows)),
      nothing: terms[.dataNothing])
  }

  /// The place that tells of a table.
  static func anchor(of table: String) -> String { "data-\(table.lowercased())" }

  private static func origins(
    _ sources: [DataOrigin], _ terms: Terms, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    guard !sources.isEmpty else { return [.text(terms[.notStated], span)] }
    var out: [Inline<Resolved>] = []
    for source in sources {
      if !out.isEmpty { out.append(.text("; ", span)) }
      let title = source.title ?? source.path ?? terms[.unnamed]
      guard let path = source.path, path.hasPrefix("https://") || path.hasPrefix("http://") else {
        out.append(.text(title, span))
        continue
      }
      out.append(.link(Link(.url(path), content: [.text(title, span)], span: span)))
    }
    return out
  }

  private static func licence(_ licenses: [DataLicense]) -> String? {
    let names = licenses.compactMap { $0.title ?? $0.name ?? $0.path }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }
}
