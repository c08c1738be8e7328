public import Diagnostics
import Foundation
import Graphics
public import Markup

/// Finds what keeps a manuscript from becoming a PDF that everyone can read: what ISO 14289-1
/// (PDF/UA-1) asks of authors and no program can add.
public struct AccessibilityCheck {
  private var diagnostics = DiagnosticList()
  private var level = 0

  /// - Parameter laidOut: what was found while the pages were made.
  /// - Returns: an error for each failing of the manuscript, at its place.
  public static func diagnose(
    _ manuscript: Manuscript<Resolved>, laidOut: DiagnosticList
  ) -> DiagnosticList {
    var check = AccessibilityCheck()
    check.checkMetadata(manuscript.title)
    for chapter in manuscript.chapters {
      check.check(chapter.blocks)
      for note in chapter.footnotes { check.check(note.blocks) }
    }
    for missing in laidOut.all where missing.code == "missing-glyph" {
      check.report("ua-missing-glyph", missing.message, at: missing.span, help: missing.help)
    }
    return check.diagnostics
  }

  private mutating func report(
    _ code: String, _ message: String, at span: SourceSpan?, help: [String]
  ) {
    var found = Diagnostic.error(code, message, at: span)
    found.help = help
    diagnostics.append(found)
  }

  private mutating func checkMetadata(_ title: TitlePage) {
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

  private mutating func check(_ blocks: [Block<Resolved>]) {
    for block in blocks { check(block) }
  }

  private mutating func check(_ block: Block<Resolved>) {
    switch block {
    case .heading(let heading): check(heading)
    case .paragraph(let paragraph): check(paragraph.content)
    case .list(let list): for item in list.items { check(item.blocks) }
    case .quote(let inner), .aligned(_, let inner): check(inner.blocks)
    case .callout(let callout):
      check(callout.title)
      check(callout.blocks)
    case .details(let details):
      check(details.title)
      check(details.blocks)
    case .table(let table): check(table)
    case .figure(let figure):
      check(figure.caption)
      if case .blocks(let blocks) = figure.content {
        check(blocks)
      } else if figure.spokenText.allSatisfy(\.isWhitespace) {
        reportMissingText(at: figure.span)
      }
    case .references(let list): for entry in list.entries { check(entry.content) }
    case .code, .math, .rule: break
    }
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
    check(heading.content)
  }

  private mutating func check(_ table: DocumentTable<Resolved>) {
    check(table.caption)
    for note in table.notes { check(note) }
    let rows = table.head + table.body.flatMap(\.rows)
    for cell in rows.flatMap(\.cells) { check(cell.blocks) }
    let hasHeader = !table.head.isEmpty || rows.contains { $0.cells.contains(where: \.isHeader) }
    if !hasHeader {
      report(
        "ua-table-header", "the table has no header", at: table.span,
        help: ["make its first row one, with <th> in HTML"])
    }
  }

  private mutating func check(_ inlines: [Inline<Resolved>]) {
    for inline in inlines {
      switch inline {
      case .image(let image) where image.alt.allSatisfy(\.isWhitespace):
        reportMissingText(at: image.span)
      case .emphasis(let c, _), .strong(let c, _), .strikethrough(let c, _), .underline(let c, _),
        .superscript(let c, _), .subscript(let c, _), .smallCaps(let c, _), .keyboard(let c, _),
        .traced(_, let c):
        check(c)
      case .link(let link): check(link.content)
      default: break
      }
    }
  }

  private mutating func reportMissingText(at span: SourceSpan) {
    report(
      "ua-alternative-text", "the image has no alternative text", at: span,
      help: ["say in its brackets what it shows: ![a line that falls from left to right](…)"])
  }
}
