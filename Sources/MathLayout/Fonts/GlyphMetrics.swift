/// What layout needs to know of one glyph, in em.
struct GlyphMetrics: Sendable {
  var advance: Double
  /// Of the ink, above and below the baseline, both positive away from it.
  var ascent, descent: Double
  var left, right: Double
  var italicsCorrection: Double
  var topAccent: Double
}
