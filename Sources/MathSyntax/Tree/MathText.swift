/// `\text{…}`: words inside a formula, in the fonts of text, with formulas inside of them.
public struct MathText: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    case words(String, MathTextFont)
    case math(MathList)
  }

  public var pieces: [Piece]

  public init(_ pieces: [Piece]) { self.pieces = pieces }

  /// The words alone.
  public var words: String {
    pieces.map { piece in
      switch piece {
      case .words(let words, _): words
      case .math(let list): list.plainText
      }
    }.joined()
  }
}

/// The font of words in a formula: `\textrm`, `\textbf`, `\textit`, `\textsf`, `\texttt`.
public struct MathTextFont: Hashable, Sendable {
  public enum Family: String, Hashable, Sendable { case serif, sansSerif, typewriter }

  public var family: Family
  public var isBold: Bool
  public var isItalic: Bool

  public init(family: Family = .serif, isBold: Bool = false, isItalic: Bool = false) {
    self.family = family
    self.isBold = isBold
    self.isItalic = isItalic
  }
}
