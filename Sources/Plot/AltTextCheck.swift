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
    var known = mentions(in: chart.altText).map(\.value)
    known += [Double(data.rowCount)]
    for column in data.columns {
      known.append(Double(Set(column.values).count))
      for value in column.values {
        switch value {
        case .number(let number): known.append(number)
        case .text(let words): known += mentions(in: words).map(\.value)
        default: break
        }
      }
    }
    var unknown: [String] = []
    for mention in mentions(in: text) where !unknown.contains(mention.text) {
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

  /// The numbers of a text that are not part of a name.
  static func mentions(in text: String) -> [Mention] {
    let bytes = Array(text.utf8)
    func isDigit(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index])
    }
    func isLetter(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      return (0x41...0x5A).contains(bytes[index] & 0xDF) || bytes[index] == UInt8(ascii: "_")
    }
    var found: [Mention] = []
    var i = 0
    while i < bytes.count {
      guard isDigit(i) else {
        i += 1
        continue
      }
      let start = i
      var digits: [UInt8] = []
      var decimals = 0
      while isDigit(i)
        || bytes[i...].first == UInt8(ascii: ",") && isDigit(i + 1) && isDigit(i + 2)
          && isDigit(i + 3) && !isDigit(i + 4)
      {
        if isDigit(i) { digits.append(bytes[i]) }
        i += 1
      }
      if bytes[i...].first == UInt8(ascii: "."), isDigit(i + 1) {
        digits.append(bytes[i])
        i += 1
        while isDigit(i) {
          digits.append(bytes[i])
          decimals += 1
          i += 1
        }
      }
      // A hyphen joins a name: LLaVA-1.5, 13B, GPT-4V.
      let joins = start > 0 && bytes[start - 1] == UInt8(ascii: "-") && isLetter(start - 2)
      let goesOn = isLetter(i) || bytes[i...].first == UInt8(ascii: "-") && isLetter(i + 1)
      guard !isLetter(start - 1), !joins, !goesOn,
        let value = Double(String(decoding: digits, as: UTF8.self))
      else { continue }
      let rest = bytes[i...].drop { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }
      found.append(
        Mention(
          text: String(decoding: bytes[start..<i], as: UTF8.self), value: value,
          decimals: decimals, isPercentage: rest.first == UInt8(ascii: "%")))
    }
    return found
  }
}
