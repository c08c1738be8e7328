import Configuration

/// Tells two columns that have changed places from a column of bad cells: no row fits as it stands,
/// or some do not, and all do when each column has the other's cells.
struct SwappedColumns {
  private let table: LoadedTable
  private let readers: [CellReader]

  /// Rows of larger tables are not all read once more.
  private static let mostRows = 5_000

  init(_ table: LoadedTable) {
    self.table = table
    readers = table.fields.map { CellReader($0, missingValues: table.missingValues) }
  }

  /// Keeps one problem for each column that has changed places with another, and says so there.
  func explain(_ problems: inout [CellProblems.Item]) {
    guard table.rowOffsets.count <= Self.mostRows else { return }
    for field in Set(problems.compactMap(\.field)).sorted() {
      let own = problems.indices.filter { problems[$0].field == field }
      guard own.count > 1 else { continue }
      let others = table.fields.indices.filter { $0 != field && fits(field, $0) }
      guard others.count == 1 else { continue }
      let pair = [field, others[0]]
      guard let first = problems.firstIndex(where: { $0.field.map(pair.contains) ?? false }) else {
        continue
      }
      let names = pair.sorted().map { "'\(table.fields[$0].name.value)'" }
      let count = problems.count { $0.field.map(pair.contains) ?? false } - 1
      problems[first].help.append(
        "all cells fit when \(names[0]) and \(names[1]) change places"
          + (count == 0 ? "" : ", \(count) more bad \(count == 1 ? "one" : "ones") among them"))
      let kept = problems[first]
      problems.removeAll { $0.field.map(pair.contains) ?? false }
      problems.insert(kept, at: first)
    }
  }

  /// Whether each of two columns takes all cells of the other.
  private func fits(_ a: Int, _ b: Int) -> Bool {
    takes(a, cellsOf: b) && takes(b, cellsOf: a)
  }

  private func takes(_ field: Int, cellsOf other: Int) -> Bool {
    var checker = ConstraintChecker(table.fields[field])
    return (0..<table.rowOffsets.count).allSatisfy { row in
      let bytes = Array((table.printed(row: row, field: other)?.text ?? "").utf8)
      if bytes.withUnsafeBufferPointer({ readers[field].isMissing($0) }) {
        return !table.fields[field].constraints.isRequired
      }
      guard case .success(let value) = readers[field].read(bytes) else { return false }
      return checker.problem(with: value) == nil
    }
  }
}
