import Configuration
import Diagnostics
import Markup

/// The language of a directive's fence.
enum DirectiveLanguage: String, Sendable { case sql, math, report }

/// A kind of directive: what it is called, what options it takes, what stands in its place.
///
/// To add one: write a file in `Directives/`, add its line to `DirectiveRegistry` and a fixture.
protocol Directive: Sendable {
  associatedtype Options: Decodable & Sendable

  static var name: String { get }
  static var language: DirectiveLanguage { get }
  /// One sentence, for help texts.
  static var summary: String { get }
  /// The sequence in which it is numbered; nil when it is not.
  static var numberedAs: Label.Kind? { get }
  /// Whether it tells of the whole report, so that it is evaluated after everything else.
  static var isDeferred: Bool { get }

  /// The blocks that stand in the call's place.
  ///
  /// - Throws: the author's mistakes; a visible placeholder then stands in the call's place.
  static func evaluate(
    _ options: Options, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>]
}

extension Directive {
  static var isDeferred: Bool { false }
}

/// A directive without its type of options, as the registry lists it.
struct RegisteredDirective: Sendable {
  let name: String
  let language: DirectiveLanguage
  let summary: String
  let numberedAs: Label.Kind?
  let isDeferred: Bool
  /// Decodes the options and evaluates the call.
  let run:
    @Sendable (DirectiveCall, inout EvaluationContext) throws(DiagnosticList) -> [Block<Resolved>]

  init<D: Directive>(_ directive: D.Type) {
    name = D.name
    language = D.language
    summary = D.summary
    numberedAs = D.numberedAs
    isDeferred = D.isDeferred
    run = { (call, context) throws(DiagnosticList) in
      for attribute in call.attributes.values {
        context.diagnostics.append(.strayAttribute(attribute, in: call))
      }
      let options = try decodeYAML(D.Options.self, from: call.options)
      return try D.evaluate(options, of: call, in: &context)
    }
  }
}

/// All directives. One line each; a test compares the list with the folder.
enum DirectiveRegistry {
  static let all: [RegisteredDirective] = [
    RegisteredDirective(BuildDirective.self),
    RegisteredDirective(CheckDirective.self),
    RegisteredDirective(DataDirective.self),
    RegisteredDirective(ErrataDirective.self),
    RegisteredDirective(FiguresDirective.self),
    RegisteredDirective(FontsDirective.self),
    RegisteredDirective(FormulaDirective.self),
    RegisteredDirective(FormulasDirective.self),
    RegisteredDirective(PlotDirective.self),
    RegisteredDirective(ProvenanceDirective.self),
    RegisteredDirective(QueryDirective.self),
    RegisteredDirective(SourcesDirective.self),
    RegisteredDirective(TableDirective.self),
    RegisteredDirective(VerdictsDirective.self),
  ]

  static func directive(named name: String) -> RegisteredDirective? {
    all.first { $0.name == name }
  }

  /// The directives that a language has; all for a language that has none.
  private static func names(in language: String) -> [String] {
    let own = all.filter { $0.language.rawValue == language }
    return (own.isEmpty ? all : own).map(\.name)
  }

  /// The directive of a call, or why there is none.
  static func directive(for call: DirectiveCall) throws(DiagnosticList) -> RegisteredDirective {
    guard let directive = directive(named: call.name) else {
      throw DiagnosticList([
        Diagnostic(
          .error, "unknown-directive", "there is no directive '\(call.name)'", at: call.nameSpan,
          help: helpForUnknown(call.name, among: names(in: call.language), called: "directives"))
      ])
    }
    guard directive.language.rawValue == call.language else {
      throw .error(
        "directive-language",
        "the directive '\(call.name)' is written in \(directive.language.rawValue), not in "
          + "'\(call.language)'", at: call.nameSpan,
        help: "begin the fence with ```\(directive.language.rawValue) \(call.name)")
    }
    return directive
  }
}

extension Diagnostic {
  fileprivate static func strayAttribute(
    _ attribute: Attributes.Value, in call: DirectiveCall
  ) -> Diagnostic {
    let mark = call.language == DirectiveLanguage.math.rawValue ? "%|" : "--|"
    return .error(
      "unknown-option", "'\(attribute.key)' is no option of the fence", at: attribute.span,
      help: "options stand below it: \(mark) \(attribute.key): \(attribute.value)")
  }
}
