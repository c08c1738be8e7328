import CHarfBuzz

/// The OpenType MATH table of a face, in em; so only Typography knows HarfBuzz.
///
/// Source: OpenType 1.9, "MATH – The mathematical typesetting table".
extension FontFace {
  public var hasMathTable: Bool { hb_ot_math_has_data(face) != 0 }

  /// A constant in em; the three percentages as shares of 1.
  public func mathConstant(_ constant: MathConstant) -> Double {
    let value = hb_ot_math_get_constant(
      font, hb_ot_math_constant_t(rawValue: constant.rawValue))
    return constant.isPercentage ? Double(value) / 100 : inEm(value)
  }

  /// How far the top right of a slanted glyph leans out, in em.
  public func italicsCorrection(_ glyph: UInt32) -> Double {
    inEm(hb_ot_math_get_glyph_italics_correction(font, glyph))
  }

  /// Where an accent is centred over a glyph, from its origin, in em; half the advance when the
  /// font does not say.
  public func topAccentAttachment(_ glyph: UInt32) -> Double {
    inEm(hb_ot_math_get_glyph_top_accent_attachment(font, glyph))
  }

  /// Whether the glyph takes scripts like a large operator or extended shape.
  public func isExtendedShape(_ glyph: UInt32) -> Bool {
    hb_ot_math_is_glyph_extended_shape(face, glyph) != 0
  }

  /// The kern between a nucleus and a script at one corner, at a height in em above the baseline.
  public func mathKern(_ glyph: UInt32, _ corner: MathKernCorner, height: Double) -> Double {
    let units = Int32((height * Double(unitsPerEm)).rounded())
    return inEm(
      hb_ot_math_get_glyph_kerning(
        font, glyph, hb_ot_math_kern_t(rawValue: corner.rawValue), units))
  }

  /// Ready-made sizes, smallest first; the first is usually the glyph itself.
  public func variants(_ glyph: UInt32, _ stretch: MathStretch) -> [MathGlyphVariant] {
    let direction = direction(stretch)
    var count: UInt32 = 0
    let total = hb_ot_math_get_glyph_variants(font, glyph, direction, 0, &count, nil)
    guard total > 0 else { return [] }
    var found = [hb_ot_math_glyph_variant_t](repeating: .init(), count: Int(total))
    count = total
    hb_ot_math_get_glyph_variants(font, glyph, direction, 0, &count, &found)
    return found.prefix(Int(count)).map {
      MathGlyphVariant(glyph: $0.glyph, advance: inEm($0.advance))
    }
  }

  /// The parts to put the glyph together at any size; nil when the font has none.
  public func assembly(_ glyph: UInt32, _ stretch: MathStretch) -> MathGlyphAssembly? {
    let direction = direction(stretch)
    var count: UInt32 = 0
    var italics: Int32 = 0
    let total = hb_ot_math_get_glyph_assembly(font, glyph, direction, 0, &count, nil, &italics)
    guard total > 0 else { return nil }
    var found = [hb_ot_math_glyph_part_t](repeating: .init(), count: Int(total))
    count = total
    hb_ot_math_get_glyph_assembly(font, glyph, direction, 0, &count, &found, &italics)
    let parts = found.prefix(Int(count)).map {
      MathGlyphPart(
        glyph: $0.glyph, startConnectorLength: inEm($0.start_connector_length),
        endConnectorLength: inEm($0.end_connector_length), fullAdvance: inEm($0.full_advance),
        isExtender: $0.flags.rawValue & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER.rawValue != 0)
    }
    return MathGlyphAssembly(parts: parts, italicsCorrection: inEm(italics))
  }

  /// The least overlap of two parts of an assembly, in em.
  public func minConnectorOverlap(_ stretch: MathStretch) -> Double {
    inEm(hb_ot_math_get_min_connector_overlap(font, direction(stretch)))
  }

  private func direction(_ stretch: MathStretch) -> hb_direction_t {
    stretch == .vertical ? HB_DIRECTION_BTT : HB_DIRECTION_LTR
  }
}
