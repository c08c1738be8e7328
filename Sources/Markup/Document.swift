public import Diagnostics

/// What a document may still contain: `Parsed` documents hold directive calls, `Resolved` ones hold
/// `Never`, so "data not evaluated" is a compile error.
public protocol DocumentStage: Sendable {
  associatedtype BlockEmbed: Sendable
  associatedtype InlineEmbed: Sendable
}

/// After parsing: no data was read yet.
public enum Parsed: DocumentStage {
  public typealias BlockEmbed = DirectiveCall
  public typealias InlineEmbed = InlineCall
}

/// After evaluation: every number is final, every label resolves.
public enum Resolved: DocumentStage {
  public typealias BlockEmbed = Never
  public typealias InlineEmbed = Never
}

public typealias ParsedDocument = Document<Parsed>
public typealias ResolvedDocument = Document<Resolved>

/// One chapter (or one plain Markdown file).
public struct Document<Stage: DocumentStage>: Sendable {
  public var file: FileID
  public var frontMatter: FrontMatter
  public var blocks: [Block<Stage>]
  /// In order of first use; `FootnoteReference.index` points here.
  public var footnotes: [Footnote<Stage>]

  public init(
    file: FileID, frontMatter: FrontMatter = FrontMatter(), blocks: [Block<Stage>],
    footnotes: [Footnote<Stage>] = []
  ) {
    self.file = file
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.footnotes = footnotes
  }

  /// Whether this file goes on with the chapter of the file before it: it has neither a heading of
  /// the first level nor a title. A long chapter can so be one file per section.
  public var continuesChapter: Bool {
    frontMatter.title == nil
      && !blocks.contains { block in
        if case .heading(let heading) = block { heading.level == 1 } else { false }
      }
  }
}

/// A whole publication: what the title page says, and the chapters in order.
public struct Manuscript<Stage: DocumentStage>: Sendable {
  public var title: TitlePage
  public var chapters: [Document<Stage>]

  public init(title: TitlePage, chapters: [Document<Stage>]) {
    self.title = title
    self.chapters = chapters
  }
}

/// Title page and metadata; a plain file has `isShown == false` and no contents page.
public struct TitlePage: Sendable, Equatable {
  public var title: String
  public var subtitle: String?
  public var authors: [Author]
  /// As written in the project, ISO 8601.
  public var date: String?
  public var abstract: String?
  public var language: String
  /// One line at the foot on how the report was built.
  public var colophon: String?
  public var isShown: Bool

  public struct Author: Sendable, Equatable {
    public var name: String
    public var affiliation: String?

    public init(name: String, affiliation: String? = nil) {
      self.name = name
      self.affiliation = affiliation
    }
  }

  public init(
    title: String, subtitle: String? = nil, authors: [Author] = [], date: String? = nil,
    abstract: String? = nil, language: String = "en-US", colophon: String? = nil,
    isShown: Bool = true
  ) {
    self.title = title
    self.subtitle = subtitle
    self.authors = authors
    self.date = date
    self.abstract = abstract
    self.language = language
    self.colophon = colophon
    self.isShown = isShown
  }
}

/// The YAML block at the top of a chapter.
public struct FrontMatter: Sendable, Equatable {
  public var title: String?
  public var shortTitle: String?
  public var id: String?
  public var language: String?
  /// Chapters without a number: preface, references, appendices' parents.
  public var isNumbered: Bool
  public var isAppendix: Bool
  /// Whether the file is no chapter but the title of a part, with what stands below it.
  public var isPart = false
  /// Whether the chapter belongs to the part before it.
  public var isInPart = false

  public init(
    title: String? = nil, shortTitle: String? = nil, id: String? = nil, language: String? = nil,
    isNumbered: Bool = true, isAppendix: Bool = false
  ) {
    self.title = title
    self.shortTitle = shortTitle
    self.id = id
    self.language = language
    self.isNumbered = isNumbered
    self.isAppendix = isAppendix
  }
}
