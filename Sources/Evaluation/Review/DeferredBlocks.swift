import Diagnostics
import Markup

/// Puts what tells of the whole report into the places that were kept for it, once everything else
/// is evaluated: the table of all verdicts may stand before the last check.
enum DeferredBlocks {
  static func fillIn(_ chapters: inout [Document<Resolved>], in context: inout EvaluationContext) {
    guard !context.deferred.isEmpty else { return }
    context.isComplete = true
    var made: [SourceSpan: [Block<Resolved>]] = [:]
    for call in context.deferred {
      context.file = call.span.file
      made[call.span] = context.evaluate(call)
    }
    for index in chapters.indices {
      chapters[index].blocks = filled(chapters[index].blocks, with: made)
      for note in chapters[index].footnotes.indices {
        chapters[index].footnotes[note].blocks = filled(
          chapters[index].footnotes[note].blocks, with: made)
      }
    }
  }

  private static func filled(
    _ blocks: [Block<Resolved>], with made: [SourceSpan: [Block<Resolved>]]
  ) -> [Block<Resolved>] {
    blocks.flatMap { block -> [Block<Resolved>] in
      switch block {
      case .rule(let span): return made[span] ?? [block]
      case .list(var list):
        for index in list.items.indices {
          list.items[index].blocks = filled(list.items[index].blocks, with: made)
        }
        return [.list(list)]
      case .quote(let quote):
        return [.quote(Container(filled(quote.blocks, with: made), span: quote.span))]
      case .aligned(let alignment, let inner):
        return [
          .aligned(alignment, Container(filled(inner.blocks, with: made), span: inner.span))
        ]
      case .callout(var callout):
        callout.blocks = filled(callout.blocks, with: made)
        return [.callout(callout)]
      case .details(var details):
        details.blocks = filled(details.blocks, with: made)
        return [.details(details)]
      case .figure(var figure):
        guard case .blocks(let inner) = figure.content else { return [block] }
        figure.content = .blocks(filled(inner, with: made))
        return [.figure(figure)]
      case .table(var table):
        for group in table.body.indices {
          for row in table.body[group].rows.indices {
            for cell in table.body[group].rows[row].cells.indices {
              let inner = table.body[group].rows[row].cells[cell].blocks
              table.body[group].rows[row].cells[cell].blocks = filled(inner, with: made)
            }
          }
        }
        return [.table(table)]
      case .heading, .paragraph, .code, .math, .references: return [block]
      }
    }
  }
}
