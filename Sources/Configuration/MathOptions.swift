/// The key `math` of `report.yaml`.
public struct MathOptions: Decodable, Sendable {
  /// Commands for the formulas of all chapters: name to TeX, `#1` … for arguments.
  public var macros = OrderedMapping<Spanned<String>>()
  /// The side that equation numbers stand on.
  public var numbers = EquationNumbers.right
  /// A font with a MATH table for formulas in place of the theme's: the name of a file in `fonts/`
  /// or in the system's folders.
  public var font: Spanned<String>?

  public init() {}

  private enum CodingKeys: String, CodingKey, CaseIterable { case macros, numbers, font }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    macros =
      try container.decodeIfPresent(OrderedMapping<Spanned<String>>.self, forKey: .macros) ?? macros
    numbers = try container.decodeIfPresent(EquationNumbers.self, forKey: .numbers) ?? numbers
    font = try container.decodeIfPresent(Spanned<String>.self, forKey: .font)
  }
}

/// The side that equation numbers stand on.
public enum EquationNumbers: String, Hashable, Sendable, CaseIterable, Decodable {
  case left, right
}
