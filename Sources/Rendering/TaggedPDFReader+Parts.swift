import CQPDF

// What a file holds besides pages and tags.
extension TaggedPDFReader {
  /// - Parameter root: the catalog.
  mutating func readParts(of root: qpdf_oh) {
    result.mayBeReadAloud =
      qpdf_is_encrypted(pdf.handle) == 0 || qpdf_allow_accessibility(pdf.handle) != 0
    let form = key(key(root, "/AcroForm"), "/XFA")
    let packets = items(form).compactMap { string($0) }
    result.hasDynamicForm = packets.contains {
      $0.contains(/<dynamicRender>\s*required/)
    }
    let layers = key(root, "/OCProperties")
    for layer in items(key(layers, "/D")) + items(key(layers, "/Configs")) {
      if text(key(layer, "/Name"))?.isEmpty ?? true { result.unnamedLayers += 1 }
      if keys(layer).contains("/AS") { result.automaticLayers += 1 }
    }
    readAttachments(key(key(root, "/Names"), "/EmbeddedFiles"), depth: 0)
  }

  /// A node of the tree of names (ISO 32000-1, 7.9.6).
  private mutating func readAttachments(_ node: qpdf_oh, depth: Int) {
    guard depth < 8 else { return }
    let entries = items(key(node, "/Names"))
    for index in stride(from: 1, to: entries.count, by: 2) {
      let known = keys(entries[index])
      if !known.contains("/F") || !known.contains("/UF") { result.unnamedAttachments += 1 }
    }
    for kid in items(key(node, "/Kids")) { readAttachments(kid, depth: depth + 1) }
  }

  /// Whether a table of texts says that a glyph stands for U+0000, U+FEFF or U+FFFE.
  func mapsToNothing(_ table: qpdf_oh) -> Bool {
    guard let table = string(table) else { return false }
    var place: Int?
    for line in table.split(whereSeparator: \.isNewline) {
      if line.hasSuffix("beginbfchar") {
        place = 1
      } else if line.hasSuffix("beginbfrange") {
        place = 2
      } else if line.hasPrefix("end") {
        place = nil
      } else if let place {
        // A range may list the text of each of its glyphs between brackets.
        let values = line.split(whereSeparator: { "<>[] \t".contains($0) }).dropFirst(place)
        if values.contains(where: { ["0000", "feff", "fffe"].contains($0.lowercased()) }) {
          return true
        }
      }
    }
    return false
  }
}
