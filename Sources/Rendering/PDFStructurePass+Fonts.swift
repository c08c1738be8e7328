// What cairo leaves out of fonts.
extension PDFStructurePass {
  /// Rewrites what fonts say of their glyphs where that names ligatures.
  static func spellLigatures(
    of drawn: PlainPDF, in file: inout PDFWriter
  ) throws(RenderingError) {
    let tables = drawn.bytes.withUnsafeBufferPointer { bytes in
      drawn.keptObjects.compactMap { object in
        PDFDictionary(bytes, from: object.body.lowerBound)?.value("/ToUnicode", in: bytes)
          .flatMap { PDFDictionary.references(bytes, $0).first }
      }
    }
    let (inflate, deflate) = (Inflate(), Deflate())
    for table in tables {
      guard let data = try drawn.unpacked(table, with: inflate),
        let spelled = LigatureText.spelled(data)
      else { continue }
      file.replaceStream(table, deflate.compress(spelled), dictionary: "/Filter/FlateDecode")
    }
  }

  /// Says of TrueType fonts that a code is the number of its glyph: that is what readers take for
  /// granted, and PDF/UA wants said (ISO 14289-1, 7.21.3.2).
  static func mapGlyphs(of drawn: PlainPDF, in file: inout PDFWriter) {
    drawn.bytes.withUnsafeBufferPointer { bytes in
      for object in drawn.keptObjects {
        guard let dictionary = PDFDictionary(bytes, from: object.body.lowerBound),
          let kind = dictionary.value("/Subtype", in: bytes),
          bytes[kind].starts(with: "/CIDFontType2".utf8),
          dictionary.value("/CIDToGIDMap", in: bytes) == nil
        else { continue }
        rewrite(object.number, of: drawn, bytes, without: [], in: &file) {
          $0.append("/CIDToGIDMap/Identity")
        }
      }
    }
  }
}
