import Diagnostics

/// A statement that looks values up, with the numbers and texts of its conditions taken out:
/// sentences ask for many values in the same form, and SQLite has to understand each form once only.
///
///     SELECT gqa FROM scores WHERE method = 'FastV'
///     SELECT max(gqa) - min(gqa) FROM scores WHERE budget = 64
///     SELECT (SELECT gqa FROM scores WHERE budget = 64) / (SELECT gqa FROM scores WHERE budget = 32)
///
/// Only the literals of conditions are taken out; everything else is part of the form. What is not
/// certain to mean the same with a value bound in a literal's place is no lookup: conditions with
/// calls, arithmetic or `NULL`, `GROUP BY 1`, broken numbers.
struct LookupText {
  /// The statement with `?1`, `?2` … for its literals: by their numbers, for a statement made from
  /// it may have them in another order.
  let form: LookupForm
  /// The literals in their order.
  let literals: [CellValue]
  /// The statement itself; of a cell's, which computes nothing, it is not known.
  let sql: [UInt8]
  /// The lookups between parentheses of a statement that computes with them.
  private let innerRanges: [(sql: Range<Int>, form: Range<Int>)]

  /// Nil when the statement is something else.
  init?(_ sql: [UInt8]) {
    self.sql = sql
    let found = sql.withUnsafeBufferPointer { bytes in
      LookupReader.read(bytes) { $0.readLookup(isInner: false) }
        ?? LookupReader.read(bytes) { $0.readExpression() }
    }
    guard let found else { return nil }
    (form, literals, innerRanges) = (
      LookupForm(sql: found.form), found.literals, found.innerRanges
    )
  }

  /// Nil when the query is something else.
  init?(_ query: Query) {
    if let cell = query.cell, let lookup = LookupText(cell, in: query.text.bytes) {
      self = lookup
    } else {
      self.init(query.sql.bytes)
    }
  }

  /// What reading the statement of a cell gives, without the statement.
  private init?(_ cell: CellReference, in text: [UInt8]) {
    guard let found = text.withUnsafeBufferPointer({ LookupReader.read(cell, in: $0) }) else {
      return nil
    }
    (form, literals, innerRanges, sql) = (LookupForm(sql: found.form), found.literals, [], [])
  }

  /// The lookups that it computes with, in order.
  var inner: [LookupText] { innerRanges.compactMap { LookupText(Array(sql[$0.sql])) } }

  /// The form with a parameter in place of each of its lookups, `SELECT ?1 - ?2`; nil when it
  /// computes with none, and when texts stand in it, which SQLite compares with a column's values
  /// in another way than with values alone.
  var computation: [UInt8]? {
    guard !innerRanges.isEmpty else { return nil }
    let form = form.sql
    var text: [UInt8] = []
    var position = 0
    for (index, range) in innerRanges.enumerated() {
      // Without the parentheses.
      text += form[position..<range.form.lowerBound - 1] + Array("?\(index + 1)".utf8)
      position = range.form.upperBound + 1
    }
    text += form[position...]
    let hasTexts = text.contains { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
    return hasTexts ? nil : text
  }

  /// How SQLite names the column of a statement that computes: by its text.
  ///
  /// - Parameter name: how it names the column of the form.
  func columnName(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "?")),
      Self.expression(of: form.sql).elementsEqual(name.utf8)
    else { return name }
    return String(decoding: Self.expression(of: sql), as: UTF8.self)
  }

  private static func expression(of statement: [UInt8]) -> ArraySlice<UInt8> {
    var text = statement.drop { LookupReader.isBlank($0) }.dropFirst("select".utf8.count).drop {
      LookupReader.isBlank($0)
    }
    while let last = text.last, LookupReader.isBlank(last) { text.removeLast() }
    return text
  }
}

/// What lookups of one form have in common; the key of what is kept for them.
struct LookupForm: Hashable {
  let sql: [UInt8]

  /// At once, not byte by byte as an array does.
  func hash(into hasher: inout Hasher) { sql.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
