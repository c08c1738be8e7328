import CHarfBuzz

/// One face of a font file, opened through HarfBuzz and never changed afterwards.
///
/// All lengths are in **em**: multiply by the font size to get points. Heights grow upwards.
public final class FontFace: @unchecked Sendable {
  // Unchecked: HarfBuzz objects made immutable may be shared between threads (hb_object docs).
  let face: OpaquePointer
  let font: OpaquePointer

  /// The file, and the index of the face inside it (for collections).
  public let path: String
  public let index: Int
  public let unitsPerEm: Int
  public let postScriptName: String
  public let metrics: FontMetrics

  /// Opens a face; the file is mapped, not read.
  init(path: String, index: Int = 0) throws(FontError) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else {
      throw .unreadable(path: path)
    }
    defer { hb_blob_destroy(blob) }
    guard index < hb_face_count(blob), let face = hb_face_create(blob, UInt32(index)),
      hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face)
    else { throw .unreadable(path: path) }
    let units = Int32(hb_face_get_upem(face))
    hb_font_set_scale(font, units, units)
    hb_face_make_immutable(face)
    hb_font_make_immutable(font)
    (self.face, self.font, self.path, self.index) = (face, font, path, index)
    unitsPerEm = Int(units)
    postScriptName = Self.name(of: face)
    metrics = FontMetrics(font: font, unitsPerEm: Double(units))
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// The nominal glyph of a scalar, nil when the face has none.
  public func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: UInt32 = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// The horizontal advance of a glyph, in em.
  public func advance(_ glyph: UInt32) -> Double {
    inEm(hb_font_get_glyph_h_advance(font, glyph))
  }

  /// The ink box of a glyph, in em; all zero when the glyph has no ink.
  public func extents(_ glyph: UInt32) -> GlyphExtents {
    var box = hb_glyph_extents_t()
    guard hb_font_get_glyph_extents(font, glyph, &box) != 0 else {
      return GlyphExtents(left: 0, right: 0, top: 0, bottom: 0)
    }
    return GlyphExtents(
      left: inEm(box.x_bearing), right: inEm(box.x_bearing + box.width),
      top: inEm(box.y_bearing), bottom: inEm(box.y_bearing + box.height))
  }

  /// The glyphs that a feature (`ssty`, `smcp` …) offers in place of one, in the font's order;
  /// empty when it offers none.
  public func alternates(of glyph: UInt32, feature: String) -> [UInt32] {
    var features: [hb_tag_t] = [tag(feature), 0]
    let lookups = hb_set_create()
    defer { hb_set_destroy(lookups) }
    hb_ot_layout_collect_lookups(face, tag("GSUB"), nil, nil, &features, lookups)
    var found: [UInt32] = []
    var lookup = UInt32.max  // HB_SET_VALUE_INVALID starts the walk
    while hb_set_next(lookups, &lookup) != 0 {
      var count: UInt32 = 16
      var glyphs = [UInt32](repeating: 0, count: 16)
      let total = hb_ot_layout_lookup_get_glyph_alternates(
        face, lookup, glyph, 0, &count, &glyphs)
      if total > 0 { found += glyphs.prefix(Int(count)) }
    }
    return found
  }

  /// Font units in em.
  func inEm(_ units: Int32) -> Double { Double(units) / Double(unitsPerEm) }

  private static func name(of face: OpaquePointer) -> String {
    let id = hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME)
    var size: UInt32 = 128
    var text = [CChar](repeating: 0, count: 128)
    hb_ot_name_get_utf8(face, id, nil, &size, &text)
    return String(decoding: text.prefix(Int(size)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// The ink box of a glyph relative to its origin, in em; `bottom` is negative below the baseline.
public struct GlyphExtents: Hashable, Sendable {
  public var left, right, top, bottom: Double

  public init(left: Double, right: Double, top: Double, bottom: Double) {
    (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
  }

  public var width: Double { right - left }
  public var height: Double { top - bottom }
}

/// An OpenType tag from its four letters, padded with spaces.
func tag(_ name: String) -> hb_tag_t {
  var value: UInt32 = 0
  var count = 0
  for byte in name.utf8.prefix(4) {
    value = value << 8 | UInt32(byte)
    count += 1
  }
  while count < 4 {
    value = value << 8 | 0x20
    count += 1
  }
  return value
}
