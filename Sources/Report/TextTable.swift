/// Columns of text side by side, for standard output.
struct TextTable {
  var head: [String]
  var rows: [[String]]
  /// Columns that are set to the right.
  var numeric: Set<Int> = []
  /// Whether columns in which every cell is empty are shown, too.
  var keepsEmptyColumns = false
  /// What stands in place of rows.
  var none = "none"

  /// Lines with a rule below the head.
  var text: String {
    let shown = head.indices.filter { column in
      keepsEmptyColumns || rows.isEmpty || rows.contains { !$0[column].isEmpty }
    }
    let widths = shown.map { column in
      max(Self.width(head[column]), rows.map { Self.width($0[column]) }.max() ?? 0)
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (place, column) in shown.enumerated() {
        let pad = String(repeating: " ", count: widths[place] - Self.width(cells[column]))
        text += place == 0 ? "" : "  "
        text += numeric.contains(column) ? pad + cells[column] : cells[column] + pad
      }
      while text.hasSuffix(" ") { text.removeLast() }
      return text + "\n"
    }
    let rule = head.indices.map { column in
      String(repeating: "-", count: shown.firstIndex(of: column).map { widths[$0] } ?? 0)
    }
    return line(head) + line(rule) + (rows.isEmpty ? none + "\n" : rows.map(line).joined())
  }

  private static func width(_ text: String) -> Int { text.unicodeScalars.count }
}
