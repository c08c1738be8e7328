import Configuration
import Diagnostics

/// A JSON file as a table: a list of objects, or a list of lists of which the first names the
/// columns; possibly below a property (`dialect.property`).
enum JSONTable {
  /// - Throws: what is no table, at its place.
  static func csv(_ file: SourceFile, property: String?) throws(DiagnosticList) -> SpannedText {
    guard var node = try JSONReader.node(file) else {
      throw .error(
        "empty-file", "the file '\(file.path)' is empty", at: SpannedText(file).span)
    }
    if let property {
      guard let inner = node[property] else {
        throw DiagnosticList([
          Diagnostic(
            .error, "unknown-key", "there is no property '\(property)'", at: node.span,
            help: helpForUnknown(
              property, among: (node.entries ?? []).map(\.key), called: "properties"))
        ])
      }
      node = inner
    }
    guard let rows = node.elements else {
      throw .error(
        "not-a-table", "expected a list of objects, found \(node.described)", at: node.span,
        help: "name the property that holds the rows: dialect: {property: …}")
    }
    return rows.first?.isSequence ?? false ? try lists(rows, file.id) : try objects(rows, file.id)
  }

  private static func objects(
    _ rows: [YAMLNode], _ file: FileID
  ) throws(DiagnosticList) -> SpannedText {
    var names: [YAMLEntry] = []
    var known: Set<String> = []
    for row in rows {
      guard let entries = row.entries else {
        throw .error("not-a-table", "expected an object, found \(row.described)", at: row.span)
      }
      for entry in entries where known.insert(entry.key).inserted { names.append(entry) }
    }
    var writer = Writer(file)
    for (index, name) in names.enumerated() {
      writer.separate(index)
      writer.append(TypedCell.quoted(name.key), at: name.keySpan)
    }
    writer.endRow()
    for row in rows {
      for (index, name) in names.enumerated() {
        writer.separate(index)
        if let value = row[name.key] { try writer.append(value) } else { writer.anchor(row.span) }
      }
      writer.endRow()
    }
    return writer.text
  }

  private static func lists(
    _ rows: [YAMLNode], _ file: FileID
  ) throws(DiagnosticList) -> SpannedText {
    var writer = Writer(file)
    for row in rows {
      guard let values = row.elements else {
        throw .error("not-a-table", "expected a list, found \(row.described)", at: row.span)
      }
      for (index, value) in values.enumerated() {
        writer.separate(index)
        try writer.append(value)
      }
      writer.endRow()
    }
    return writer.text
  }

  private struct Writer {
    var text: SpannedText
    private var place = 0

    init(_ file: FileID) { text = SpannedText(file: file) }

    mutating func separate(_ index: Int) { if index > 0 { text.append([0x2C], at: place) } }
    mutating func endRow() { text.append([0x0A], at: place) }
    mutating func anchor(_ span: SourceSpan) { place = Int(span.start) }

    mutating func append(_ node: YAMLNode) throws(DiagnosticList) {
      guard let scalar = node.scalar else {
        throw .error("bad-cell", "a cell cannot hold \(node.described)", at: node.span)
      }
      place = Int(node.span.start)
      if scalar.isNull { return }
      append(
        scalar.isPlain ? Array(scalar.text.utf8) : TypedCell.quoted(scalar.text), at: node.span)
    }

    /// The cell's bytes; those beyond the original's length stand at its end.
    mutating func append(_ bytes: [UInt8], at span: SourceSpan) {
      place = Int(span.start)
      let count = min(bytes.count, span.range.count)
      text.append(bytes[..<count], at: place)
      place = Int(span.end)
      if count < bytes.count { text.append(bytes[count...], at: place) }
    }
  }
}
