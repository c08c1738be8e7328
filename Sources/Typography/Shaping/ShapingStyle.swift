import CHarfBuzz

/// What shaping depends on: everything of a text style but size, colour and decoration.
struct ShapingStyle: Hashable {
  var family: FontFamily
  var weight: FontWeight
  var isItalic: Bool
  var features: TextFeatures
  var language: String
  var hyphenates: Bool

  init(_ style: TextStyle) {
    (family, weight, isItalic) = (style.family, style.weight, style.isItalic)
    (features, language) = (style.features, style.language)
    hyphenates = style.hyphenates
  }

  /// The features as HarfBuzz takes them, over whole words.
  var harfBuzzFeatures: [hb_feature_t] {
    var list: [hb_feature_t] = []
    func set(_ name: String, _ value: UInt32) {
      list.append(hb_feature_t(tag: tag(name), value: value, start: 0, end: UInt32.max))
    }
    if features.contains(.tabularFigures) { set("tnum", 1) }
    if features.contains(.liningFigures) { set("lnum", 1) }
    if features.contains(.oldStyleFigures) { set("onum", 1) }
    if features.contains(.smallCaps) { set("smcp", 1) }
    if features.contains(.superiors) { set("sups", 1) }
    if features.contains(.fractions) { set("frac", 1) }
    if features.contains(.slashedZero) { set("zero", 1) }
    if features.contains(.capitalForms) { set("case", 1) }
    if features.contains(.noLigatures) {
      for name in ["liga", "clig", "calt", "dlig"] { set(name, 0) }
    }
    return list
  }
}

extension FontFace {
  /// Whether the face has any lookup for a feature.
  func has(feature: String) -> Bool {
    var features: [hb_tag_t] = [tag(feature), 0]
    let lookups = hb_set_create()
    defer { hb_set_destroy(lookups) }
    hb_ot_layout_collect_lookups(face, tag("GSUB"), nil, nil, &features, lookups)
    return hb_set_is_empty(lookups) == 0
  }
}
