import Configuration
import Datasets
import Diagnostics
import Evaluation
import Markup

/// Compares a run with the project's `report.lock` and names what moved.
struct LockCheck {
  /// The code of diagnostics that ask for exit code 4.
  static let code = "lock-mismatch"

  let builder: LockBuilder
  let session: Session

  /// Numbers of one block that are told one by one.
  private static let mostNumbers = 5

  func run() throws {
    guard let text = LockText.read(builder.project, session: session) else {
      session.diagnostics.append(
        .error(
          Self.code, "there is no \(LockFile.name) to compare with", at: nil,
          help: "write it with: report lock"))
      return
    }
    guard let old = text.lock(orReportTo: session) else { return }
    let new = try builder.lock()
    reportFigures(new, old)
    let changes = LockChanges(old: old, new: new)
    guard !changes.isEmpty else { return reportWriting(text, new) }
    reportInputs(changes, text)
    reportPrinted(changes, text)
  }

  /// What says the same in other lines was not written by the tool.
  private func reportWriting(_ text: LockText, _ new: LockFile) {
    guard let line = text.firstDifference(from: new.text) else { return }
    report(
      "from here on \(LockFile.name) is not as it was written: a line is missing, changed or too many",
      at: line, help: ["write it anew with: report lock"])
  }

  /// Files of charts that are there and are not what would be drawn. Of a chart that is drawn
  /// otherwise than it was the lock tells.
  private func reportFigures(_ new: LockFile, _ old: LockFile) {
    for entry in new.entries where entry.kind == .drawing && old.entries.contains(entry) {
      let path = "\(builder.project.settings.figures)/\(entry.key).svg"
      guard let hash = builder.hash(ofFile: path), hash != entry.fact else { continue }
      let chart = builder.evaluation.charts.first { $0.label.name == entry.key }
      session.diagnostics.append(
        Diagnostic(
          .error, Self.code, "'\(path)' is not the chart that the data give",
          at: chart?.label.span,
          help: ["look at the difference, and write it anew with: report figures"]))
    }
  }

  private func reportInputs(_ changes: LockChanges, _ text: LockText) {
    for file in changes.data {
      let place = file.rows.first.flatMap { builder.store.recordSpan(path: file.path, row: $0) }
      report(file.text, at: place ?? text.span(ofData: file.path) ?? text.start)
    }
    for change in changes.otherInputs { report(change.text, at: place(of: change, text)) }
  }

  private func reportPrinted(_ changes: LockChanges, _ text: LockText) {
    let named = Dictionary(builder.namedRecords.map { ($0.key, $0.record) }) { first, _ in first }
    for (owner, numbers) in changes.numbers {
      let line = text.span(of: .block, owner) ?? text.span(of: .value, owner)
      report(owner, numbers, changes, record: named[owner], line ?? text.start)
    }
    let told = Set(changes.numbers.map(\.owner))
    let blocks = Dictionary(uniqueKeysWithValues: changes.blocks.map { ($0.key, $0) })
    for label in changes.drawings where !told.contains(label) {
      report(
        "the chart '\(label)' is drawn otherwise from the same numbers",
        at: named[label]?.span ?? text.start, help: blocks[label] == nil ? [] : ["its options"])
    }
    let drawn = Set(changes.drawings)
    for block in changes.blocks where !told.contains(block.key) && !drawn.contains(block.key) {
      report(
        block.old == nil || block.new == nil
          ? block.text
          : "the query or the options of '\(block.key)' have changed, its numbers have not",
        at: named[block.key]?.span ?? text.span(of: .block, block.key) ?? text.start)
    }
  }

  /// Where a thing is written now, or was locked.
  private func place(of change: LockChanges.Change, _ text: LockText) -> SourceSpan {
    let written: SourceSpan? =
      switch change.kind {
      case .formula: builder.evaluation.formulaBlocks.first { $0.name == change.key }?.span
      case .query: builder.store.definition(ofQuery: change.key)?.nameSpan
      case .check: builder.namedChecks.first { $0.key == change.key }?.verdict.span
      case .file: session.sources.all.first { $0.path == change.key }?.start
      case .font, .block, .drawing, .cell, .value: nil
      }
    return (change.new == nil ? nil : written) ?? text.span(of: change.kind, change.key)
      ?? text.start
  }

  private func report(_ message: String, at span: SourceSpan, help: [String] = []) {
    session.diagnostics.append(Diagnostic(.error, Self.code, message, at: span, help: help))
  }

  /// One finding for all numbers of a block or value, with their causes.
  private func report(
    _ owner: String, _ numbers: [LockChanges.Number], _ changes: LockChanges,
    record: ProvenanceRecord?, _ top: SourceSpan
  ) {
    let lineage = record.map {
      builder.store.lineage(of: $0.query, giving: $0.result)
    }
    var help: [String] = []
    for number in numbers.prefix(Self.mostNumbers) where numbers.count > 1 {
      help.append(number.text)
    }
    if numbers.count > Self.mostNumbers {
      let rest = numbers.count - Self.mostNumbers
      help.append("and \(rest) more number\(rest == 1 ? "" : "s")")
    }
    help += changes.causes(of: owner).map { "moved by \($0)" }
    if let record, let lineage {
      help += cells(numbers, changes, record, lineage).map { "it reads \($0)" }
    }
    let message =
      numbers.count == 1
      ? (numbers[0].name == nil ? "" : "'\(owner)': ") + numbers[0].text
      : "\(numbers.count) numbers of '\(owner)' have moved"
    report(message, at: record?.span ?? top, help: help)
  }

  /// The cells of moved records that moved numbers are computed from, as they are now.
  private func cells(
    _ numbers: [LockChanges.Number], _ changes: LockChanges, _ record: ProvenanceRecord,
    _ lineage: Lineage
  ) -> [String] {
    let store = builder.store
    var found: [String] = []
    func add(_ parts: [Lineage.Records]) {
      for part in parts {
        guard let path = store.path(ofTable: part.table), let rows = part.rows else { continue }
        let moved = Set(changes.movedRows(of: path))
        for row in rows where moved.contains(row) {
          for column in part.columns {
            guard let cell = store.printedCell(table: part.table, row: row, column: column)
            else { continue }
            let file = session.sources[cell.span.file]
            let at = Int(cell.span.start)
            let text =
              "\(file.path):\(file.line(at: at)):\(file.column(at: at)), \(column) = \(cell.text)"
            if !found.contains(text) { found.append(text) }
          }
        }
      }
    }
    guard !record.columns.isEmpty else {
      add(lineage.records(row: 0, column: 0))
      return Array(found.prefix(Self.mostNumbers))
    }
    let places = Dictionary(
      LockBuilder.cells(of: record).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for number in numbers.prefix(Self.mostNumbers) where number.new != nil {
      guard let place = number.name.flatMap({ places[$0] }) else { continue }
      add(
        lineage.records(
          row: record.rows[place.row], column: record.columns[place.column].index))
    }
    return Array(found.prefix(Self.mostNumbers))
  }
}
