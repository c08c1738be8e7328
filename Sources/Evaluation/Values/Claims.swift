import Datasets
import Diagnostics
import Markup
import Plot

extension EvaluationContext {
  /// `[1.93×](value:expression)`: a number that is typed and must equal the data.
  mutating func pinned(
    _ content: [Inline<Parsed>], _ expression: SpannedText, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    let written = content.plainText()
    let shown = resolve(content)
    do throws(DiagnosticList) {
      let result = try scalar(expression)
      let pinned = PinnedValue(written, words.numbers)
      let problem = pinned.disagreement(with: result.value)
      if problem != nil { try requireSoundData(result.table, at: span) }
      addVerdict(.pinned, "\(written) = \(expression.text)", holds: problem == nil, span)
      if let problem {
        let isForeign =
          result.value.number != nil
          && (pinned.isForeign || pinned.agreesExchanged(with: result.value))
        diagnostics.append(
          .error(
            "pinned-value",
            isForeign
              ? "'\(written)' has not the marks of numbers in '\(words.language)', which are "
                + "written as \(words.numbers.written("1,234.5"))"
              : "the text says '\(written)', the data give \(problem)", at: span,
            help: result.value == .null
              ? "change the expression"
              : "write \(problem) in its place (report fill does), or change the expression"))
        if let stale = stalePin(result.value, span) { stalePins.append(stale) }
      }
      let id = record(.pinned, expression, printed: written, result, at: span)
      return [.traced(id, shown)]
    } catch {
      diagnostics.append(contentsOf: error)
      return shown
    }
  }

  /// What `report fill` has to write; nil when the pinned text holds no number and no such text.
  private func stalePin(_ value: CellValue, _ link: SourceSpan) -> StalePinnedValue? {
    let source = sources[link.file]
    let written = source.text(of: link)
    guard written.hasPrefix("["),
      let end = ["](value:", "](<value:"].compactMap({ written.firstRange(of: $0)?.lowerBound })
        .min()
    else { return nil }
    let content = String(written[written.index(after: written.startIndex)..<end])
    guard let (range, text) = PinnedValue(content, words.numbers).replacement(for: value) else {
      return nil
    }
    let start = Int(link.start) + 1 + content[..<range.lowerBound].utf8.count
    let old = String(content[range])
    return StalePinnedValue(
      written: old, current: text,
      span: SourceSpan(file: link.file, start: start, end: start + old.utf8.count), link: link)
  }

  /// `[halves the cost](<claim:expression>)`: words that must be true.
  mutating func claim(
    _ content: [Inline<Parsed>], _ expression: SpannedText, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    let shown = resolve(content)
    do throws(DiagnosticList) {
      let result = try scalar(expression)
      try requireCondition(expression, result.value)
      let words = content.plainText()
      if !result.value.isTrue { try requireSoundData(result.table, at: span) }
      addVerdict(.claim, "\(words): \(expression.text)", holds: result.value.isTrue, span)
      if !result.value.isTrue {
        diagnostics.append(
          Diagnostic(
            .error, "claim-failed", "“\(words)” is not true: \(expression.text)", at: span,
            help: comparedValue(expression)
              + ["change the sentence, or the expression if it says something else"]))
      }
      let id = record(.claim, expression, printed: words, result, at: span)
      return [.traced(id, shown)]
    } catch {
      diagnostics.append(contentsOf: error)
      return shown
    }
  }

  /// `` `{check} expression` ``: a verdict in the sentence.
  mutating func inlineCheck(
    _ expression: SpannedText, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    do throws(DiagnosticList) {
      let result = try scalar(expression)
      try requireCondition(expression, result.value)
      let holds = result.value.isTrue
      if !holds { try requireSoundData(result.table, at: span) }
      addVerdict(.check, expression.text, holds: holds, span)
      if !holds {
        failedChecks.append((Set(result.table.provenance.tables), span))
        diagnostics.append(
          Diagnostic(
            .error, "check-failed", "the check does not hold: \(expression.text)", at: span,
            help: comparedValue(expression)))
      }
      let text = holds ? "holds" : "does not hold"
      let id = record(.check, expression, printed: text, result, at: span)
      return [.traced(id, holds ? [.text(text, span)] : [.strong([.text(text, span)], span)])]
    } catch {
      diagnostics.append(contentsOf: error)
      return [.strong([.text("[no verdict]", span)], span)]
    }
  }

  /// Where a check of the same data fails, a pinned number may be right and the data wrong: the help
  /// names that check first.
  mutating func namePinsBehindChecks() {
    guard !failedChecks.isEmpty else { return }
    var tables: [SourceSpan: [String]] = [:]
    for record in provenance where record.kind == .pinned {
      tables[record.span] = record.result.provenance.tables
    }
    diagnostics = DiagnosticList(
      diagnostics.all.map { diagnostic in
        guard diagnostic.code == "pinned-value", let span = diagnostic.span,
          let read = tables[span],
          let check = failedChecks.first(where: { !$0.tables.isDisjoint(with: read) })
        else { return diagnostic }
        var changed = diagnostic
        changed.help = [
          "mend first what the check at \(place(check.span)) finds in the same data",
          "if the data are right, \(diagnostic.help.joined(separator: "; "))",
        ]
        return changed
      })
  }

  /// What the left side of a comparison is, as a line of help.
  private mutating func comparedValue(_ expression: SpannedText) -> [String] {
    guard let left = (try? ValueExpression(expression))?.comparedText,
      let result = try? scalar(left)
    else { return [] }
    return ["\(left.text) is \(result.value)"]
  }

  /// A number that nothing is compared with would count as true.
  private func requireCondition(
    _ expression: SpannedText, _ value: CellValue
  ) throws(DiagnosticList) {
    guard !value.isNull, value.number != 0, value.number != 1 else { return }
    throw DiagnosticList([
      .error(
        "no-condition", "this is no condition: \(expression.text) is \(value)",
        at: expression.span, help: "compare it with something: = <> < > BETWEEN IN")
    ])
  }

  /// Data with errors, which are reported already, proves no sentence wrong.
  private func requireSoundData(
    _ table: ResultTable, at span: SourceSpan
  ) throws(DiagnosticList) {
    guard let faulty = store.faultyTables(in: table.provenance).first else { return }
    throw DiagnosticList([
      .note("faulty-data", "not judged, because the table '\(faulty)' has errors", at: span)
    ])
  }

  private mutating func addVerdict(
    _ kind: Verdict.Kind, _ statement: String, holds: Bool, _ span: SourceSpan
  ) {
    verdicts.append(
      Verdict(
        kind: kind, label: nil, statement: statement, holds: holds, severity: .error,
        violations: holds ? 0 : 1, span: span))
  }
}
