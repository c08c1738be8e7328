import CRSVG
import Synchronization
import Typography

/// The fonts of text in SVG pictures: those that the report may be set in and no others, so that a
/// picture does not change with what else is installed.
///
/// librsvg finds fonts through fontconfig's current configuration, of which a process has one.
enum SVGFonts {
  /// The files in the current configuration.
  private static let current = Mutex<[String]>([])

  /// Whether a picture has text.
  static func areNeeded(by svg: [UInt8]) -> Bool {
    svg.firstRange(of: Array("<text".utf8)) != nil
  }

  /// Makes a library's files the only ones that pictures are drawn with.
  static func use(_ fonts: FontLibrary) {
    let files = fonts.files
    current.withLock { current in
      guard current != files, let configuration = FcConfigCreate() else { return }
      for file in files { FcConfigAppFontAddFile(configuration, file) }
      let rules = rules(fonts, configuration)
      _ = FcConfigParseAndLoadFromMemory(configuration, rules, FcBool(1))
      _ = FcConfigBuildFonts(configuration)
      if FcConfigSetCurrent(configuration) != 0 { current = files }
      // The current configuration is fontconfig's own reference.
      FcConfigDestroy(configuration)
    }
  }

  /// The generic families, and the names that stand for them on the web, as the report's own faces;
  /// text of any other family is set in the sans serif.
  private static func rules(_ fonts: FontLibrary, _ configuration: OpaquePointer) -> String {
    func alias(_ names: [String], _ family: FontFamily) -> String {
      guard let face = name(of: fonts.face(fonts.font(family)).path, in: configuration) else {
        return ""
      }
      return names.map {
        "<alias binding=\"same\"><family>\($0)</family><prefer><family>\(face.xmlEscaped)"
          + "</family></prefer></alias>"
      }.joined()
    }
    return "<?xml version=\"1.0\"?><fontconfig>"
      + alias(["serif", "Times", "Times New Roman", "Georgia"], .serif)
      + alias(["monospace", "Courier", "Courier New", "Consolas", "Menlo", "Monaco"], .mono)
      + alias(
        ["sans-serif", "system-ui", "Arial", "Helvetica", "Verdana", "Segoe UI", "Ubuntu"], .sans)
      + "<match target=\"pattern\"><edit name=\"family\" mode=\"append_last\" binding=\"weak\">"
      + "<string>sans-serif</string></edit></match>"
      + alias(["sans-serif"], .sans) + "</fontconfig>"
  }

  /// The family name of a font file.
  private static func name(of path: String, in configuration: OpaquePointer) -> String? {
    guard let set = FcConfigGetFonts(configuration, FcSetApplication) else { return nil }
    for index in 0..<Int(set.pointee.nfont) {
      var file: UnsafeMutablePointer<FcChar8>?
      var family: UnsafeMutablePointer<FcChar8>?
      guard let pattern = set.pointee.fonts[index],
        FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch, let file,
        String(cString: file) == path,
        FcPatternGetString(pattern, FC_FAMILY, 0, &family) == FcResultMatch, let family
      else { continue }
      return String(cString: family)
    }
    return nil
  }
}
