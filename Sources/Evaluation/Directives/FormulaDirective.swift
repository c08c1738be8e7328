import Configuration
import Datasets
import Diagnostics
import Formulas
import Languages
import Markup
import MathSyntax

/// A displayed formula that is also evaluated, from the same TeX.
///
///     ```math formula tflop_ratio #eq-ratio
///     %| where:
///     %|   T: {is: decoder layers, unit: layer, min: 1}
///     %|   \mu: {is: tokens before pruning, unit: token}
///     %| unit: 1
///     %| tests: ["tflop_ratio(T: 32, …) = 1"]
///     \frac{…}{…}
///     ```
enum FormulaDirective: Directive {
  static let name = "formula"
  static let language = DirectiveLanguage.math
  static let summary = "a displayed formula that SQL and sentences can call"
  static let numberedAs: Label.Kind? = .equation

  struct Options: Decodable, Sendable {
    var `where`: OrderedMapping<Quantity>?
    var unit: Spanned<String>?
    var tests: OneOrMore<Test>?
    /// Where the formula comes from.
    var source: String?
    /// One sentence on what it computes.
    var doc: String?
  }

  /// A symbol of the `where` list; the short form is its meaning alone.
  struct Quantity: Decodable, Sendable {
    var `is`: Spanned<String>
    var unit: Spanned<String>?
    var min: Double?
    var max: Double?
    /// Only whole numbers make sense.
    var whole: Bool?
    /// What its index counts, for a quantity with one value per layer.
    var per: Spanned<String>?

    private enum CodingKeys: String, CodingKey { case `is`, unit, min, max, whole, per }

    init(from decoder: any Decoder) throws {
      if let yaml = decoder.yaml, let text = yaml.text {
        self.is = Spanned(text, at: yaml.span)
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      self.is = try container.decode(Spanned<String>.self, forKey: .is)
      unit = try container.decodeIfPresent(Spanned<String>.self, forKey: .unit)
      min = try container.decodeIfPresent(Double.self, forKey: .min)
      max = try container.decodeIfPresent(Double.self, forKey: .max)
      whole = try container.decodeIfPresent(Bool.self, forKey: .whole)
      per = try container.decodeIfPresent(Spanned<String>.self, forKey: .per)
    }
  }

  /// `"f(x: 1) = 2"`, or `{example: "f(x: 1) = 2", source: where it is printed}`.
  struct Test: Decodable, Sendable {
    var example: Spanned<String>
    var source: String?

    private enum CodingKeys: String, CodingKey { case example, source }

    init(from decoder: any Decoder) throws {
      if let yaml = decoder.yaml, let text = yaml.text {
        example = Spanned(text, at: yaml.span)
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      example = try container.decode(Spanned<String>.self, forKey: .example)
      source = try container.decodeIfPresent(String.self, forKey: .source)
    }
  }

  /// The definition that a block writes; the TeX is parsed here, with the project's commands.
  static func definition(
    of call: DirectiveCall, macros: MacroTable, countingUnits: [String]
  ) throws(DiagnosticList) -> (FormulaDefinition, DiagnosticList) {
    let options = try decodeYAML(Options.self, from: call.options)
    var problems = DiagnosticList()
    guard let name = call.argument else {
      throw .error(
        "missing-name", "the formula has no name", at: call.nameSpan,
        help: "write it behind the directive: ```math formula NAME")
    }
    var parameters: [FormulaParameter] = []
    for entry in options.where?.entries ?? [] {
      guard let parameter = quantity(entry, countingUnits, &problems) else { continue }
      parameters.append(parameter)
    }
    let unit = measure(options.unit, countingUnits, &problems)
    let (math, found) = MathParser.parse(
      call.body.bytes[...], span: call.body.span, display: true, macros: macros)
    problems.append(contentsOf: found)
    guard !problems.hasErrors, let unit else { throw problems }
    let definition = FormulaDefinition(
      name: name.text, nameSpan: name.span, parameters: parameters, unit: unit,
      unitSpan: options.unit?.span ?? name.span, math: math,
      examples: (options.tests?.values ?? []).map {
        .init(
          text: $0.example.value, span: $0.example.span ?? name.span, source: $0.source ?? "")
      }, source: options.source ?? "", summary: options.doc ?? "")
    return (definition, problems)
  }

