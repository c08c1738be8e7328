import Graphics
import Synchronization
import Typography

/// The math face of a theme with its constants, shared by all threads.
final class MathFont: Sendable {
  let fonts: FontLibrary
  let id: FontID
  let face: FontFace
  let constants: MathConstants
  private let caches = Mutex<[MathGlyphs]>([])

  init(fonts: FontLibrary) {
    self.fonts = fonts
    id = fonts.font(.math)
    face = fonts.face(id)
    constants = MathConstants(face: face)
  }

  /// A set of caches for one formula; give it back with `giveBack`, so that the next is warm.
  func borrowGlyphs() -> MathGlyphs {
    caches.withLock { $0.popLast() } ?? MathGlyphs(font: self)
  }

  func giveBack(_ glyphs: consuming MathGlyphs) {
    caches.withLock { [glyphs] in $0.append(glyphs) }
  }

  /// The characters that no font had in any formula so far, in code point order.
  var missingGlyphs: [MissingGlyph] {
    var found: [Unicode.Scalar: MissingGlyph] = [:]
    for glyph in caches.withLock({ $0.flatMap(\.typesetter.missingGlyphs) }) {
      found[glyph.scalar] = glyph
    }
    return found.values.sorted { $0.scalar.value < $1.scalar.value }
  }
}
