import Diagnostics

/// How numbers are printed where it differs from what the report's language asks for.
///
///     numbers: {decimal: ",", group: " ", grouped-from: 5, percent: spaced}
public struct NumberOptions: Sendable, Equatable {
  public enum Percent: String, Sendable, CaseIterable, Decodable {
    /// 12%
    case close
    /// 12 %
    case spaced
  }

  /// Between groups of digits: a mark, or none at all.
  public enum Group: Sendable, Equatable {
    case mark(Character)
    case none
  }

  /// Before the digits of a fraction.
  public var decimal: Character?
  public var group: Group?
  /// The fewest digits before the decimal mark that are grouped: from 4 to 7.
  public var groupedFrom: Int?
  public var percent: Percent?

  public init() {}
}

extension NumberOptions: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case decimal, group
    case groupedFrom = "grouped-from"
    case percent
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    if let mark = try keys.decodeIfPresent(Spanned<String>.self, forKey: .decimal) {
      guard [".", ",", "·", "٫"].contains(mark.value) else {
        throw DiagnosticList.error(
          "bad-value", "'\(mark.value)' is no decimal mark", at: mark.span,
          help: "write a point or a comma in quotation marks: decimal: \",\"")
      }
      decimal = mark.value.first
    }
    if let mark = try keys.decodeIfPresent(Spanned<String>.self, forKey: .group) {
      group = try Self.group(mark)
      if let decimal, group == .mark(decimal) {
        throw DiagnosticList.error(
          "bad-value", "groups of digits would be parted by the decimal mark '\(decimal)'",
          at: mark.span, help: "choose another mark, \" \" for a narrow space, or none")
      }
    }
    if let count = try keys.decodeIfPresent(Spanned<Int>.self, forKey: .groupedFrom) {
      guard (4...7).contains(count.value) else {
        throw DiagnosticList.error(
          "bad-value", "numbers cannot be grouped from \(count.value) digits on", at: count.span,
          help: "write 4, for 2 280, or 5, for 2280 and 12 280")
      }
      groupedFrom = count.value
    }
    percent = try keys.decodeIfPresent(Percent.self, forKey: .percent)
  }

  private static func group(_ mark: Spanned<String>) throws(DiagnosticList) -> Group {
    switch mark.value {
    case "", "none": return .none
    // Fixed in width, and never at a line's end.
    case " ", "\u{A0}", "\u{2009}", "\u{202F}": return .mark("\u{202F}")
    case "'", "’": return .mark("’")
    case ".", ",", "·", "٬": return .mark(Character(mark.value))
    default:
      throw .error(
        "bad-value", "'\(mark.value)' is no mark between groups of digits", at: mark.span,
        help: "write \".\", \",\", \"’\", \" \" for a narrow space, or none")
    }
  }
}
