import Configuration
import Diagnostics
import Languages
import Markup
import Plot

/// The options that all tables of the reviewer's pages share.
struct ReviewOptions: Decodable, Sendable {
  /// In place of the caption that the report writes.
  var caption: Spanned<String>?
}

/// A table that the report makes about itself.
struct ReviewTable {
  /// The words above each column and how its cells stand.
  var columns: [(title: String, alignment: TableColumn.Alignment)]
  var groups: [TableGroup<Resolved>] = []
  let span: SourceSpan

  init(_ columns: [(title: String, alignment: TableColumn.Alignment)], at span: SourceSpan) {
    self.columns = columns
    self.span = span
  }

  /// Adds a row below the last title.
  mutating func addRow(_ cells: [[Inline<Resolved>]]) {
    if groups.isEmpty { groups.append(TableGroup(rows: [])) }
    groups[groups.count - 1].rows.append(
      TableRow(
        cells: cells.map {
          TableCell(blocks: [.paragraph(Paragraph($0, span: span))])
        }))
  }

  mutating func addTitle(_ title: String) {
    groups.append(TableGroup(title: [.text(title, span)], rows: []))
  }

  /// The block, or a sentence when there is nothing to list.
  ///
  /// - Parameters:
  ///   - caption: when the author writes none.
  ///   - nothing: what is said instead of an empty table.
  func block(
    _ options: ReviewOptions, of call: DirectiveCall, caption: String, nothing: String,
    in context: inout EvaluationContext
  ) -> [Block<Resolved>] {
    guard groups.contains(where: { !$0.rows.isEmpty }) else {
      // What the text refers to must be there.
      let anchor = call.label.map { Inline<Resolved>.anchor($0.name, span) }
      return [
        .paragraph(Paragraph([anchor, .text(nothing, span)].compactMap(\.self), span: span))
      ]
    }
    var table = DocumentTable<Resolved>(
      label: call.label, number: context.number(at: call.span),
      caption: options.caption == nil
        ? [.text(caption, span)] : context.inlines(options.caption),
      columns: columns.map { TableColumn(alignment: $0.alignment) },
      head: [
        TableRow(
          cells: columns.map {
            TableCell(
              blocks: [.paragraph(Paragraph([.text($0.title, span)], span: span))],
              isHeader: true)
          })
      ], body: groups, span: span)
    table.decimalMark = context.words.numbers.decimal
    return [.table(table)]
  }
}

extension EvaluationContext {
  /// `chapters/05-papers.md:12`.
  func place(_ span: SourceSpan) -> String {
    let file = sources[span.file]
    return "\(file.path):\(file.line(at: Int(span.start)))"
  }

  /// The words by which the text refers to a label, linked to it.
  func link(to label: Label?, at span: SourceSpan) -> Inline<Resolved>? {
    guard let label, let target = numbering.labels.target(label.name) else { return nil }
    return .link(
      Link(
        .anchor(label.name),
        content: [.text(target.referenceText(label.name, words), span)],
        span: span))
  }
}

extension String {
  /// The first digits of a hash, enough to tell files apart.
  var shortHash: String { String(prefix(16)) }

  /// The name of a file without its folders.
  var lastPathComponent: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }
}

extension Int {
  /// "812 bytes", "35 kB", "1.4 MB".
  func byteCount(_ terms: Terms) -> String {
    switch self {
    case ..<1000: terms.count(self, .bytes).replacing(" ", with: "\u{A0}")
    case ..<1_000_000: "\(self / 1000)\u{A0}kB"
    default: "\(self / 1_000_000).\(self / 100_000 % 10)\u{A0}MB"
    }
  }
}
