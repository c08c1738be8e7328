extension WordCache {
  /// Width of a short text in em.
  mutating func width(of bytes: [UInt8], face: Int32) -> Float {
    let word = bytes.withUnsafeBufferPointer { self.word($0, face: face) }
    return words[word].width
  }

  /// Whether a glyph starts at a byte of the word, so that it can be cut there.
  func isClusterStart(_ offset: Int, of word: ShapedWord) -> Bool {
    for piece in pieces[word.pieces] {
      for glyph in glyphs[piece.glyphs] where Int(glyph.cluster) == offset { return true }
    }
    return false
  }

  /// Width of some bytes of a word in em.
  func width(of word: ShapedWord, _ part: Range<Int>) -> Float {
    var width: Float = 0
    for piece in pieces[word.pieces] {
      for glyph in glyphs[piece.glyphs] where part.contains(Int(glyph.cluster)) {
        width += glyph.advance
      }
    }
    return width
  }
}
