/// Names one element of a document's structure tree.
public struct StructureID: Hashable, Sendable {
  public let rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The Document element at the root of every tree.
  public static let document = StructureID(rawValue: 0)
}

/// Standard structure types (ISO 32000-1, 14.8.4), as far as Report uses them.
public enum StructureRole: String, Hashable, Sendable, CaseIterable {
  case document = "Document"
  case part = "Part"
  case section = "Sect"
  case division = "Div"
  case blockQuote = "BlockQuote"
  case caption = "Caption"
  case contents = "TOC"
  case contentsItem = "TOCI"
  case paragraph = "P"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case heading4 = "H4"
  case heading5 = "H5"
  case heading6 = "H6"
  case list = "L"
  case listItem = "LI"
  case label = "Lbl"
  case listBody = "LBody"
  case table = "Table"
  case tableRow = "TR"
  case tableHeader = "TH"
  case tableCell = "TD"
  case tableHead = "THead"
  case tableBody = "TBody"
  case span = "Span"
  case note = "Note"
  case reference = "Reference"
  case bibliographyEntry = "BibEntry"
  case code = "Code"
  case link = "Link"
  case figure = "Figure"
  case formula = "Formula"

  /// The heading role of a level from 1; levels past 6 are 6.
  public static func heading(_ level: Int) -> StructureRole {
    [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6][min(max(level, 1), 6) - 1]
  }
}

/// One element of the logical structure: what a screen reader reads.
public struct StructureElement: Hashable, Sendable {
  public enum Scope: String, Hashable, Sendable { case row = "Row", column = "Column" }

  /// How the labels of a list count (ISO 32000-1, table 347).
  public enum ListNumbering: String, Hashable, Sendable {
    case none = "None"
    case disc = "Disc"
    case decimal = "Decimal"
    case lowerAlpha = "LowerAlpha"
    case lowerRoman = "LowerRoman"
  }

  public var role: StructureRole
  public var parent: StructureID
  /// What is read in place of the content (figures, formulas).
  public var altText: String?
  /// The text that the content stands for (emoji images, for example).
  public var actualText: String?
  /// BCP 47 tag when it differs from the document's.
  public var language: String?
  /// For header cells.
  public var scope: Scope?
  /// For lists.
  public var listNumbering: ListNumbering?
  public var columnSpan = 1
  public var rowSpan = 1

  public init(role: StructureRole, parent: StructureID, altText: String? = nil) {
    self.role = role
    self.parent = parent
    self.altText = altText
  }
}

/// The logical structure of a document, in reading order. Elements are made in reading order, so
/// children of one parent are ordered by id.
public struct StructureTree: Sendable {
  public private(set) var elements: [StructureElement]

  public init(language: String? = nil) {
    var root = StructureElement(role: .document, parent: .document)
    root.language = language
    elements = [root]
  }

  public mutating func add(_ element: StructureElement) -> StructureID {
    elements.append(element)
    return StructureID(rawValue: Int32(elements.count - 1))
  }

  public mutating func add(_ role: StructureRole, in parent: StructureID, altText: String? = nil)
    -> StructureID
  {
    add(StructureElement(role: role, parent: parent, altText: altText))
  }

  public subscript(id: StructureID) -> StructureElement {
    get { elements[Int(id.rawValue)] }
    set { elements[Int(id.rawValue)] = newValue }
  }

  /// The ids from just below the root down to `id`; empty for the root.
  public func path(to id: StructureID) -> [StructureID] {
    var path: [StructureID] = []
    var at = id
    while at != .document {
      path.append(at)
      at = self[at].parent
    }
    return path.reversed()
  }
}
