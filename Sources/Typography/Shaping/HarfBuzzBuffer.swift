import CHarfBuzz

/// HarfBuzz's buffer, reused for all words.
final class HarfBuzzBuffer {
  private let buffer = hb_buffer_create()

  deinit { hb_buffer_destroy(buffer) }

  /// Shapes a range of bytes in one font and hands out glyphs from left to right.
  func shape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, with face: FontFace,
    features: TextFeatures, language: String,
    each: (hb_glyph_info_t, hb_glyph_position_t) -> Void
  ) {
    hb_buffer_reset(buffer)
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES)
    bytes.withMemoryRebound(to: CChar.self) {
      hb_buffer_add_utf8(
        buffer, $0.baseAddress, Int32(bytes.count), UInt32(range.lowerBound), Int32(range.count))
    }
    hb_buffer_guess_segment_properties(buffer)
    hb_buffer_set_language(buffer, hb_language_from_string(language, -1))
    let wanted = Self.features(features)
    hb_shape(face.font, buffer, wanted, UInt32(wanted.count))
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, nil)
    else { return }
    for i in 0..<Int(count) { each(infos[i], positions[i]) }
  }

  private static func features(_ set: TextFeatures) -> [hb_feature_t] {
    var out: [hb_feature_t] = []
    func add(_ name: String, _ value: UInt32) {
      out.append(hb_feature_t(tag: tag(name), value: value, start: 0, end: UInt32.max))
    }
    if set.contains(.tabularFigures) { add("tnum", 1) }
    if set.contains(.liningFigures) { add("lnum", 1) }
    if set.contains(.oldStyleFigures) { add("onum", 1) }
    if set.contains(.smallCaps) { add("smcp", 1) }
    if set.contains(.superiors) { add("sups", 1) }
    if set.contains(.fractions) { add("frac", 1) }
    if set.contains(.slashedZero) { add("zero", 1) }
    if set.contains(.capitalForms) { add("case", 1) }
    if set.contains(.noLigatures) { for name in ["liga", "clig", "calt"] { add(name, 0) } }
    return out
  }
}
