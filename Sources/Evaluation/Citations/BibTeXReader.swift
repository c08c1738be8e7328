public import Diagnostics

/// Reads a BibTeX file: entries, `@string` abbreviations, comments. Mistakes are reported at their
/// place, and reading goes on with the next entry.
public struct BibTeXReader {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var position = 0
  private var strings: [String: String] = [
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
  ]
  private var entries: [BibliographyEntry] = []
  private var diagnostics = DiagnosticList()

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
  }

  /// The entries of a file in its order. A key that occurs twice is an error; the first counts.
  public static func read(_ file: SourceFile) -> (entries: [BibliographyEntry], DiagnosticList) {
    var reader = BibTeXReader(file)
    reader.readFile()
    reader.inherit()
    return (reader.entries, reader.diagnostics)
  }

  private mutating func readFile() {
    while position < bytes.count {
      // Whatever stands outside of entries is a comment; so is a line that starts with %.
      if bytes[position] == UInt8(ascii: "%") {
        skipLine()
      } else if bytes[position] == UInt8(ascii: "@") {
        readEntry()
      } else {
        position += 1
      }
    }
  }

  /// Gives parts what is said of the works that hold them, wherever in the file these stand.
  private mutating func inherit() {
    guard entries.contains(where: { $0["crossref"] != nil || $0["xdata"] != nil }) else { return }
    // Names are often written otherwise than at their entries.
    let places = Dictionary(entries.enumerated().map { ($1.key.lowercased(), $0) }) { a, _ in a }
    for index in entries.indices {
      var seen: Set<Int> = [index]
      var next = index
      // A holder may stand in another: a chapter in a volume in a set.
      while let name = entries[next]["crossref"] ?? entries[next]["xdata"],
        let holder = places[name.lowercased()], seen.insert(holder).inserted
      {
        entries[index].inherit(from: entries[holder])
        next = holder
      }
    }
  }

  private mutating func readEntry() {
    let start = position
    position += 1
    let kind = name().lowercased()
    skipSpace()
    guard let open = peek, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else {
      if kind != "comment" {
        report("the entry '@\(kind)' has no '{'", start, position)
      }
      return
    }
    position += 1
    switch kind {
    case "comment", "preamble":
      position -= 1
      _ = braced()
    case "string": readAbbreviation()
    default: readFields(kind: kind, start: start)
    }
  }

  private mutating func readAbbreviation() {
    skipSpace()
    let abbreviation = name().lowercased()
    skipSpace()
    guard take(UInt8(ascii: "=")) else { return }
    strings[abbreviation] = value()
    skipSpace()
    _ = take(UInt8(ascii: "}"))
  }

  private mutating func readFields(kind: String, start: Int) {
    skipSpace()
    let keyStart = position
    while let byte = peek, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}"), byte > 0x20 {
      position += 1
    }
    let key = String(decoding: bytes[keyStart..<position], as: UTF8.self)
    let span = SourceSpan(file: file.id, start: keyStart, end: position)
    var fields: [String: String] = [:]
    var (authors, editors) = ("", "")
    while true {
      skipSpace()
      guard let byte = peek else {
        report("the entry '\(key)' is not closed", start, keyStart + key.utf8.count)
        break
      }
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")") {
        position += 1
        break
      }
      if byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      let fieldStart = position
      let field = name().lowercased()
      skipSpace()
      guard !field.isEmpty, take(UInt8(ascii: "=")) else {
        report("a field of '\(key)' lacks its '='", fieldStart, max(position, fieldStart + 1))
        skipToFieldEnd()
        continue
      }
      let raw = value()
      if field == "author" { authors = raw }
      if field == "editor" { editors = raw }
      fields[field] = LaTeXText.plain(raw)
    }
    append(
      BibliographyEntry(key: key, kind: kind, fields: fields, authors: [], span: span),
      authors: authors, editors: editors)
  }

  private mutating func append(
    _ entry: BibliographyEntry, authors: String, editors: String
  ) {
    guard !entry.key.isEmpty else {
      diagnostics.append(.error("bibtex", "an entry has no key", at: entry.span))
      return
    }
    if let earlier = entries.first(where: { $0.key == entry.key }) {
      diagnostics.append(
        Diagnostic(
          .error, "duplicate-citation-key", "the key '\(entry.key)' occurs twice", at: entry.span,
          related: [.init(message: "it is first defined here", span: earlier.span)]))
      return
    }
    var entry = entry
    let (makers, hasOthers) = BibliographyEntry.PersonName.list(
      authors.isEmpty ? editors : authors)
    if hasOthers { entry.fields["_others"] = "yes" }
    entry.authors = makers
    entry.editors = BibliographyEntry.PersonName.list(editors).names
    entries.append(entry)
  }

  // MARK: Values

  /// Braced, quoted, a number or an abbreviation, joined by `#`.
  private mutating func value() -> String {
    var text = ""
    while true {
      skipSpace()
      switch peek {
      case UInt8(ascii: "{"): text += braced()
      case UInt8(ascii: "\""): text += quoted()
      default:
        let word = name()
        if word.isEmpty { return text }
        text += strings[word.lowercased()] ?? word
      }
      skipSpace()
      guard take(UInt8(ascii: "#")) else { return text }
    }
  }

  /// The text between balanced braces, without them.
  private mutating func braced() -> String {
    let start = position + 1
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 {
          position += 1
          return String(decoding: bytes[start..<position - 1], as: UTF8.self)
        }
      default: break
      }
      position += 1
    }
    position = bytes.count
    report("a brace is not closed", start - 1, start)
    return String(decoding: bytes[min(start, bytes.count)...], as: UTF8.self)
  }

  private mutating func quoted() -> String {
    position += 1
    let start = position
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\"") where depth == 0:
        position += 1
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
      default: break
      }
      position += 1
    }
    report("a quotation mark is not closed", start - 1, start)
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  // MARK: Scanning

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func name() -> String {
    let start = position
    while let byte = peek, byte > 0x20, !Array("{}()=,#\"%".utf8).contains(byte) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while let byte = peek {
      if byte <= 0x20 {
        position += 1
      } else if byte == UInt8(ascii: "%") {
        skipLine()
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while let byte = peek, byte != 0x0A { position += 1 }
  }

  private mutating func skipToFieldEnd() {
    while let byte = peek, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") { position += 1 }
  }

  private mutating func report(_ message: String, _ start: Int, _ end: Int) {
    diagnostics.append(
      .error("bibtex", message, at: SourceSpan(file: file.id, start: start, end: end)))
  }
}
