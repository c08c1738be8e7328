/// The constants of an OpenType MATH table, in the table's order (OpenType 1.9, MathConstants).
public enum MathConstant: UInt32, Hashable, Sendable, CaseIterable {
  case scriptPercentScaleDown
  case scriptScriptPercentScaleDown
  case delimitedSubFormulaMinHeight
  case displayOperatorMinHeight
  case mathLeading
  case axisHeight
  case accentBaseHeight
  case flattenedAccentBaseHeight
  case subscriptShiftDown
  case subscriptTopMax
  case subscriptBaselineDropMin
  case superscriptShiftUp
  case superscriptShiftUpCramped
  case superscriptBottomMin
  case superscriptBaselineDropMax
  case subSuperscriptGapMin
  case superscriptBottomMaxWithSubscript
  case spaceAfterScript
  case upperLimitGapMin
  case upperLimitBaselineRiseMin
  case lowerLimitGapMin
  case lowerLimitBaselineDropMin
  case stackTopShiftUp
  case stackTopDisplayStyleShiftUp
  case stackBottomShiftDown
  case stackBottomDisplayStyleShiftDown
  case stackGapMin
  case stackDisplayStyleGapMin
  case stretchStackTopShiftUp
  case stretchStackBottomShiftDown
  case stretchStackGapAboveMin
  case stretchStackGapBelowMin
  case fractionNumeratorShiftUp
  case fractionNumeratorDisplayStyleShiftUp
  case fractionDenominatorShiftDown
  case fractionDenominatorDisplayStyleShiftDown
  case fractionNumeratorGapMin
  case fractionNumeratorDisplayStyleGapMin
  case fractionRuleThickness
  case fractionDenominatorGapMin
  case fractionDenominatorDisplayStyleGapMin
  case skewedFractionHorizontalGap
  case skewedFractionVerticalGap
  case overbarVerticalGap
  case overbarRuleThickness
  case overbarExtraAscender
  case underbarVerticalGap
  case underbarRuleThickness
  case underbarExtraDescender
  case radicalVerticalGap
  case radicalDisplayStyleVerticalGap
  case radicalRuleThickness
  case radicalExtraAscender
  case radicalKernBeforeDegree
  case radicalKernAfterDegree
  case radicalDegreeBottomRaisePercent

  /// Whether the value is a share and not a length.
  var isPercentage: Bool {
    switch self {
    case .scriptPercentScaleDown, .scriptScriptPercentScaleDown, .radicalDegreeBottomRaisePercent:
      true
    default: false
    }
  }
}

/// One ready-made size of a stretchable glyph.
public struct MathGlyphVariant: Hashable, Sendable {
  public var glyph: UInt32
  /// Extent in the direction of stretching, in em.
  public var advance: Double
}

/// One piece of a glyph that is put together to any size, from bottom to top or left to right.
public struct MathGlyphPart: Hashable, Sendable {
  public var glyph: UInt32
  /// How far the neighbours may overlap at either end, in em.
  public var startConnectorLength, endConnectorLength: Double
  /// Extent in the direction of stretching, in em.
  public var fullAdvance: Double
  /// Whether the piece may be left out or repeated.
  public var isExtender: Bool
}

/// The recipe to put a glyph together from parts.
public struct MathGlyphAssembly: Hashable, Sendable {
  public var parts: [MathGlyphPart]
  /// Of the whole, in em.
  public var italicsCorrection: Double
}

/// The four corners at which scripts are kerned to their nucleus.
public enum MathKernCorner: UInt32, Hashable, Sendable {
  case topRight, topLeft, bottomRight, bottomLeft
}

/// The way a glyph stretches.
public enum MathStretch: Hashable, Sendable { case horizontal, vertical }
