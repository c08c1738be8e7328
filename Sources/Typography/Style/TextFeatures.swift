/// OpenType features a style asks for, besides kerning and ligatures, which are on by default.
public struct TextFeatures: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Digits of equal width (`tnum`), for tables.
  public static let tabularFigures = TextFeatures(rawValue: 1 << 0)
  /// Figures as high as capitals (`lnum`).
  public static let liningFigures = TextFeatures(rawValue: 1 << 1)
  /// Figures with ascenders and descenders (`onum`).
  public static let oldStyleFigures = TextFeatures(rawValue: 1 << 2)
  /// Small capitals for lower-case letters (`smcp`); scaled capitals where the font has none.
  public static let smallCaps = TextFeatures(rawValue: 1 << 3)
  /// Neither standard nor contextual ligatures (`liga`, `clig`, `calt` off), as in code.
  public static let noLigatures = TextFeatures(rawValue: 1 << 4)
  /// The font's own superior figures (`sups`); fonts without them change nothing.
  public static let superiors = TextFeatures(rawValue: 1 << 5)
  /// Slashed fractions (`frac`).
  public static let fractions = TextFeatures(rawValue: 1 << 6)
  /// A zero with a slash (`zero`).
  public static let slashedZero = TextFeatures(rawValue: 1 << 7)
  /// Punctuation at the height of capitals (`case`).
  public static let capitalForms = TextFeatures(rawValue: 1 << 8)

  /// Lining figures of equal width: what tables and charts want.
  public static let tabularLining: TextFeatures = [.tabularFigures, .liningFigures]
}
