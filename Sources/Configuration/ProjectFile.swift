public import Diagnostics

/// A project's `report.yaml`.
///
/// Paths are relative to the folder of the file. Values that name files keep their place, so that a
/// missing chapter is reported where it is listed.
public struct ProjectFile: Sendable {
  public var title: Spanned<String>?
  public var subtitle: String?
  public var authors: [Author] = []
  /// As printed on the title page, and the date in the PDF's metadata when it is ISO 8601.
  public var date: String?
  /// A BCP 47 language tag.
  public var language = "en-US"
  /// The marks of numbers where they are not those of the language.
  public var numbers = NumberOptions()
  public var abstract: Spanned<String>?
  public var keywords: [String] = []
  /// The chapters in order, some of them grouped in parts.
  public var listing: [ChapterListing] = []
  /// Chapters that are lettered and follow all others, outside of the parts.
  public var appendices: [Spanned<String>] = []
  public var bibliography: [Spanned<String>] = []
  /// How works are cited and listed.
  public var citations = CitationStyle.numeric
  /// The data package; nil when the project has none.
  public var data: Spanned<String>?
  /// Where `report pdf` writes.
  public var output = "build/report.pdf"
  /// Where `report figures` writes.
  public var figures = "figures"
  /// What the PDF carries besides its pages.
  public var attach = AttachmentChoice.sources
  public var style = PageStyle()
  /// How words are divided where the patterns go wrong, by language: `data-flow`, or `covid` for
  /// one that stays whole.
  public var hyphenation: [String: [String]] = [:]
  public var math = MathOptions()
  /// What the report counts besides the units that are known: person, cycle.
  public var units: [Spanned<String>] = []

  public init() {}

  /// The files of all chapters and appendices, in order.
  public var chapters: [Spanned<String>] { listing.flatMap(\.files) + appendices }

  /// Reads the text of a `report.yaml`.
  ///
  /// - Throws: every mistake in it, each at its place.
  public static func parse(_ file: SourceFile) throws(DiagnosticList) -> ProjectFile {
    try decodeYAML(ProjectFile.self, from: SpannedText(file))
  }
}

/// How citations look in the text, and in what order the works are listed.
public enum CitationStyle: String, Hashable, Sendable, CaseIterable, Decodable {
  /// `[7]`, numbered in the order of first citation.
  case numeric
  /// `(Chen et al., 2024)`, listed by author and year.
  case authorYear = "author-year"
}

/// What a PDF carries besides its pages.
public enum AttachmentChoice: String, Hashable, Sendable, CaseIterable, Decodable {
  /// Every file that it was made from, so that it can be made again from itself.
  case sources
  case none
}

/// Somebody who wrote the report: a name, or `{name: …, affiliation: …}`.
public struct Author: Hashable, Sendable, Decodable {
  public var name: String
  public var affiliation: String?
  public var email: String?
  public var orcid: String?

  public init(name: String, affiliation: String? = nil) {
    self.name = name
    self.affiliation = affiliation
  }

  private enum CodingKeys: String, CodingKey, CaseIterable { case name, affiliation, email, orcid }

  public init(from decoder: any Decoder) throws {
    if decoder.yaml?.scalar != nil {
      name = try decoder.singleValueContainer().decode(String.self)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    affiliation = try container.decodeIfPresent(String.self, forKey: .affiliation)
    email = try container.decodeIfPresent(String.self, forKey: .email)
    orcid = try container.decodeIfPresent(String.self, forKey: .orcid)
  }
}

extension ProjectFile: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case title, subtitle, authors, author, date, language, abstract, keywords, chapters
    case appendices
    case bibliography, citations, data, output, figures, style, attach, hyphenation, math
    case units, numbers
  }

  public init(from decoder: any Decoder) throws {
    self.init()
    let container = try decoder.container(keyedBy: CodingKeys.self)
    title = try container.decodeIfPresent(Spanned<String>.self, forKey: .title)
    subtitle = try container.decodeIfPresent(String.self, forKey: .subtitle)
    authors =
      try container.decodeIfPresent(OneOrMore<Author>.self, forKey: .authors)?.values
      ?? container.decodeIfPresent(OneOrMore<Author>.self, forKey: .author)?.values ?? []
    date = try container.decodeIfPresent(PublicationDate.self, forKey: .date)?.text
    language = try container.decodeIfPresent(String.self, forKey: .language) ?? language
    numbers = try container.decodeIfPresent(NumberOptions.self, forKey: .numbers) ?? numbers
    abstract = try container.decodeIfPresent(Spanned<String>.self, forKey: .abstract)
    keywords = try container.decodeIfPresent([String].self, forKey: .keywords) ?? []
    listing = try container.decodeIfPresent([ChapterListing].self, forKey: .chapters) ?? []
    appendices =
      try container.decodeIfPresent([Spanned<String>].self, forKey: .appendices) ?? []
    bibliography =
      try container.decodeIfPresent(OneOrMore<Spanned<String>>.self, forKey: .bibliography)?.values
      ?? []
    citations =
      try container.decodeIfPresent(CitationStyle.self, forKey: .citations) ?? citations
    data = try container.decodeIfPresent(Spanned<String>.self, forKey: .data)
    output = try container.decodeIfPresent(String.self, forKey: .output) ?? output
    figures = try container.decodeIfPresent(String.self, forKey: .figures) ?? figures
    attach = try container.decodeIfPresent(AttachmentChoice.self, forKey: .attach) ?? attach
    style = try container.decodeIfPresent(PageStyle.self, forKey: .style) ?? style
    hyphenation =
      try container.decodeIfPresent([String: [String]].self, forKey: .hyphenation) ?? [:]
    math = try container.decodeIfPresent(MathOptions.self, forKey: .math) ?? math
    style.equationNumbers = math.numbers
    units = try container.decodeIfPresent([Spanned<String>].self, forKey: .units) ?? []
    for unit in units where !unit.value.unicodeScalars.allSatisfy(\.properties.isAlphabetic) {
      throw DiagnosticList.error(
        "bad-value", "'\(unit.value)' is no name of a unit", at: unit.span,
        help: "write what is counted as one word in the singular: person")
    }
  }
}

/// A value or a list of such values.
public struct OneOrMore<Value: Decodable & Sendable>: Decodable, Sendable {
  public var values: [Value]

  public init(_ values: [Value]) { self.values = values }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    values =
      decoder.yaml?.isSequence ?? true
      ? try container.decode([Value].self) : [try container.decode(Value.self)]
  }
}
