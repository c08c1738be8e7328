import Graphics
import MathSyntax

/// What a list inherits from around it.
struct MathContext: Hashable, Sendable {
  var style: MathStyle
  /// Em size of text style in points.
  var textSize: Points
  var color: Color
  /// The letters asked for by `\mathrm` and its kin; nil for TeX's defaults.
  var alphabet: MathAlphabet?
  /// Whether `\boldsymbol` makes everything bold.
  var isBold = false

  func with(_ style: MathStyle) -> MathContext {
    var context = self
    context.style = style
    return context
  }

  var cramped: MathContext { with(style.cramped) }
}
