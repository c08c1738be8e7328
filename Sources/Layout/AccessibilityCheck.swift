public import Diagnostics
import Foundation
import Graphics
public import Markup

/// Finds what keeps a manuscript from becoming a PDF that everyone can read: what ISO 14289-1
/// (PDF/UA-1) asks of authors and no program can add.
public enum AccessibilityCheck {
  /// - Parameter laidOut: what was found while the pages were made.
  /// - Returns: an error for each failing of the manuscript, at its place.
  public static func diagnose(
    _ manuscript: Manuscript<Resolved>, laidOut: DiagnosticList
  ) -> DiagnosticList {
    var walk = AccessibilityWalk()
    walk.checkMetadata(manuscript.title)
    walk.walk(manuscript.chapters)
    for missing in laidOut.all where missing.code == "missing-glyph" {
      walk.report("ua-missing-glyph", missing.message, at: missing.span, help: missing.help)
    }
    return walk.diagnostics
  }
}

private struct AccessibilityWalk: ManuscriptWalker {
  private(set) var diagnostics = DiagnosticList()
  private var level = 0

  mutating func report(
    _ code: String, _ message: String, at span: SourceSpan?, help: [String]
  ) {
    var found = Diagnostic.error(code, message, at: span)
    found.help = help
    diagnostics.append(found)
  }

  mutating func checkMetadata(_ title: TitlePage) {
    if title.title.allSatisfy(\.isWhitespace) {
      report(
        "ua-title", "PDF/UA asks for a title, and the document has none", at: nil,
        help: ["give 'title' in report.yaml, or begin the file with a first-level heading"])
    }
    let isTag = title.language.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/) != nil
    if !isTag {
      report(
        "ua-language", "'\(title.language)' is not a language tag", at: nil,
        help: ["write 'language' in report.yaml as 'en-GB' or 'de'"])
    }
  }

  mutating func visit(_ block: Block<Resolved>) {
    switch block {
    case .heading(let heading): check(heading)
    case .table(let table): check(table)
    case .figure(let figure): check(figure)
    default: break
    }
    descend(into: block)
  }

  mutating func visit(_ inline: Inline<Resolved>) {
    if case .image(let image) = inline, image.alt.allSatisfy(\.isWhitespace) {
      reportMissingText(at: image.span)
    }
    descend(into: inline)
  }

  private mutating func check(_ heading: Heading<Resolved>) {
    if heading.level > level + 1 {
      let message =
        level == 0
        ? "the first heading is of level \(heading.level), not 1"
        : "a heading of level \(heading.level) follows one of level \(level)"
      report(
        "ua-heading-level", message, at: heading.span,
        help: ["PDF/UA lets headings go down by one level only"])
    }
    level = heading.level
  }

  private mutating func check(_ table: DocumentTable<Resolved>) {
    let rows = table.head + table.body.flatMap(\.rows)
    let hasHeader = !table.head.isEmpty || rows.contains { $0.cells.contains(where: \.isHeader) }
    if !hasHeader {
      report(
        "ua-table-header", "the table has no header", at: table.span,
        help: ["make its first row one, with <th> in HTML"])
    }
  }

  private mutating func check(_ figure: Figure<Resolved>) {
    if case .blocks = figure.content { return }
    if figure.spokenText.allSatisfy(\.isWhitespace) { reportMissingText(at: figure.span) }
  }

  private mutating func reportMissingText(at span: SourceSpan) {
    report(
      "ua-alternative-text", "the image has no alternative text", at: span,
      help: ["say in its brackets what it shows: ![a line that falls from left to right](…)"])
  }
}
