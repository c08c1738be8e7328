/// An entry of `chapters` in `report.yaml`: a file, or a part with the files under it.
public enum ChapterListing: Sendable {
  case file(Spanned<String>)
  case part(PartListing)

  /// The files of chapters, in order.
  public var files: [Spanned<String>] {
    switch self {
    case .file(let path): [path]
    case .part(let part): part.chapters
    }
  }
}

/// A part of a report as `{part: Title, chapters: […]}`.
public struct PartListing: Sendable {
  /// The part's title, or a Markdown file whose first heading is the title and whose text stands
  /// below it.
  public var title: Spanned<String>
  /// The part's label, without `sec-`.
  public var id: Spanned<String>?
  /// `false` for a part without a number.
  public var isNumbered: Bool
  public var chapters: [Spanned<String>]

  /// Whether the title names a file.
  public var isFile: Bool {
    [".md", ".markdown", ".qmd"].contains { title.value.hasSuffix($0) }
  }
}

extension ChapterListing: Decodable {
  public init(from decoder: any Decoder) throws {
    if decoder.yaml?.scalar != nil {
      self = .file(try Spanned<String>(from: decoder))
    } else {
      self = .part(try PartListing(from: decoder))
    }
  }
}

extension PartListing: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case part, id, numbered, chapters }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    title = try container.decode(Spanned<String>.self, forKey: .part)
    id = try container.decodeIfPresent(Spanned<String>.self, forKey: .id)
    isNumbered = try container.decodeIfPresent(Bool.self, forKey: .numbered) ?? true
    chapters = try container.decodeIfPresent([Spanned<String>].self, forKey: .chapters) ?? []
  }
}

/// How parts are numbered.
public enum PartNumbers: String, Hashable, Sendable, CaseIterable, Decodable {
  /// I, II, III.
  case roman
  /// A, B, C.
  case letters
  /// 1, 2, 3.
  case arabic
  case none
}
