import Configuration
public import Datasets
public import Diagnostics
import Formulas
import Languages
public import Markup

/// Turns parsed chapters and their data into a document in which every number is final.
///
/// The order of the steps is the reason why chapters may be written in any order: first everything
/// is numbered, then formulas and queries are defined, then the text is resolved, so that a
/// sentence can use what a later chapter defines.
public struct Evaluator {
  private let store: Store
  private let sources: SourceMap
  private let bibliography: [BibliographyEntry]
  private let options: EvaluationOptions

  /// - Parameters:
  ///   - store: the project's data, with the cost model's functions.
  ///   - sources: all files of the run.
  ///   - bibliography: the works that can be cited.
  public init(
    store: Store, sources: SourceMap, bibliography: [BibliographyEntry] = [],
    options: EvaluationOptions = EvaluationOptions()
  ) {
    self.store = store
    self.sources = sources
    self.bibliography = bibliography
    self.options = options
  }

  /// Evaluates a whole manuscript. Always returns a document: what could not be evaluated is a
  /// visible placeholder, and a diagnostic says why.
  public func evaluate(_ manuscript: Manuscript<Parsed>) -> Evaluation {
    let chapters = manuscript.chapters.map { $0.withTitle() }
    var numbering = Numbering(
      numbersHeadings: options.numbersHeadings, partNumbers: options.partNumbers)
    numbering.number(chapters)
    var survey = ManuscriptSurvey()
    survey.walk(chapters)
    var works = Bibliography(entries: bibliography, style: options.citationStyle)
    for key in survey.citations { works.cite(key) }
    works.settle()

    var context = EvaluationContext(
      sources: sources, options: options, numbering: numbering, store: store,
      bibliography: works, referencedLabels: survey.references,
      manuscript: Manuscript(title: manuscript.title, chapters: chapters))
    context.diagnostics.append(contentsOf: numbering.diagnostics)
    FormulaDefinitions(survey.directives(FormulaDirective.name)).define(in: &context)
    defineQueries(survey.directives(QueryDirective.name), in: &context)

    context.hasProvenancePages = !survey.directives(ProvenanceDirective.name).isEmpty
    var resolved: [Document<Resolved>] = []
    for document in chapters { resolved.append(resolve(document, in: &context)) }
    DoubtedValues.excuse(in: &context)
    DeferredBlocks.fillIn(&resolved, in: &context)
    addReferences(to: &resolved, context)
    context.namePinsBehindChecks()
    context.diagnostics.append(contentsOf: store.takeWarnings())
    var evaluation = Evaluation(
      manuscript: Manuscript(title: manuscript.title, chapters: resolved),
      diagnostics: context.diagnostics, verdicts: context.verdicts,
      provenance: context.provenance, charts: context.charts, formulas: context.formulas.all)
    evaluation.formulaBlocks = context.formulaBlocks.map { definition, call in
      FormulaBlock(
        name: definition.name, label: call.label, tex: call.body.text.trimmed,
        meaning: call.options.text + "\n" + call.body.text, source: definition.source,
        span: call.span)
    }
    evaluation.stalePins = context.stalePins
    evaluation.rowAccounts = context.rowAccounts
    return evaluation
  }

  private func defineQueries(_ calls: [DirectiveCall], in context: inout EvaluationContext) {
    for call in calls {
      do throws(DiagnosticList) {
        try QueryDirective.define(call, in: store)
      } catch {
        context.diagnostics.append(contentsOf: error)
      }
    }
    context.diagnostics.append(contentsOf: store.compileViews())
  }

  private func resolve(
    _ document: ParsedDocument, in context: inout EvaluationContext
  ) -> Document<Resolved> {
    context.file = document.file
    let blocks = context.resolve(document.blocks)
    var footnotes: [Footnote<Resolved>] = []
    for note in document.footnotes {
      footnotes.append(
        Footnote(
          label: note.label, number: note.number, blocks: context.resolve(note.blocks),
          span: note.span))
    }
    return Document(
      file: document.file, frontMatter: document.frontMatter, blocks: blocks, footnotes: footnotes)
  }

  /// Puts the works cited under the heading that asks for them, else into a chapter of their own.
  private func addReferences(to chapters: inout [Document<Resolved>], _ context: EvaluationContext)
  {
    guard !context.bibliography.cited.isEmpty, let last = chapters.last else { return }
    var context = context
    let names = ["sec-references", "references", "refs"]
    for index in chapters.indices {
      let place = chapters[index].blocks.lastIndex { block in
        if case .heading(let heading) = block {
          names.contains(heading.label?.name ?? "")
        } else {
          false
        }
      }
      guard let place else { continue }
      // Behind what the author writes under that heading.
      let end =
        chapters[index].blocks[(place + 1)...].firstIndex { block in
          if case .heading = block { true } else { false }
        } ?? chapters[index].blocks.endIndex
      context.file = chapters[index].file
      let list = context.bibliography.referenceList(context.words.terms)
      chapters[index].blocks.insert(.references(list), at: end)
      return
    }
    let span = SourceSpan(file: last.file, start: 0, end: 0)
    var frontMatter = FrontMatter(title: options.terms.references, isNumbered: false)
    frontMatter.id = "sec-references"
    chapters.append(
      Document(
        file: last.file, frontMatter: frontMatter,
        blocks: [
          .heading(
            Heading(
              level: 1, content: [.text(options.terms.references, span)],
              label: Label("sec-references", span: span), isNumbered: false, span: span)),
          .references(context.bibliography.referenceList(options.terms)),
        ]))
  }
}

extension Document where Stage == Parsed {
  /// With the front matter's title as its first heading, when the text has no chapter heading.
  fileprivate func withTitle() -> Self {
    guard let title = frontMatter.title else { return self }
    let hasHeading = blocks.contains { block in
      if case .heading(let heading) = block { heading.level == 1 } else { false }
    }
    guard !hasHeading else { return self }
    let span = SourceSpan(file: file, start: 0, end: 0)
    var copy = self
    copy.blocks.insert(
      .heading(
        Heading(
          level: 1, content: [.text(title, span)],
          label: frontMatter.id.map { Label($0, span: span) }, span: span)), at: 0)
    return copy
  }
}

extension String {
  /// Without blanks and line ends around it.
  fileprivate var trimmed: String {
    let blanks: Set<Character> = [" ", "\n", "\t", "\r"]
    var text = drop { blanks.contains($0) }
    while let last = text.last, blanks.contains(last) { text.removeLast() }
    return String(text)
  }
}
