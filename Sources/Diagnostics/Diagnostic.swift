/// One finding about the author's sources: what is wrong, where, and what to do about it.
///
/// Messages are lower case, name the thing in quotes and have no full stop; help lines are
/// imperatives or facts.
public struct Diagnostic: Error, Sendable, Equatable {
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    case note, warning, error

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  public var severity: Severity
  /// A stable name of the rule, such as `unknown-column`; `report explain` takes it.
  public var code: String
  public var message: String
  /// Where; nil when no source text is at fault.
  public var span: SourceSpan?
  /// What to do, or the facts needed to decide.
  public var help: [String]
  /// Other places that matter, each with what it is.
  public var related: [Related]

  public struct Related: Sendable, Equatable {
    public var message: String
    public var span: SourceSpan

    public init(message: String, span: SourceSpan) {
      self.message = message
      self.span = span
    }
  }

  public init(
    _ severity: Severity, _ code: String, _ message: String, at span: SourceSpan?,
    help: [String] = [], related: [Related] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.span = span
    self.help = help
    self.related = related
  }

  public static func error(
    _ code: String, _ message: String, at span: SourceSpan?, help: String...
  ) -> Diagnostic {
    Diagnostic(.error, code, message, at: span, help: help)
  }

  public static func warning(
    _ code: String, _ message: String, at span: SourceSpan?, help: String...
  ) -> Diagnostic {
    Diagnostic(.warning, code, message, at: span, help: help)
  }

  public static func note(
    _ code: String, _ message: String, at span: SourceSpan?, help: String...
  ) -> Diagnostic {
    Diagnostic(.note, code, message, at: span, help: help)
  }
}