  private static func quantity(
    _ entry: OrderedMapping<Quantity>.Entry, _ counting: [String],
    _ problems: inout DiagnosticList
  ) -> FormulaParameter? {
    let unit = measure(entry.value.unit, counting, &problems)
    let index = entry.value.per.flatMap { measure($0, counting, &problems) }
    switch FormulaParameter.name(ofSymbol: entry.key, at: entry.keySpan) {
    case .failure(let problem):
      problems.append(problem)
      return nil
    case .success(let name):
      guard let unit else { return nil }
      return FormulaParameter(
        symbol: entry.key, name: name, meaning: entry.value.is.value, unit: unit, indexUnit: index,
        minimum: entry.value.min, maximum: entry.value.max,
        mustBeWhole: entry.value.whole ?? false, span: entry.keySpan)
    }
  }

  /// A unit as written; the number one when there is none; nil when it is unknown.
  private static func measure(
    _ text: Spanned<String>?, _ counting: [String], _ problems: inout DiagnosticList
  ) -> Unit? {
    guard let text else { return .one }
    do throws(UnitError) {
      return try Unit(parsing: text.value, counting: counting)
    } catch {
      problems.append(
        Diagnostic(.error, "unknown-unit", error.message, at: text.span, help: error.help))
      return nil
    }
  }

  /// The display with its number, and what its symbols mean.
  static func evaluate(
    _ options: Options, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] {
    // A formula that cannot be evaluated was reported when it was defined; it is printed anyway.
    let (math, _) = MathParser.parse(
      call.body.bytes[...], span: call.body.span, display: true, macros: context.options.macros)
    let display = Block<Resolved>.math(
      DisplayMath(
        tex: call.body, math: math, label: call.label, number: context.number(at: call.span),
        span: call.span))
    for example in call.argument.flatMap({ context.formulas[$0.text] })?.examples ?? [] {
      context.verdicts.append(
        Verdict(
          kind: .formula, label: call.label, statement: example.text, holds: example.holds,
          severity: .error, violations: example.holds ? 0 : 1, span: example.span))
    }
    let entries = options.where?.entries ?? []
    guard !entries.isEmpty else { return [display] }
    let list = whereList(entries, call.span, &context)
    return [display, .paragraph(Paragraph(list, span: call.span))]
  }

  /// "where *n* is the number of tokens, *d* the width of the model, and *b* the bytes per value."
  private static func whereList(
    _ entries: [OrderedMapping<Quantity>.Entry], _ span: SourceSpan,
    _ context: inout EvaluationContext
  ) -> [Inline<Resolved>] {
    // Commas inside the meanings would blur the list.
    let separator = entries.contains { $0.value.is.value.contains(",") } ? "; " : ", "
    let terms = context.terms
    let and = terms.and + " "
    var out: [Inline<Resolved>] = [.text(terms[.formulaWhere] + " ", span)]
    for (index, entry) in entries.enumerated() {
      if index > 0 {
        let isLast = index == entries.count - 1
        let isPair = entries.count == 2 && separator == ", "
        out.append(.text(isLast ? (isPair ? " " + and : separator + and) : separator, span))
      }
      var tex = SpannedText(file: entry.keySpan.file)
      tex.append(Array(entry.key.utf8), at: Int(entry.keySpan.start))
      let (math, _) = MathParser.parse(
        tex.bytes[...], span: entry.keySpan, display: false, macros: context.options.macros)
      out.append(.math(InlineMath(tex: tex, math: math, span: entry.keySpan)))
      let verb = index == 0 ? terms[.formulaIs] : ""
      out.append(.text(verb.isEmpty ? " " : " \(verb) ", span))
      out += context.inlines(entry.value.is)
      if let unit = entry.value.unit.flatMap({
        try? Unit(parsing: $0.value, counting: context.store.countingUnits)
      }),
        !unit.strictFactors.isEmpty
      {
        out.append(.text(" (\(unit))", span))
      }
    }
    out.append(.text(".", span))
    return out
  }
}
