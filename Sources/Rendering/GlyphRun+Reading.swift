import Graphics

// Parts of runs that are read apart from the rest.
extension GlyphRun {
  /// The first clusters as a run, and the others as another, at the same place.
  func split(afterClusters count: Int) -> (GlyphRun, GlyphRun) {
    var (first, second) = (self, self)
    let bytes = clusters[..<count].reduce(0) { $0 + Int($1.bytes) }
    let drawn = clusters[..<count].reduce(0) { $0 + Int($1.glyphs) }
    // Glyphs stand from left to right, clusters in the order of reading.
    let parting = isRightToLeft ? glyphs.count - drawn : drawn
    first.clusters = Array(clusters[..<count])
    first.text = Array(text[..<bytes])
    first.glyphs = Array(isRightToLeft ? glyphs[parting...] : glyphs[..<parting])
    second.clusters = Array(clusters[count...])
    second.text = Array(text[bytes...])
    second.glyphs = Array(isRightToLeft ? glyphs[..<parting] : glyphs[parting...])
    return (first, second)
  }

  /// The first cluster that is not one glyph: what it is read as stands in a mark of its own.
  var firstSpokenCluster: Int? { clusters.firstIndex { $0.glyphs != 1 } }

  /// The run without the marks that only order it (U+200E, U+200F): what is drawn stands in order.
  var withoutDirectionMarks: GlyphRun {
    guard text.contains(0xE2), text.indices.contains(where: isDirectionMark) else { return self }
    var run = self
    (run.clusters, run.text) = ([], [])
    var kept: [Glyph] = []
    var byte = 0
    var glyph = isRightToLeft ? glyphs.count : 0
    for cluster in clusters {
      let (bytes, count) = (Int(cluster.bytes), Int(cluster.glyphs))
      if isRightToLeft { glyph -= count }
      if bytes != 3 || !isDirectionMark(byte) {
        run.clusters.append(cluster)
        run.text += text[byte..<byte + bytes]
        kept.insert(
          contentsOf: glyphs[glyph..<glyph + count], at: isRightToLeft ? 0 : kept.count)
      }
      byte += bytes
      if !isRightToLeft { glyph += count }
    }
    run.glyphs = kept
    return run
  }

  private func isDirectionMark(_ at: Int) -> Bool {
    at + 2 < text.count && text[at] == 0xE2 && text[at + 1] == 0x80
      && (text[at + 2] == 0x8E || text[at + 2] == 0x8F)
  }
}
