public import Languages

/// Which defaults a chart follows where its specification is silent, how it writes numbers, and the
/// words of its own.
public struct ChartConventions: Hashable, Sendable {
  private enum Defaults { case report, vegaLite }

  private let defaults: Defaults
  /// Of the axes, legends, labels and notes.
  public var numbers = NumberMarks.english
  /// Of its axes, notes and alternative text.
  public var terms = Terms.english

  /// Of a report: the size is that of the whole chart, axes end a little beyond the data, categories
  /// stand in the order of the query.
  public static let report = ChartConventions(defaults: .report)
  /// Of Vega-Lite: the size is that of the data's rectangle, axes start at zero and end at round
  /// values, categories are sorted.
  public static let vegaLite = ChartConventions(defaults: .vegaLite)

  /// Of a report in another language.
  public static func report(numbers: NumberMarks, terms: Terms = .english) -> ChartConventions {
    var conventions = report
    (conventions.numbers, conventions.terms) = (numbers, terms)
    return conventions
  }

  var isReport: Bool { defaults == .report }
  var isVegaLite: Bool { defaults == .vegaLite }
}
