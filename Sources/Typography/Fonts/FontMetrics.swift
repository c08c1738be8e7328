import CHarfBuzz

/// A face's vertical measures, in em above the baseline.
public struct FontMetrics: Hashable, Sendable {
  /// Top of a `d` and bottom of a `p` (positive): what text really occupies. The file's own line
  /// metrics are made for line spacing and differ wildly between fonts.
  public var ascent, descent: Double
  public var capHeight, xHeight: Double
  /// Centre of the underline, positive below the baseline.
  public var underlineDepth: Double
  public var underlineThickness: Double
  /// Centre of the strikethrough, above the baseline.
  public var strikethroughHeight: Double

  init(font: OpaquePointer, unitsPerEm: Double) {
    func metric(_ tag: hb_ot_metrics_tag_t) -> Double? {
      var value: Int32 = 0
      guard hb_ot_metrics_get_position(font, tag, &value) != 0 else { return nil }
      return Double(value) / unitsPerEm
    }
    func ink(_ letter: Character) -> (top: Double, bottom: Double)? {
      var glyph: UInt32 = 0
      var box = hb_glyph_extents_t()
      guard let scalar = letter.unicodeScalars.first,
        hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0,
        hb_font_get_glyph_extents(font, glyph, &box) != 0
      else { return nil }
      return (
        Double(box.y_bearing) / unitsPerEm, Double(-box.y_bearing - box.height) / unitsPerEm
      )
    }
    capHeight = ink("H")?.top ?? metric(HB_OT_METRICS_TAG_CAP_HEIGHT) ?? 0.7
    xHeight = ink("x")?.top ?? metric(HB_OT_METRICS_TAG_X_HEIGHT) ?? 0.5
    ascent = ink("d")?.top ?? metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER) ?? 0.75
    descent = ink("p")?.bottom ?? metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER).map(abs) ?? 0.25
    underlineDepth = metric(HB_OT_METRICS_TAG_UNDERLINE_OFFSET).map { max(-$0, 0.08) } ?? 0.12
    underlineThickness = metric(HB_OT_METRICS_TAG_UNDERLINE_SIZE) ?? 0.05
    strikethroughHeight = xHeight * 0.5
  }
}
