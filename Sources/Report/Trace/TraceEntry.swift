/// One thing that was traced, as it is printed: a title, and facts with their names before them.
struct TraceEntry {
  private var lines: [String]

  init(_ title: String) { lines = [title] }

  mutating func add(_ name: String, _ fact: String) {
    let pad = String(repeating: " ", count: max(1, 12 - name.count))
    let indented = fact.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + String(repeating: " ", count: 14))
    lines.append("  \(name)\(pad)\(indented)")
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}
