/// The parts of `config` that decide sizes and how numbers are written; colours and fonts are the
/// report's.
public struct ConfigSpec: Decodable, Sendable, Equatable {
  /// Of each category, in the units of the drawing.
  public var step: Double?
  public var continuousWidth: Double?
  public var continuousHeight: Double?
  /// From `locale: {number: …}`, a locale definition of d3-format.
  public var numbers: NumberMarks?

  private enum ViewKeys: String, CodingKey, CaseIterable {
    case step, continuousWidth, continuousHeight, stroke, discreteWidth, discreteHeight, fill
  }

  private enum LocaleKeys: String, CodingKey, CaseIterable { case number, time }

  public init(from decoder: any Decoder) throws {
    // The rest of a configuration is style, which the report decides.
    let keys = try decoder.container(keyedBy: AnyKey.self)
    if keys.shape(AnyKey("locale")) == .mapping {
      let locale = try keys.nestedContainer(keyedBy: LocaleKeys.self, forKey: AnyKey("locale"))
      numbers = try locale.decodeIfPresent(NumberLocale.self, forKey: .number)?.marks
    }
    guard keys.shape(AnyKey("view")) == .mapping else { return }
    let view = try keys.nestedContainer(keyedBy: ViewKeys.self, forKey: AnyKey("view"))
    step = try view.decodeIfPresent(Double.self, forKey: .step)
    continuousWidth = try view.decodeIfPresent(Double.self, forKey: .continuousWidth)
    continuousHeight = try view.decodeIfPresent(Double.self, forKey: .continuousHeight)
  }
}

/// A locale definition of d3-format.
private struct NumberLocale: Decodable {
  var decimal: String
  var thousands: String
  var grouping: [Int]?
  var currency: [String]?
  var percent: String?
  var numerals: [String]?
  var minus: String?
  var nan: String?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case decimal, thousands, grouping, currency, percent, numerals, minus, nan
  }

  var marks: NumberMarks {
    let isSpaced = { (sign: String?) in sign?.contains(where: \.isWhitespace) ?? false }
    let before = currency?.first ?? "$"
    let sign = before.isEmpty ? currency?.last : before
    return NumberMarks(
      decimal: decimal.first ?? ".", group: thousands.first,
      percent: isSpaced(percent) ? .behindSpaced : .behind,
      currency: before.isEmpty
        ? (isSpaced(sign) ? .behindSpaced : .behind)
        : (isSpaced(sign) ? .beforeSpaced : .before))
  }
}
