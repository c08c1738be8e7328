import Graphics
import MathSyntax

/// An element of a list that is being set: a box with its class, or white space, or a mark.
struct MathAtom: Sendable {
  enum Kind: Sendable {
    case atom(MathClass)
    /// Explicit white space: as wide as the box.
    case space
    case breakMark(allowed: Bool)
    case lineBreak
  }

  var kind: Kind
  var box: MathBox
  var context: MathContext
  /// The link that it belongs to, counted from 1; 0 for none.
  var link: Int32 = 0

  var mathClass: MathClass? {
    if case .atom(let mathClass) = kind { mathClass } else { nil }
  }
}
