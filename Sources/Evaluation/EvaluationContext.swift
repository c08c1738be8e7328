public import Configuration
import Datasets
import Diagnostics
import Formulas
public import Languages
import Markup
public import MathSyntax
public import Plot

/// What evaluating a document knows and collects. Passed `inout` from block to block.
struct EvaluationContext {
  let sources: SourceMap
  let options: EvaluationOptions
  let numbering: Numbering
  let store: Store
  var bibliography: Bibliography
  /// Labels that the text refers to.
  let referencedLabels: Set<String>
  var formulas = FormulaLibrary()
  /// The file of the chapter at hand: plain links mean its own headings first.
  var file: FileID
  /// Of the chapters that are in another language than the report.
  private let foreignWords: [FileID: ChapterWords]
  private let reportWords: ChapterWords

  var diagnostics = DiagnosticList()
  var verdicts: [Verdict] = []
  var provenance: [ProvenanceRecord] = []
  var charts: [LabelledChart] = []
  /// Every formula block that compiled, as written, with its block.
  var formulaBlocks: [(definition: FormulaDefinition, call: DirectiveCall)] = []
  /// Directives that tell of the whole report, in reading order.
  var deferred: [DirectiveCall] = []
  /// Whether everything else is evaluated.
  var isComplete = false
  /// Whether the report prints where its numbers come from, so that tables can lead there.
  var hasProvenancePages = false
  var stalePins: [StalePinnedValue] = []
  /// Checks that fail, with the tables that they read.
  var failedChecks: [(tables: Set<String>, span: SourceSpan)] = []
  var rowAccounts: [RowAccount] = []

  init(
    sources: SourceMap, options: EvaluationOptions, numbering: Numbering, store: Store,
    bibliography: Bibliography, referencedLabels: Set<String>,
    manuscript: Manuscript<Parsed>
  ) {
    self.sources = sources
    self.options = options
    self.numbering = numbering
    self.store = store
    self.bibliography = bibliography
    self.referencedLabels = referencedLabels
    file = manuscript.chapters.first?.file ?? FileID(rawValue: 0)
    reportWords = ChapterWords(
      language: manuscript.title.language, terms: options.terms, numbers: options.numbers)
    var foreign: [FileID: ChapterWords] = [:]
    for chapter in manuscript.chapters {
      foreign[chapter.file] = chapter.frontMatter.language.map {
        ChapterWords(
          language: $0, terms: Terms(language: $0), numbers: NumberMarks(language: $0))
      }
    }
    foreignWords = foreign
  }

  /// The words of the chapter at hand.
  var words: ChapterWords { foreignWords[file] ?? reportWords }

  /// The words that Report sets itself in the chapter at hand.
  var terms: Terms { words.terms }

  /// The number of the thing at a place.
  func number(at span: SourceSpan) -> String? { numbering.numbers[span] }

  /// Keeps where a value comes from.
  mutating func record(_ record: consuming ProvenanceRecord) -> ProvenanceID {
    provenance.append(consume record)
    return ProvenanceID(rawValue: Int32(provenance.count - 1))
  }

  /// Notes where the rows of a table or chart went.
  mutating func account(
    _ kind: RowAccount.Kind, for rows: ResultTable, showing shown: Int, of call: DirectiveCall,
    leavingOut exclusions: [RowAccount.Exclusion] = []
  ) {
    let sources = rows.provenance.tables.compactMap { table in
      store.rowCount(of: table).map { RowAccount.Source(table: table, rowCount: $0) }
    }
    rowAccounts.append(
      RowAccount(
        kind, label: call.label, rowCount: rows.rowCount, shown: shown, exclusions: exclusions,
        sources: sources, span: call.span))
  }

  // MARK: Text inside options

  /// The running text of an option such as `caption`, resolved.
  mutating func inlines(_ text: Spanned<String>?) -> [Inline<Resolved>] {
    guard let text, !text.value.isEmpty else { return [] }
    let spanned = spannedText(text)
    let (content, found) = ChapterParser.parseInlines(
      spanned, in: sources[spanned.file],
      options: ChapterParser.Options(language: words.language, macros: options.macros))
    diagnostics.append(contentsOf: found)
    return resolve(content)
  }

  /// The text of an option with the way back to its place in the chapter.
  func spannedText(_ text: Spanned<String>) -> SpannedText {
    if let source = text.source { return source }
    guard let span = text.span else { return SpannedText(file: file) }
    let written = sources[span.file].text(of: span)
    var result = SpannedText(file: span.file)
    // A quoted scalar starts behind its quotation mark; one with escapes has no exact columns.
    let isQuoted = written.hasPrefix("\"") || written.hasPrefix("'")
    result.append(Array(text.value.utf8), at: Int(span.start) + (isQuoted ? 1 : 0))
    return result
  }
}

/// The language of a chapter, and the words that are set without an author writing them. Shared,
/// because every value asks for its few marks among some hundred words.
final class ChapterWords: Sendable {
  let language: String
  let terms: Terms
  let numbers: NumberMarks

  init(language: String, terms: Terms, numbers: NumberMarks) {
    (self.language, self.terms, self.numbers) = (language, terms, numbers)
  }

  /// Text between the language's quotation marks.
  func quoted(_ text: String) -> String { QuoteMarks(language: language).quoted(text) }
}

/// Choices of the project that change what evaluation makes.
public struct EvaluationOptions: Sendable {
  /// Chapters and sections carry numbers; off for plain Markdown files.
  public var numbersHeadings: Bool
  public var citationStyle: CitationStyle
  /// Whether some of the bibliography could not be read, so that works are missing through no fault
  /// of those who cite them.
  public var lacksWorks = false
  public var partNumbers = PartNumbers.roman
  /// The words of references and of the heading of the list of works.
  public var terms = Terms(language: "en")
  /// The marks of numbers in chapters in the language of the report.
  public var numbers = NumberMarks.english
  /// What the reviewer's pages tell besides what evaluation knows.
  public var review = ReviewMaterials()
  /// Commands for formulas that the project defines.
  public var macros = MacroTable.empty

  public init(
    numbersHeadings: Bool = true, citationStyle: CitationStyle = .numeric
  ) {
    self.numbersHeadings = numbersHeadings
    self.citationStyle = citationStyle
  }
}
