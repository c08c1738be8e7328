import Foundation

/// The folders that fonts are opened from, searched in order; no fontconfig, so that a build does
/// not depend on the machine's configuration.
struct FontFolders: Sendable {
  let paths: [String]

  /// Where Debian's packages put the files, relative to a search path: tried first, so that the
  /// usual start-up reads no directory at all.
  private static let usualPlaces = [
    "", "public/tex-gyre/", "public/tex-gyre-math/", "opentype/inter/",
    "truetype/jetbrains-mono/", "opentype/noto/", "truetype/noto/", "truetype/dejavu/",
    "truetype/ancient-scripts/", "public/lm/", "public/lm-math/", "opentype/stix-word/",
  ]

  /// The path of a font file: the first match in the order of the folders, the usual places before
  /// the rest of each tree. Nil when no folder has it.
  func path(of file: String) -> String? {
    let manager = FileManager.default
    if file.contains("/") { return manager.fileExists(atPath: file) ? file : nil }
    for folder in paths {
      for place in Self.usualPlaces {
        let path = folder + "/" + place + file
        if manager.fileExists(atPath: path) { return path }
      }
    }
    for folder in paths {
      guard let walk = manager.enumerator(atPath: folder) else { continue }
      var found: [String] = []
      while let entry = walk.nextObject() as? String {
        if entry.hasSuffix("/" + file) { found.append(folder + "/" + entry) }
      }
      // The order of a directory is the file system's; the choice must not be.
      if let first = found.min() { return first }
    }
    return nil
  }

  /// The Debian package that brings a file, as far as the shipped themes and fallbacks go.
  static func package(of file: String) -> String? {
    let table: [(prefix: String, package: String)] = [
      ("Inter", "fonts-inter"), ("JetBrainsMono", "fonts-jetbrains-mono"),
      ("NotoSansCJK", "fonts-noto-cjk"), ("NotoSerifCJK", "fonts-noto-cjk"),
      ("NotoColorEmoji", "fonts-noto-color-emoji"), ("Noto", "fonts-noto-core"),
      ("DejaVu", "fonts-dejavu-core"), ("Symbola", "fonts-symbola"),
      ("STIX", "fonts-stix"), ("lm", "fonts-lmodern"), ("latinmodern", "fonts-lmodern"),
    ]
    if file.hasPrefix("texgyre") {
      return file.hasSuffix("-math.otf") ? "fonts-texgyre-math" : "fonts-texgyre"
    }
    return table.first { file.hasPrefix($0.prefix) }?.package
  }
}
