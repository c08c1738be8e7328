import Diagnostics
import Markup
import Plot

extension EvaluationContext {
  /// The blocks with every directive replaced by what it makes.
  mutating func resolve(_ blocks: [Block<Parsed>]) -> [Block<Resolved>] {
    var out: [Block<Resolved>] = []
    out.reserveCapacity(blocks.count)
    for block in blocks { resolve(block, into: &out) }
    return out
  }

  private mutating func resolve(_ block: Block<Parsed>, into out: inout [Block<Resolved>]) {
    switch block {
    case .embed(let call): out += evaluate(call)
    case .heading(let heading): out.append(.heading(resolve(heading)))
    case .paragraph(let paragraph):
      out.append(.paragraph(Paragraph(resolve(paragraph.content), span: paragraph.span)))
    case .list(let list): out.append(.list(resolve(list)))
    case .quote(let container): out.append(.quote(resolve(container)))
    case .callout(let callout):
      out.append(
        .callout(
          Callout(
            kind: callout.kind.resolved, title: resolve(callout.title),
            blocks: resolve(callout.blocks),
            span: callout.span)))
    case .details(let details):
      out.append(
        .details(
          Details(
            title: resolve(details.title), blocks: resolve(details.blocks), span: details.span)))
    case .aligned(let alignment, let container):
      out.append(.aligned(alignment, resolve(container)))
    case .code(let code): out.append(.code(code))
    case .math(var math):
      checkReferences(in: math.math)
      math.number = number(at: math.span)
      math.math = numbering.formulas[math.span] ?? math.math
      out.append(.math(math))
    case .table(let table): out.append(.table(resolve(table)))
    case .figure(let figure): out.append(.figure(resolve(figure)))
    case .rule(let span): out.append(.rule(span))
    case .references(let list):
      out.append(
        .references(
          ReferenceList(
            entries: list.entries.map {
              ReferenceList.Entry(anchor: $0.anchor, mark: $0.mark, content: resolve($0.content))
            })))
    }
  }

  /// What stands in a directive's place: its blocks, or a placeholder that cannot be overlooked.
  mutating func evaluate(_ call: DirectiveCall) -> [Block<Resolved>] {
    do throws(DiagnosticList) {
      let directive = try DirectiveRegistry.directive(for: call)
      if directive.isDeferred, !isComplete {
        deferred.append(call)
        // Marks the place; no rule of the text has the span of a directive.
        return [.rule(call.span)]
      }
      return try directive.run(call, &self)
    } catch {
      diagnostics.append(contentsOf: error)
      return [placeholder(for: call, because: error)]
    }
  }

  private func placeholder(
    for call: DirectiveCall, because problems: DiagnosticList
  ) -> Block<Resolved> {
    var content: [Inline<Resolved>] = []
    if let label = call.label { content.append(.anchor(label.name, call.span)) }
    let reason = problems.all.first { $0.severity == .error }?.message ?? "it has errors"
    content.append(.text(reason, call.span))
    let what = call.label?.name ?? call.argument?.text ?? call.name
    return .callout(
      Callout(
        kind: .caution, title: [.text("“\(what)” could not be made", call.span)],
        blocks: [.paragraph(Paragraph(content, span: call.span))], span: call.span))
  }

  private mutating func resolve(_ container: Container<Parsed>) -> Container<Resolved> {
    Container(resolve(container.blocks), span: container.span)
  }

  private mutating func resolve(_ heading: Heading<Parsed>) -> Heading<Resolved> {
    Heading(
      level: heading.level, content: resolve(heading.content),
      label: numbering.headingLabels[heading.span] ?? heading.label,
      number: number(at: heading.span), isNumbered: heading.isNumbered, span: heading.span)
  }

  private mutating func resolve(_ list: List<Parsed>) -> List<Resolved> {
    var items: [ListItem<Resolved>] = []
    for item in list.items {
      items.append(ListItem(blocks: resolve(item.blocks), task: item.task, span: item.span))
    }
    let kind: List<Resolved>.Kind =
      switch list.kind {
      case .bullet: .bullet
      case .ordered(let start): .ordered(start: start)
      }
    return List(kind: kind, isTight: list.isTight, items: items, span: list.span)
  }

  private mutating func resolve(_ figure: Figure<Parsed>) -> Figure<Resolved> {
    let content: Figure<Resolved>.Content
    switch figure.content {
    case .image(let image): content = .image(image)
    case .drawing(let drawing): content = .drawing(drawing)
    case .blocks(let blocks): content = .blocks(resolve(blocks))
    }
    return Figure(
      label: figure.label, number: number(at: figure.span), caption: resolve(figure.caption),
      content: content, width: figure.width,
      placement: Figure<Resolved>.Placement(rawValue: figure.placement.rawValue) ?? .automatic,
      altText: figure.altText,
      span: figure.span)
  }

  private mutating func resolve(_ table: DocumentTable<Parsed>) -> DocumentTable<Resolved> {
    var groups: [TableGroup<Resolved>] = []
    for group in table.body {
      let title = group.title.map { resolve($0) }
      groups.append(TableGroup(title: title, rows: resolve(group.rows)))
    }
    var notes: [[Inline<Resolved>]] = []
    for note in table.notes { notes.append(resolve(note)) }
    var resolved = DocumentTable<Resolved>(
      label: table.label, number: number(at: table.span), caption: resolve(table.caption),
      columns: table.columns, head: resolve(table.head), body: groups, notes: notes,
      span: table.span)
    resolved.decimalMark = words.numbers.decimal
    return resolved
  }

  private mutating func resolve(_ rows: [TableRow<Parsed>]) -> [TableRow<Resolved>] {
    var out: [TableRow<Resolved>] = []
    out.reserveCapacity(rows.count)
    for row in rows {
      var cells: [TableCell<Resolved>] = []
      cells.reserveCapacity(row.cells.count)
      for cell in row.cells {
        cells.append(
          TableCell(
            blocks: resolve(cell.blocks), columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
            alignment: cell.alignment, isHeader: cell.isHeader, isBest: cell.isBest))
      }
      out.append(TableRow(cells: cells, span: row.span))
    }
    return out
  }
}

extension Callout<Parsed>.Kind {
  /// The same kind of a resolved callout: nested types of generics are distinct.
  fileprivate var resolved: Callout<Resolved>.Kind {
    switch self {
    case .note: .note
    case .tip: .tip
    case .important: .important
    case .warning: .warning
    case .caution: .caution
    }
  }
}
