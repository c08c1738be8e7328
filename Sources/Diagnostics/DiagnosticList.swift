/// The findings of a stage or a run, in the order in which they were made.
///
/// Also an `Error`, for functions that can only fail with the author's mistakes.
public struct DiagnosticList: Error, Sendable, Equatable {
  public private(set) var all: [Diagnostic]

  public init(_ diagnostics: [Diagnostic] = []) { all = diagnostics }

  public mutating func append(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  public mutating func append(contentsOf list: DiagnosticList) {
    all.append(contentsOf: list.all)
  }

  public var isEmpty: Bool { all.isEmpty }
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Makes all findings of a rule errors.
  public mutating func raise(_ code: String) {
    for index in all.indices where all[index].code == code { all[index].severity = .error }
  }

  public func count(_ severity: Diagnostic.Severity) -> Int {
    all.count { $0.severity == severity }
  }

  /// The list as printed: by file, then position; findings without a place come first. Equal
  /// findings at one place are kept once.
  ///
  /// - Parameter last: files that come behind all others, such as chapters whose findings may follow
  ///   from those in data.
  public func sorted(last: Set<FileID> = []) -> [Diagnostic] {
    func place(_ span: SourceSpan) -> (Int, FileID, Int32) {
      (last.contains(span.file) ? 1 : 0, span.file, span.start)
    }
    var kept: [Diagnostic] = []
    let order = all.enumerated().sorted { a, b in
      switch (a.element.span, b.element.span) {
      case (let x?, let y?) where place(x) != place(y): return place(x) < place(y)
      case (nil, _?): return true
      case (_?, nil): return false
      default: return a.offset < b.offset
      }
    }
    for (_, diagnostic) in order where kept.last != diagnostic { kept.append(diagnostic) }
    return kept
  }

  public static func error(
    _ code: String, _ message: String, at span: SourceSpan?, help: String...
  ) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, code, message, at: span, help: help)])
  }
}
