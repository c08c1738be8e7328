import Configuration
import Datasets
import Diagnostics
import Evaluation
import Formulas
import Languages
import Markup
import Plot

extension Pipeline {
  /// Stage 1: Markdown to documents.
  func parse() -> Manuscript<Parsed> {
    session.stage("parse") {
      var documents: [ParsedDocument] = []
      let (macros, mistakes) = project.macros()
      session.diagnostics.append(contentsOf: mistakes)
      let options = ChapterParser.Options(
        language: project.settings.language, isReadme: !project.isProject,
        macros: macros)
      for entry in project.entries {
        if let document = entry.parsed(options, into: &session.diagnostics) {
          documents.append(document)
        }
      }
      return Manuscript(title: titlePage(documents), chapters: documents)
    }
  }

  /// The data package in a database, with the cost model's functions; empty without a package.
  func loadData() throws -> Store {
    try session.stage("data") {
      let store = try WorldFailure.wrap {
        try Store(
          sources: session.sources, countingUnits: project.settings.units.map(\.value))
      }
      if let path = project.settings.data {
        let folder = SourceFolder(root: project.root, sources: session.sources)
        if let package = folder.read(path.value, listedAt: path.span, into: &session.diagnostics) {
          let found = try WorldFailure.wrap {
            try store.load(package) { try folder.contents(of: $0) }
          }
          session.diagnostics.append(contentsOf: found)
        } else {
          store.noteUnreadPackage()
        }
      }
      _ = try WorldFailure.wrap { try store.registerCostFunctions() }
      return store
    }
  }

  /// Stage 2: every number final, every label resolved.
  func evaluate(_ manuscript: Manuscript<Parsed>, _ store: Store) throws -> Evaluation {
    session.stage("evaluate") {
      var options = EvaluationOptions(
        numbersHeadings: project.settings.style.numbersHeadings,
        citationStyle: project.settings.citations)
      var works: [BibliographyEntry] = []
      let folder = SourceFolder(root: project.root, sources: session.sources)
      for path in project.settings.bibliography {
        guard let file = folder.read(path.value, listedAt: path.span, into: &session.diagnostics)
        else {
          options.lacksWorks = true
          continue
        }
        let (entries, diagnostics) = BibTeXReader.read(file)
        session.diagnostics.append(contentsOf: diagnostics)
        works += entries
      }
      options.terms = Terms(language: manuscript.title.language)
      options.numbers = NumberMarks(
        language: manuscript.title.language, changedBy: project.settings.numbers)
      options.partNumbers = project.settings.style.partNumbers
      options.review = reviewMaterials(manuscript, store)
      // What is wrong with them was reported when the chapters were parsed.
      options.macros = project.macros().table
      let evaluator = Evaluator(
        store: store, sources: session.sources, bibliography: works, options: options)
      let evaluation = evaluator.evaluate(manuscript)
      for var diagnostic in evaluation.diagnostics.all {
        // A README's links lead where its code host leads them.
        if !project.isProject, diagnostic.code == "undefined-label" {
          diagnostic.severity = .warning
        }
        session.diagnostics.append(diagnostic)
      }
      session.verdicts = evaluation.verdicts
      return evaluation
    }
  }

  /// What the title page says; for plain files only the title, from their front matter or first
  /// heading.
  private func titlePage(_ documents: [ParsedDocument]) -> TitlePage {
    let settings = project.settings
    let fallback = documents.first.flatMap { $0.frontMatter.title ?? $0.firstHeading }
    return TitlePage(
      title: settings.title?.value ?? fallback ?? "Untitled", subtitle: settings.subtitle,
      authors: settings.authors.map {
        TitlePage.Author(name: $0.name, affiliation: $0.affiliation)
      },
      date: settings.date, abstract: settings.abstract?.value,
      language: documents.first?.frontMatter.language ?? settings.language,
      isShown: project.isProject)
  }
}

extension NumberMarks {
  /// The marks of a language, but for what the project says otherwise.
  init(language: String, changedBy options: NumberOptions) {
    self.init(language: language)
    decimal = options.decimal ?? decimal
    switch options.group {
    // One mark cannot be both.
    case .mark(let mark):
      group = mark
      if mark == decimal { decimal = mark == "," ? "." : "," }
    case .some(.none): group = nil
    case nil where group == decimal: group = decimal == "," ? "." : ","
    case nil: break
    }
    leastGrouped = options.groupedFrom ?? leastGrouped
    switch options.percent {
    case .close: percent = .behind
    case .spaced: percent = .behindSpaced
    case nil: break
    }
  }
}

extension Document where Stage == Parsed {
  fileprivate var firstHeading: String? { blocks.firstHeading }
}

extension [Block<Parsed>] {
  /// The words of the first heading, which READMEs like to centre.
  fileprivate var firstHeading: String? {
    for block in self {
      switch block {
      case .heading(let heading):
        let title = heading.content.titleText()
        if !title.isEmpty { return title }
      case .aligned(_, let inner):
        if let title = inner.blocks.firstHeading { return title }
      default: break
      }
    }
    return nil
  }
}
