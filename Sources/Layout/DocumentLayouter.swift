public import Configuration
public import Diagnostics
public import Graphics
import Languages
public import Markup
import MathLayout
public import Typography

/// Lays a manuscript out on pages.
///
/// The steps: every chapter becomes a galley (`Composer`), every galley is cut into pages
/// (`PageBreaker`), the pages get their content and their furniture. The front matter comes last:
/// it has page numbers of its own, so that the contents cannot move what they list.
public struct DocumentLayouter {
  private let style: PageStyle
  private let fonts: FontLibrary
  private let images: any ImageFinding
  private let hyphenation: [String: [String]]

  /// - Parameters:
  ///   - style: sizes, colours and measures of the pages.
  ///   - fonts: the run's faces.
  ///   - images: where images come from.
  ///   - hyphenation: how words are divided where the patterns go wrong, by language.
  public init(
    style: PageStyle, fonts: FontLibrary, images: any ImageFinding = NoImages(),
    hyphenation: [String: [String]] = [:]
  ) {
    self.hyphenation = hyphenation
    self.style = style
    self.fonts = fonts
    self.images = images
  }

  /// - Returns: the pages, and what the author should know: overfull lines, characters that no font
  ///   has, images that are missing, links to nowhere, tables that had to be made smaller.
  public func layOut(_ manuscript: Manuscript<Resolved>) -> (
    document: PagedDocument, diagnostics: DiagnosticList
  ) {
    let title = manuscript.title
    var composer = Composer(
      style: style, fonts: fonts, images: images, anchors: AnchorIndex(manuscript.chapters),
      language: title.language)
    // Two languages may share their patterns: the later word counts.
    for (language, words) in hyphenation.sorted(by: { $0.key < $1.key }) {
      composer.typesetter.addHyphenation(words, language: language)
    }
    // Structure elements are made in reading order, pages in another.
    let hasTitle = title.isShown && style.hasTitlePage
    let titleFrame = hasTitle ? composer.titlePage(title) : nil
    let titleBoxes =
      title.isShown && !style.hasTitlePage
      ? composer.titleBlock(title) : []
    let lists = FrontMatterLists(title, style, &composer)

    var pages = PageAssembly(
      composer.styles,
      recordsCitations: style.hasBackReferences
        && manuscript.chapters.contains { $0.hasReferences })
    // A title without a page of its own stands above the contents, when there are any.
    let start = (composer: composer, pages: pages)
    addChapters(manuscript, below: lists.isEmpty ? titleBoxes : [], to: &pages, &composer)
    var front: [Page] = []
    if let titleFrame { front.append(pages.titlePage(titleFrame)) }
    front += lists.pages(after: front.count, below: titleBoxes, in: &pages, &composer)
    if front.isEmpty, !lists.isEmpty, !titleBoxes.isEmpty {
      (composer, pages) = start
      addChapters(manuscript, below: titleBoxes, to: &pages, &composer)
    }
    if front.isEmpty, pages.pages.isEmpty { pages.addEmptyPage() }
    composer.diagnoseFonts(manuscript.chapters)
    var metadata = DocumentMetadata(
      title: title.title, authors: title.authors.map(\.name), language: title.language,
      date: title.date ?? "2000-01-01")
    metadata.linkNames = composer.styles.terms.linkNames
    let document = PagedDocument(
      metadata: metadata,
      pages: front + pages.pages, outline: composer.outlineEntries(),
      structure: composer.structure)
    return (document, composer.diagnostics)
  }

