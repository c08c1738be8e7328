import CHarfBuzz
import Graphics

/// HarfBuzz's buffer, reused from word to word.
final class ShapingBuffer {
  private let buffer: OpaquePointer

  init() {
    guard let buffer = hb_buffer_create() else {
      preconditionFailure("HarfBuzz gives an empty buffer even without memory, never none")
    }
    self.buffer = buffer
  }

  deinit { hb_buffer_destroy(buffer) }

  /// Shapes a range of UTF-8 with the rest as context.
  ///
  /// - Parameter script: ISO 15924 tag, 0 to let HarfBuzz look.
  func shape(
    _ text: [UInt8], _ range: Range<Int>, face: FontFace, script: UInt32, isRightToLeft: Bool,
    language: hb_language_t?, features: [hb_feature_t]
  ) {
    hb_buffer_clear_contents(buffer)
    // A joiner's empty glyph would part its word for readers of the PDF; its text stays with the
    // letter beside it.
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
    text.withUnsafeBytes {
      hb_buffer_add_utf8(
        buffer, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32(text.count),
        UInt32(range.lowerBound), Int32(range.count))
    }
    if script != 0 { hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(script)) }
    hb_buffer_set_language(buffer, language)
    hb_buffer_guess_segment_properties(buffer)
    hb_buffer_set_direction(buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    features.withUnsafeBufferPointer {
      hb_shape(face.font, buffer, $0.baseAddress, UInt32($0.count))
    }
  }

  /// Whether a character of the shaped text has no glyph in the face.
  var hasMissingGlyph: Bool {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count) else { return false }
    return (0..<Int(count)).contains { infos[$0].codepoint == 0 }
  }

  /// The shaped glyphs.
  var glyphs: [UInt32] {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count) else { return [] }
    return (0..<Int(count)).map { infos[$0].codepoint }
  }

  /// Sum of the advances, in em.
  func width(face: FontFace) -> Float {
    var count: UInt32 = 0
    guard let positions = hb_buffer_get_glyph_positions(buffer, &count) else { return 0 }
    var units: Int32 = 0
    for i in 0..<Int(count) { units += positions[i].x_advance }
    return Float(face.inEm(units))
  }

  /// How far to the left a letter without a width is set from the letter before it in right-to-left
  /// text, in em: the alef of a lam-alef begins where the lam does, and readers that order letters
  /// by their places (poppler) would take it for the first. Nobody sees a five-hundredth of an em.
  private static let ofWidthless: Float = 0.002

  /// Appends the shaped glyphs, their x from the start of the range, and the clusters in logical
  /// order; returns the width in em.
  ///
  /// - Parameter hidesMissing: leaves glyphs that the face lacks out of the drawing; their text
  ///   stays with its cluster.
  func collect(
    into glyphs: inout ContiguousArray<Glyph>, _ clusters: inout ContiguousArray<TextCluster>,
    range: Range<Int>, face: FontFace, isRightToLeft: Bool, hidesMissing: Bool
  ) -> Float {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, nil)
    else { return 0 }
    let n = Int(count)
    var pen: Int32 = 0
    for i in 0..<n {
      if hidesMissing, infos[i].codepoint == 0 { continue }
      var x = Float(face.inEm(pen + positions[i].x_offset))
      if isRightToLeft, i + 1 < n, positions[i].x_advance == 0,
        infos[i].cluster != infos[i + 1].cluster
      {
        x -= Self.ofWidthless
      }
      glyphs.append(
        Glyph(id: infos[i].codepoint, x: x, y: Float(face.inEm(-positions[i].y_offset))))
      pen += positions[i].x_advance
    }
    // Cluster values rise with the glyphs, or fall in right-to-left text: walk in logical order.
    func at(_ k: Int) -> Int { isRightToLeft ? n - 1 - k : k }
    var k = 0
    if n == 0 { clusters.append(TextCluster(bytes: range.count, glyphs: 0)) }
    while k < n {
      let start = k == 0 ? range.lowerBound : Int(infos[at(k)].cluster)
      var drawn = 0
      let cluster = infos[at(k)].cluster
      while k < n, infos[at(k)].cluster == cluster {
        if !(hidesMissing && infos[at(k)].codepoint == 0) { drawn += 1 }
        k += 1
      }
      let end = k < n ? Int(infos[at(k)].cluster) : range.upperBound
      clusters.append(TextCluster(bytes: end - start, glyphs: drawn))
    }
    return Float(face.inEm(pen))
  }
}
