import Datasets
import Diagnostics

/// Pinned numbers and claims that contradict data in which a check has found a mistake: the check
/// names the record, so they are noted as following from it, and nobody is told to write what the
/// mistake gives.
enum DoubtedValues {
  static func excuse(in context: inout EvaluationContext) {
    let checks = context.verdicts.filter { verdict in
      verdict.kind == .check && !verdict.holds && verdict.severity == .error
        && !verdict.query.isEmpty
    }
    let suspects = Set(checks.flatMap(\.findings).flatMap(\.places))
    guard !suspects.isEmpty else { return }
    let codes: Set<String> = ["pinned-value", "claim-failed"]
    let found = context.diagnostics.all.map { diagnostic in
      guard codes.contains(diagnostic.code), let span = diagnostic.span,
        let record = context.provenance.first(where: { $0.span == span }),
        reads(record, suspects, context)
      else { return diagnostic }
      return .note(
        "faulty-data", "not judged, because it reads a record in which a check finds a mistake",
        at: span)
    }
    context.diagnostics = DiagnosticList(found)
  }

  private static func reads(
    _ record: ProvenanceRecord, _ suspects: Set<SourceSpan>, _ context: EvaluationContext
  ) -> Bool {
    let lineage = context.store.lineage(of: record.query, giving: record.result)
    return lineage.records(row: 0, column: 0).contains { part in
      part.rows?.contains { row in
        context.store.recordSpan(table: part.table, row: row).map(suspects.contains) ?? false
      } ?? false
    }
  }
}