  /// Composes the chapters and makes pages of each. From the file with the works cited on, this is
  /// done once more when the pages that it names turn out to be others.
  private func addChapters(
    _ manuscript: Manuscript<Resolved>, below titleBoxes: [VerticalBox],
    to pages: inout PageAssembly, _ composer: inout Composer
  ) {
    let title = manuscript.title
    let chapters = manuscript.chapters
    let opensPages = title.isShown && style.breaksBeforeChapter
    let isOneFlow = title.isShown && !style.breaksBeforeChapter
    var start: (composer: Composer, pages: PageAssembly, index: Int)?
    var attempts = 0
    var index = 0
    while index < chapters.count {
      let document = chapters[index]
      if start == nil, document.hasReferences {
        start = (composer, pages, index)
        composer.citationPages = pages.citations
      }
      if manuscript.beginsChapter(at: index) {
        composer.chapter.opensPage = opensPages
        composer.beginChapter(document.frontMatter, at: index)
        if index == 0, title.isShown, !style.hasTitlePage, !style.hasFrontLists {
          composer.addAbstract(
            title, in: composer.bodyContext(in: composer.chapter.section))
        }
      }
      composer.add(document)
      index += 1
      if index == chapters.count || !isOneFlow && manuscript.beginsChapter(at: index) {
        pages.add(
          composer.finishGalley(), title: pages.pages.isEmpty ? titleBoxes : [],
          head: isOneFlow ? title.title : nil,
          isPart: opensPages && document.frontMatter.isPart, opensPages: opensPages, &composer)
      }
      if index == chapters.count, let start, attempts < 3,
        pages.citations != composer.citationPages
      {
        let found = (pages.citations, composer.drawingFaults)
        (composer, pages, index) = start
        // The text of drawings remembers what it has told.
        (composer.citationPages, composer.drawingFaults) = found
        attempts += 1
      }
    }
    if start != nil, pages.citations != composer.citationPages {
      composer.diagnostics.append(
        .warning(
          "unsettled-pages", "the pages named below the works cited move when they are named",
          at: nil, help: "set 'back-references: false', or reword the list's neighbourhood"))
    }
    composer.diagnostics.append(contentsOf: composer.drawingFaults)
  }
}

extension Terms {
  fileprivate var linkNames: [DocumentMetadata.LinkName] {
    [
      .init("note-", footnote), .init("tbl-", table), .init("fig-", figure),
      .init("eq-", equation), .init("sec-", section), .init("chk-", check), .init("", reference),
    ]
  }
}

extension Document {
  fileprivate var hasReferences: Bool {
    blocks.contains { if case .references = $0 { true } else { false } }
  }
}

extension Composer {
  /// Opens the galley of the chapter that begins with the manuscript's file of this index.
  fileprivate mutating func beginChapter(_ frontMatter: FrontMatter, at index: Int) {
    chapter.index = index
    chapter.isPart = frontMatter.isPart
    chapter.isInPart = frontMatter.isInPart
    if frontMatter.isPart {
      part = structure.add(.part, in: .document)
      chapter.sections = [(0, part)]
    } else {
      if !frontMatter.isInPart { part = .document }
      chapter.sections = [(0, structure.add(.section, in: part))]
    }
  }

  /// Adds a file to the chapter's galley; its footnotes count on from those of the files before.
  fileprivate mutating func add(_ document: ResolvedDocument) {
    chapter.firstNote = chapter.footnotes.count
    chapter.footnotes += document.footnotes
    chapter.noteNumbers += ReadingOrder.noteNumbers(of: document).map { chapter.firstNote + $0 }
    inLanguage(document.frontMatter.language) { composer in
      // What an earlier file of the chapter has begun keeps its language.
      if composer.chapter.isUntouched(in: composer.structure) { composer.noteLanguage() }
      composer.chapter.runsRightToLeft =
        composer.styles.runRightToLeft || document.blocks.mostlyRunRightToLeft
      composer.add(document.blocks, in: composer.bodyContext(in: composer.chapter.section))
    }
  }

  /// Parts and chapters stand open at the top level, sections and chapters of parts below them.
  func outlineEntries() -> [OutlineEntry] {
    outline.map { entry in
      let number =
        entry.number.map { (entry.isPart ? styles.terms.part + " " : "") + $0 + "  " } ?? ""
      return OutlineEntry(
        title: number + entry.title, anchor: entry.anchor,
        level: entry.level + (entry.isInPart ? 1 : 0))
    }
  }

  /// Space between a float and the text.
  var floatGap: Points { rhythm * 1.5 }
  /// Space with a rule above footnotes.
  static var noteSeparator: Points { 14 }
}

extension Manuscript {
  /// Whether the file of this index does not go on with the chapter before it. Nothing goes on with
  /// the title of a part.
  fileprivate func beginsChapter(at index: Int) -> Bool {
    index == 0 || !chapters[index].continuesChapter || chapters[index - 1].frontMatter.isPart
  }
}
