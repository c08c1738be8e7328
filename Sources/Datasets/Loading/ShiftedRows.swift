import Configuration
import Diagnostics

/// Tells rows whose cells all stand one column off from rows with several bad cells.
///
/// A row is taken for shifted when two or more of its cells break their columns, and none would if
/// all cells from some column on stood one place further left or right.
struct ShiftedRows {
  private let table: LoadedTable
  private let readers: [CellReader]
  private var checkers: [ConstraintChecker]

  init(_ table: LoadedTable) {
    self.table = table
    readers = table.fields.map { CellReader($0, missingValues: table.missingValues) }
    checkers = table.fields.map { ConstraintChecker($0) }
  }

  /// Adds a line of help to the first problem of each shifted row, or to the count of its cells, and
  /// leaves out what follows from that.
  mutating func explain(_ problems: inout [CellProblems.Item]) {
    var following: Set<Int> = []
    defer {
      problems = problems.enumerated().filter { !following.contains($0.offset) }.map(\.element)
    }
    var seen: Set<Int> = []
    for index in problems.indices {
      guard let row = problems[index].row, let field = problems[index].field,
        seen.insert(row).inserted, seen.count <= CellProblems.shown,
        problems.count(where: { $0.row == row }) > 1,
        let sentence = explanation(ofRow: row, from: field)
      else { continue }
      let told =
        problems.firstIndex { $0.row == row && $0.code == TableLoader.unevenRow } ?? index
      let others = problems.indices.filter {
        $0 != told && problems[$0].row == row && problems[$0].field != nil
      }
      following.formUnion(others)
      problems[told].help.append(sentence)
      if !others.isEmpty {
        problems[told].help.append(
          "\(others.count) more bad cell\(others.count == 1 ? "" : "s") of the row "
            + (others.count == 1 ? "follows" : "follow") + " from this")
      }
    }
  }

  /// - Parameter field: the first whose cell breaks its column.
  private mutating func explanation(ofRow row: Int, from field: Int) -> String? {
    let texts = table.fields.indices.map { table.printed(row: row, field: $0)?.text ?? "" }
    for start in (0...field).reversed() {
      // One cell was lost at `start`: all behind it stand too far left, and the last is empty.
      let right = Array(texts[..<start]) + [""] + texts[start..<(texts.count - 1)]
      if texts.last.map(isMissing(in: texts.count - 1)) ?? false, fits(right, except: start) {
        return "its cells fit when those from '\(table.fields[start].name.value)' on stand one "
          + "column further right: a cell is missing there or before"
      }
      let left = Array(texts[..<start]) + texts[(start + 1)...] + [""]
      if isMissing(in: start)(texts[start]), fits(left, except: texts.count - 1) {
        return "its cells fit when those behind '\(table.fields[start].name.value)' stand one "
          + "column further left: a cell is too many there or before"
      }
    }
    return nil
  }

  private func isMissing(in field: Int) -> (String) -> Bool {
    let reader = readers[field]
    return { text in Array(text.utf8).withUnsafeBufferPointer { reader.isMissing($0) } }
  }

  private mutating func fits(_ texts: [String], except free: Int) -> Bool {
    for (field, text) in texts.enumerated() where field != free {
      if isMissing(in: field)(text) {
        if table.fields[field].constraints.isRequired { return false }
      } else {
        guard case .success(let value) = readers[field].read(Array(text.utf8)),
          checkers[field].problem(with: value) == nil
        else { return false }
      }
    }
    return true
  }
}
