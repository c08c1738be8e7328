/// What a command with arguments, or with a meaning for its surroundings, does.
enum Construct: Sendable {
  // Fractions
  case fraction(MathStyleName?)
  case binomial(MathStyleName?)
  case continuedFraction, generalFraction
  case infix(Infix)

  // Roots and scripts
  case root
  case limits(LimitsPlacement)
  case primes

  // Delimiters
  case left, right, middle
  case bigDelimiter(Int, MathClass)
  case braket(left: Unicode.Scalar, right: Unicode.Scalar, growing: Bool, splitting: Bool)

  // Marks
  case accent(Unicode.Scalar, isWide: Bool, isBelow: Bool)
  case overUnder(OverUnder.Mark, isBelow: Bool)
  case overset, underset, stackrel, overUnderSet, sideset, prescript
  case arrow(Unicode.Scalar)
  case not
  case dots

  // Classes, alphabets, styles
  case classed(MathClass)
  case operatorName
  case operatorWithLimits
  case alphabet(MathAlphabet)
  case alphabetSwitch(MathAlphabet)
  case style(MathStyleName)
  case size(Double)
  case choice

  // Words
  case text(TextFontChange)
  case fixedText(String)
  case verbatim
  case mathInText

  // Colour, frames, extents
  case colorSwitch, textColor, colorBox, framedColorBox
  case enclosure(Enclosure)
  case framedText
  case cancelTo
  case phantom(width: Bool, height: Bool)
  case smash
  case lap(MathArray.ColumnAlignment, isText: Bool)
  case raiseBox, center, rule, strut

  // Space
  case space(MathLength)
  case spaceArgument
  case kern
  case breakMark(Bool)
  case lineBreak
  case relax

  // Structure
  case begin, end
  case beginGroup, endGroup
  case rowEnd
  case horizontalLine(MathArray.Line)
  /// `\cline{2-3}`, `\cmidrule(lr){2-3}`.
  case partialLine
  /// `\intertext`: words between the rows of an alignment.
  case interText
  case substack
  case multicolumn
  case tag, noTag, label
  case reference(parenthesized: Bool)
  case link, url
  /// Takes an argument that means nothing on paper, then its content: `\htmlClass`.
  case annotated

  // Quantities
  case number, quantity, unit, angle
}

/// Operators between two lists that share a group: `{a \over b}`.
struct Infix: Sendable, Equatable {
  var bar: Fraction.Bar
  var left: Unicode.Scalar?
  var right: Unicode.Scalar?
  /// `\above` is followed by a length.
  var takesThickness = false
  /// `\overwithdelims` is followed by two delimiters.
  var takesDelimiters = false
}

/// How a text command changes the font around it.
struct TextFontChange: Sendable, Equatable {
  var family: MathTextFont.Family?
  var isBold: Bool?
  var isItalic: Bool?
}
