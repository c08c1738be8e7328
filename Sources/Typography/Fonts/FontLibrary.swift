public import Graphics
import Synchronization

/// The faces of a run: those of the theme, opened at once, and those that stand in for characters
/// the theme lacks, opened when first needed.
///
/// Ids depend on the theme alone, never on the order of use, so equal input gives equal output
/// however the work is spread over threads.
public final class FontLibrary: Sendable {
  /// Debian's font folders.
  public static let defaultSearchPaths = [
    "/usr/share/texmf/fonts/opentype", "/usr/share/fonts", "/usr/local/share/fonts",
  ]

  public let theme: FontTheme
  let folders: FontFolders
  private let faces: [FontFace]
  /// `FontID` by family, weight, slant.
  private let ids: [FontID]
  private let fallbacks: Mutex<[FallbackSlot]>
  private let emojiPictures = Mutex<[UInt32: ImageResource]>([:])

  private enum FallbackSlot {
    case unopened
    case open(FontFace)
    case absent
  }

  /// Opens the theme's faces.
  ///
  /// - Parameter searchPaths: folders searched in order; put a project's own `fonts/` first.
  /// - Throws: `FontError` when a file of the theme is missing (with the package that brings it)
  ///   or no font.
  public init(
    theme: FontTheme = .pagella, searchPaths: [String] = FontLibrary.defaultSearchPaths
  ) throws(FontError) {
    self.theme = theme
    folders = FontFolders(paths: searchPaths)
    var faces: [FontFace] = []
    var ids: [FontID] = []
    var known: [String: FontID] = [:]
    for family in FontFamily.allCases {
      for weight in FontWeight.allCases {
        for italic in [false, true] {
          let file = theme.file(family, weight: weight, italic: italic)
          if let id = known[file] {
            ids.append(id)
            continue
          }
          guard let path = folders.path(of: file) else {
            throw .notFound(file: file, package: FontFolders.package(of: file))
          }
          let id = FontID(rawValue: UInt16(faces.count))
          faces.append(try FontFace(path: path))
          known[file] = id
          ids.append(id)
        }
      }
    }
    self.faces = faces
    self.ids = ids
    fallbacks = Mutex(Array(repeating: .unopened, count: FontFallback.files.count))
  }

  /// The face of an id that this library gave out.
  public func face(_ id: FontID) -> FontFace {
    let index = Int(id.rawValue)
    if index < faces.count { return faces[index] }
    guard let face = fallbackFace(index - faces.count) else {
      preconditionFailure("the id \(index) does not name a face of this library")
    }
    return face
  }

  /// The theme's face for a family, weight and slant.
  public func font(_ family: FontFamily, weight: FontWeight = .regular, italic: Bool = false)
    -> FontID
  {
    ids[(Int(family.rawValue) * 3 + Int(weight.rawValue)) * 2 + (italic ? 1 : 0)]
  }

  /// The files of all faces that may set text: the theme's, then those that stand in, each once.
  public var files: [String] {
    var files: [String] = []
    let standIns = FontFallback.files.compactMap { folders.path(of: $0.name) }
    for path in faces.map(\.path) + standIns where !files.contains(path) { files.append(path) }
    return files
  }

  /// The files that were asked for characters which the theme's faces lack, so far; sorted, each
  /// once. What is set depends on them, also on those that turned out to lack a character, too.
  public var openedStandIns: [String] {
    let open = fallbacks.withLock { slots in
      slots.compactMap { if case .open(let face) = $0 { face.path } else { nil } }
    }
    return Set(open).sorted()
  }

  /// The id of a fallback file, nil when it is not installed.
  func fallback(_ index: Int) -> FontID? {
    fallbackFace(index) == nil ? nil : FontID(rawValue: UInt16(faces.count + index))
  }

  /// The face of colour emoji, nil when it is not installed.
  var emojiFace: FontFace? { FontFallback.emoji.flatMap(fallbackFace) }

  /// The picture of an emoji by its glyph, made once per run; nil when the face has none for it.
  func emojiPicture(_ glyph: UInt32) -> ImageResource? {
    emojiPictures.withLock { pictures in
      if let known = pictures[glyph] { return known }
      guard let picture = emojiFace?.picture(of: glyph) else { return nil }
      pictures[glyph] = picture
      return picture
    }
  }

  private func fallbackFace(_ index: Int) -> FontFace? {
    fallbacks.withLock { slots in
      switch slots[index] {
      case .open(let face): return face
      case .absent: return nil
      case .unopened:
        let file = FontFallback.files[index]
        guard let path = folders.path(of: file.name),
          let face = try? FontFace(path: path, index: file.index)
        else {
          slots[index] = .absent
          return nil
        }
        slots[index] = .open(face)
        return face
      }
    }
  }
}
