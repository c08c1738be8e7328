/// What a PDF says of its own structure: the tree of tags, the marks on its pages, and what ties
/// them together. Read with libqpdf, so that it also judges what this module has written.
public struct TaggedPDF: Sendable {
  /// Stretches of content with one mark each.
  public struct Mark: Hashable, Sendable {
    /// Index of the page, from 0.
    public var page: Int
    /// The number of the stretch on its page.
    public var number: Int
  }

  /// What an element holds, in reading order.
  public enum Kid: Hashable, Sendable {
    /// Index into `elements`.
    case element(Int)
    case mark(Mark)
    /// Object number of an annotation.
    case annotation(Int)
  }

  public struct Element: Sendable {
    public var role: String
    /// Index into `elements`; nil for a child of the root.
    public var parent: Int?
    /// Its object number.
    public var object: Int
    public var kids: [Kid] = []
    public var altText: String?
    public var actualText: String?
    public var language: String?
    /// Its name, as notes must have one.
    public var id: String?
    public var scope: String?
    public var columnSpan = 1
    public var rowSpan = 1
    public var listNumbering: String?
    /// Whether it says where it stands on the page.
    public var hasBounds = false
  }

  public struct Annotation: Sendable {
    public var object: Int
    public var subtype: String
    /// What it says of itself; for a field of a form, its name for people.
    public var contents: String?
    /// Its key in the parent tree.
    public var parentKey: Int?
  }

  public struct Page: Sendable {
    public var content = MarkedStream()
    public var annotations: [Annotation] = []
    /// The order in which the tab key visits.
    public var tabOrder: String?
    /// Its key in the parent tree.
    public var parentKey: Int?
  }

  /// The elements in reading order, the root's child first.
  public internal(set) var elements: [Element] = []
  public internal(set) var pages: [Page] = []
  /// What the parent tree says: for a page the elements of its marks, for an annotation one, each by
  /// its object number; 0 for none.
  public internal(set) var parents: [Int: [Int]] = [:]
  public internal(set) var isMarked = false
  public internal(set) var isSuspect = false
  public internal(set) var showsTitle = false
  public internal(set) var language: String?
  /// Whether the metadata can be read.
  public internal(set) var hasMetadata = false
  /// Whether programs that read aloud may have the text.
  public internal(set) var mayBeReadAloud = true
  /// Whether it holds a form that is laid out when it is opened.
  public internal(set) var hasDynamicForm = false
  /// Settings of layers without a name, and those that switch layers by themselves.
  public internal(set) var unnamedLayers = 0
  public internal(set) var automaticLayers = 0
  /// Attached files that are not named both for old and for new programs.
  public internal(set) var unnamedAttachments = 0
  /// Pages that show a page of another file.
  public internal(set) var outsidePages: [Int] = []
  /// The title and the part of ISO 14289 in the metadata.
  public internal(set) var title: String?
  public internal(set) var accessibilityPart: String?
  /// Non-standard roles and what they stand for.
  public internal(set) var roleMap: [String: String] = [:]
  /// Fonts whose program is not in the file, and fonts that do not say which text they show.
  public internal(set) var absentFonts: [String] = []
  public internal(set) var silentFonts: [String] = []
  /// Fonts that say a glyph stands for no character, and embedded ones that do not say which glyph
  /// a code shows.
  public internal(set) var voidFonts: [String] = []
  public internal(set) var unmappedFonts: [String] = []

  /// The elements below one, without itself.
  public func children(of element: Int) -> [Int] {
    elements[element].kids.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// The standard role that an element's own stands for.
  public func role(_ element: Int) -> String {
    var role = elements[element].role
    var steps = 0
    while let mapped = roleMap[role], steps < 16 { (role, steps) = (mapped, steps + 1) }
    return role
  }
}
