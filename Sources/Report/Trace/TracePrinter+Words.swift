import Datasets
import Diagnostics
import Evaluation
import Markup

extension TracePrinter {
  /// Places of one kind that are told one by one.
  private static let mostPlaces = 8

  /// Where a text is printed that no data stand behind, by what it is.
  func text(_ wanted: String, _ words: [PrintedWords.Words]) -> [String] {
    var order: [PrintedWords.Owner] = []
    var places: [PrintedWords.Owner: [String]] = [:]
    for word in words {
      if places[word.owner] == nil { order.append(word.owner) }
      let line = "\(place(word.span))  \(word.text.excerpt(around: wanted))"
      if places[word.owner]?.contains(line) != true { places[word.owner, default: []].append(line) }
    }
    return order.map { owner in
      var entry = TraceEntry("\(wanted)  ←  \(owner.description)")
      let found = places[owner] ?? []
      for line in found.prefix(Self.mostPlaces) { entry.add("stands at", line) }
      if found.count > Self.mostPlaces {
        entry.add("stands at", "and \(found.count - Self.mostPlaces) more places")
      }
      return entry.text
    }
  }

  /// What a check looks at, and what it found.
  ///
  /// - Parameter rows: of its query.
  func text(_ check: Verdict, _ rows: ResultTable) -> String {
    let name = check.label.map { "the check '\($0.name)'" } ?? "the check"
    var entry = TraceEntry(
      check.holds
        ? "\(name) holds: no row where this is so"
        : "\(name) fails: \(check.violations) row\(check.violations == 1 ? "" : "s")")
    entry.add("message", check.statement)
    entry.add("stands at", place(check.span))
    entry.add("query", check.query.trimmedLines)
    addQueries(rows.provenance.views, to: &entry)
    for table in rows.provenance.tables {
      let columns = rows.provenance.columns.filter { $0.table == table && $0.column != "" }
      let count = store.rowCount(of: table).map { "  (\($0) records)" } ?? ""
      entry.add(
        "reads",
        "\(path(of: table))  column \(columns.map(\.column).joined(separator: ", "))\(count)")
    }
    for formula in usedFormulas(rows.provenance.functions) { entry.add("formula", formula) }
    for finding in check.findings {
      entry.add("found", ([finding.text] + finding.places.map(place)).joined(separator: "\n"))
    }
    return entry.text
  }
}

extension String {
  /// Without blank lines around it.
  var trimmedLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The words around a text, at most 60 letters.
  func excerpt(around wanted: String) -> String {
    let most = 60
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > most else { return line }
    guard let range = line.firstRange(of: wanted) else { return line.prefix(most) + "…" }
    let lead = line.distance(from: line.startIndex, to: range.lowerBound)
    let start = max(0, lead - most / 2)
    let part = line.dropFirst(start)
    return (start > 0 ? "…" : "") + part.prefix(most) + (part.count > most ? "…" : "")
  }
}
