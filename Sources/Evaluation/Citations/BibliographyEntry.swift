public import Diagnostics

/// One work of a BibTeX file.
public struct BibliographyEntry: Sendable, Equatable {
  public var key: String
  /// `article`, `inproceedings`, `misc` … in lower case.
  public var kind: String
  /// Fields by lower-case name, as plain text.
  public var fields: [String: String]
  /// Who made it: its authors, or the editors of a work without authors.
  public var authors: [PersonName]
  /// Also of a work with authors.
  public var editors: [PersonName] = []
  /// The place of the key.
  public var span: SourceSpan

  public struct PersonName: Sendable, Equatable {
    /// "Liang", "L. M.".
    public var given: String
    /// "Chen", "van der Berg"; the whole of a name in braces.
    public var family: String

    public init(given: String, family: String) {
      self.given = given
      self.family = family
    }
  }

  public subscript(field: String) -> String? { fields[field] }

  /// "1973"; whatever else stands for one.
  public var year: String? {
    if let year = fields["year"] { return year.lastFourDigits ?? year }
    return fields["date"].map { $0.firstFourDigits ?? $0 }
  }

  /// Stands in a book that has a title of its own.
  var isPart: Bool { kind.hasPrefix("in") || ["suppbook", "suppcollection"].contains(kind) }

  /// What is missing here and said of the work that holds this one: its title is then that of the
  /// book (BibTeX's `crossref`, biblatex's `xdata`).
  mutating func inherit(from whole: BibliographyEntry) {
    for (field, value) in whole.fields {
      var field = field
      if ["key", "crossref", "xdata", "author", "_others", "note", "keywords"].contains(field) {
        // The authors of a book are not those of its parts.
        guard field == "author", !isPart else { continue }
      }
      if isPart, field == "title" { field = "booktitle" }
      if isPart, field == "subtitle" { field = "booksubtitle" }
      if field == "booktitle", !isPart { continue }
      if fields[field] == nil { fields[field] = value }
    }
    if authors.isEmpty, !isPart { fields["_others"] = whole["_others"] }
    if editors.isEmpty { editors = whole.editors }
    if authors.isEmpty { authors = isPart ? editors : whole.authors }
  }
}

extension BibliographyEntry.PersonName {
  /// Splits BibTeX's `A and B and others`.
  ///
  /// - Returns: the names, and whether more were left out with `others`.
  static func list(_ text: String) -> (names: [Self], hasOthers: Bool) {
    var names: [Self] = []
    var hasOthers = false
    for part in split(text, at: " and ") {
      if part == "others" { hasOthers = true } else if !part.isEmpty { names.append(Self(part)) }
    }
    return (names, hasOthers)
  }

  /// Reads biblatex's `family=Berg, given=Jan, prefix=van`; nil without these names.
  private init?(namedParts text: String) {
    var parts: [String: String] = [:]
    for part in Self.split(text, at: ",") {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let key = part[..<equals].filter { !$0.isWhitespace }.lowercased()
      parts[key] = LaTeXText.plain(String(part[part.index(after: equals)...]))
    }
    guard let family = parts["family"] else { return nil }
    let whole = [parts["prefix"], family].compactMap(\.self).joined(separator: " ")
    self.init(
      given: parts["given"] ?? "", family: whole + (parts["suffix"].map { ", " + $0 } ?? ""))
  }

  /// Reads `Family, Given`, `Given von Family` or `{A whole name}`.
  private init(_ text: String) {
    if text.hasPrefix("{"), text.hasSuffix("}") {
      self.init(given: "", family: LaTeXText.plain(text))
      return
    }
    if text.contains("="), let name = Self(namedParts: text) {
      self = name
      return
    }
    let parts = Self.split(text, at: ",").map { LaTeXText.plain($0) }
    if parts.count >= 2 {
      // "Family, Jr, Given" keeps the suffix with the family.
      let family = parts.count > 2 ? parts[0] + ", " + parts[1] : parts[0]
      self.init(given: parts[parts.count - 1], family: family)
      return
    }
    let words = Self.split(text, at: " ").map { LaTeXText.plain($0) }.filter { !$0.isEmpty }
    guard words.count > 1 else {
      self.init(given: "", family: words.first ?? "")
      return
    }
    // The family starts at the first word in lower case ("van"), else it is the last word.
    let start =
      words.dropFirst().dropLast().firstIndex { $0.first?.isLowercase == true } ?? words.count - 1
    self.init(
      given: words[..<start].joined(separator: " "), family: words[start...].joined(separator: " "))
  }

  /// Splits outside of braces.
  private static func split(_ text: String, at separator: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    var rest = text[...]
    while let character = rest.first {
      if depth == 0, rest.hasPrefix(separator) {
        parts.append(current)
        current = ""
        rest = rest.dropFirst(separator.count)
        continue
      }
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      current.append(character)
      rest.removeFirst()
    }
    parts.append(current)
    return parts.map { part in
      var view = part[...]
      while view.first?.isWhitespace == true { view.removeFirst() }
      while view.last?.isWhitespace == true { view.removeLast() }
      return String(view)
    }
  }
}

extension String {
  /// The first year that is written in it.
  fileprivate var firstFourDigits: String? { fourDigits.first }
  fileprivate var lastFourDigits: String? { fourDigits.last }

  private var fourDigits: [String] {
    split(whereSeparator: { !("0"..."9").contains($0) }).filter { $0.count >= 4 }
      .map { String($0.suffix(4)) }
  }
}
