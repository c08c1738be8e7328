import CCairo
import Graphics
import Typography

/// One cairo font face for each font file, opened through FreeType, unhinted.
///
/// The faces live until cairo drops its last reference, which may be after the cache is gone.
final class CairoFontCache {
  /// FreeType's objects of one file; released by cairo's destroy function.
  private final class OpenFile {
    let library: FT_Library
    let face: FT_Face

    init?(path: String, index: Int) {
      // A library for each face: FreeType allows no two threads in one.
      var library: FT_Library?
      guard FT_Init_FreeType(&library) == 0, let library else { return nil }
      var face: FT_Face?
      guard FT_New_Face(library, path, index, &face) == 0, let face else {
        FT_Done_FreeType(library)
        return nil
      }
      self.library = library
      self.face = face
    }

    deinit {
      FT_Done_Face(face)
      FT_Done_FreeType(library)
    }
  }

  private let fonts: FontLibrary
  private var faces: [FontID: OpaquePointer] = [:]

  init(fonts: FontLibrary) { self.fonts = fonts }

  deinit { for face in faces.values { cairo_font_face_destroy(face) } }

  /// A run as cairo writes it into a PDF with the least marks.
  func readable(_ run: GlyphRun) -> GlyphRun {
    let face = fonts.face(run.font)
    return run.withoutDirectionMarks.withCharactersOfGlyphs { face.glyph(for: $1) == $0 }
  }

  func face(_ id: FontID) throws(RenderingError) -> OpaquePointer {
    if let known = faces[id] { return known }
    let font = fonts.face(id)
    guard let file = OpenFile(path: font.path, index: font.index) else {
      throw .font(path: font.path)
    }
    let face = cairo_ft_font_face_create_for_ft_face(file.face, Int32(FT_LOAD_NO_HINTING))!
    let retained = Unmanaged.passRetained(file)
    let status = cairo_font_face_set_user_data(
      face, fontFileKey.pointer, retained.toOpaque(),
      { Unmanaged<OpenFile>.fromOpaque($0!).release() })
    guard status == CAIRO_STATUS_SUCCESS else {
      retained.release()
      cairo_font_face_destroy(face)
      throw .cairo(
        operation: "opening a font", status: String(cString: cairo_status_to_string(status)))
    }
    faces[id] = face
    return face
  }
}

/// The address under which cairo keeps the file of a face.
private let fontFileKey = UserDataKey()

private final class UserDataKey: Sendable {
  // The memory is never read or written; only its address counts.
  nonisolated(unsafe) let pointer = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(
    capacity: 1)
}
