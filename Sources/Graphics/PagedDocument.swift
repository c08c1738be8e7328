/// One page: its size and everything on it.
public struct Page: Sendable {
  public var size: Size
  /// Content in reading order, tagged.
  public var content: Frame
  /// Running heads, folios and rules: artifacts, drawn outside every tag.
  public var furniture: Frame
  /// The number as printed ("iv", "12"); the page label in the PDF.
  public var label: String

  public init(size: Size, content: Frame, furniture: Frame, label: String) {
    self.size = size
    self.content = content
    self.furniture = furniture
    self.label = label
  }
}

/// An entry of the outline (bookmarks).
public struct OutlineEntry: Hashable, Sendable {
  public var title: String
  /// An anchor of the document.
  public var anchor: String
  /// 1 for chapters.
  public var level: Int

  public init(title: String, anchor: String, level: Int) {
    (self.title, self.anchor, self.level) = (title, anchor, level)
  }
}

public struct DocumentMetadata: Hashable, Sendable {
  public var title: String
  public var authors: [String]
  public var subject: String?
  public var keywords: [String]
  /// BCP 47.
  public var language: String
  /// ISO 8601 date or time, from the project, never the clock.
  public var date: String
  /// What links are called that lead to no heading, by the beginnings of their anchors.
  public var linkNames: [LinkName] = []

  /// "Table" for the links to anchors that begin with "tbl-".
  public struct LinkName: Hashable, Sendable {
    /// Empty for all others; the first that fits counts.
    public var prefix: String
    public var name: String

    public init(_ prefix: String, _ name: String) { (self.prefix, self.name) = (prefix, name) }
  }

  public init(
    title: String, authors: [String] = [], subject: String? = nil, keywords: [String] = [],
    language: String = "en", date: String = "2000-01-01"
  ) {
    self.title = title
    self.authors = authors
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.date = date
  }
}

/// A file attached to the PDF.
public struct Attachment: Hashable, Sendable {
  public var name: String
  public var bytes: [UInt8]
  public var mediaType: String
  public var description: String

  public init(name: String, bytes: [UInt8], mediaType: String, description: String) {
    self.name = name
    self.bytes = bytes
    self.mediaType = mediaType
    self.description = description
  }
}

/// The finished layout: pages of frames. Back ends need nothing else but the fonts.
public struct PagedDocument: Sendable {
  public var metadata: DocumentMetadata
  public var pages: [Page]
  public var outline: [OutlineEntry]
  public var structure: StructureTree
  public var attachments: [Attachment]

  public init(
    metadata: DocumentMetadata, pages: [Page], outline: [OutlineEntry], structure: StructureTree,
    attachments: [Attachment] = []
  ) {
    self.metadata = metadata
    self.pages = pages
    self.outline = outline
    self.structure = structure
    self.attachments = attachments
  }
}
