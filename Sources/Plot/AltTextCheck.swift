/// Numbers of an author's alternative text that the chart does not show.
///
/// A number counts as shown when it is, at the digits written, a cell of the chart's data, a number of
/// the text that the chart makes of itself (ends of axes, counts, front, knee, hypervolume), or a
/// number of groups or rows; a percentage also when it is a hundred times one. Digits inside of names
/// (`7B`, `LLaVA-1.5`) are no numbers.
public enum AltTextCheck {
  /// A number as it stands in a text.
  struct Mention: Equatable {
    var text: String
    var value: Double
    /// Digits behind the point.
    var decimals: Int
    var isPercentage: Bool
  }

  /// - Returns: the numbers as written, in order, each once.
  public static func unknownNumbers(
    in text: String, of chart: Chart, data: ChartData
  ) -> [String] {
    let marks = chart.conventions.numbers
    var known = mentions(in: chart.altText, marks).map(\.value)
    known += [Double(data.rowCount)]
    for column in data.columns {
      known.append(Double(Set(column.values).count))
      for value in column.values {
        switch value {
        case .number(let number): known.append(number)
        // Data have their own marks; queries may have written those of the report.
        case .text(let words):
          known += mentions(in: words).map(\.value) + mentions(in: words, marks).map(\.value)
        default: break
        }
      }
    }
    var unknown: [String] = []
    for mention in mentions(in: text, marks) where !unknown.contains(mention.text) {
      let isKnown = known.contains { value in
        agrees(mention, value) || mention.isPercentage && agrees(mention, value * 100)
      }
      if !isKnown { unknown.append(mention.text) }
    }
    return unknown
  }

  /// Whether a value rounds to what is written.
  private static func agrees(_ mention: Mention, _ value: Double) -> Bool {
    var half = 0.5
    for _ in 0..<mention.decimals { half /= 10 }
    return abs(abs(value) - abs(mention.value)) <= half * (1 + 1e-9)
  }

  /// The numbers of a text that are not part of a name, in the marks of a language.
  static func mentions(in text: String, _ marks: NumberMarks = .english) -> [Mention] {
    let scalars = Array(text.unicodeScalars)
    func isDigit(_ index: Int) -> Bool {
      scalars.indices.contains(index) && ("0"..."9").contains(scalars[index])
    }
    func isLetter(_ index: Int) -> Bool {
      guard scalars.indices.contains(index) else { return false }
      return ("A"..."Z").contains(scalars[index]) || ("a"..."z").contains(scalars[index])
        || scalars[index] == "_"
    }
    func isHyphen(_ index: Int) -> Bool {
      scalars.indices.contains(index) && scalars[index] == "-"
    }
    var found: [Mention] = []
    var i = 0
    while i < scalars.count {
      guard isDigit(i) else {
        i += 1
        continue
      }
      let start = i
      let numeral = marks.numeral(in: scalars, at: start)
      i = numeral.range.upperBound
      // A hyphen joins a name: LLaVA-1.5, 13B, GPT-4V.
      let joins = isHyphen(start - 1) && isLetter(start - 2)
      let goesOn = isLetter(i) || isHyphen(i) && isLetter(i + 1)
      guard !isLetter(start - 1), !joins, !goesOn, let value = Double(numeral.plain) else {
        continue
      }
      let spaces: [Unicode.Scalar] = [" ", "\u{A0}", "\u{202F}"]
      let rest = scalars[i...].drop { spaces.contains($0) }
      found.append(
        Mention(
          text: String(String.UnicodeScalarView(scalars[start..<i])), value: value,
          decimals: numeral.decimals, isPercentage: rest.first == "%"))
    }
    return found
  }
}
