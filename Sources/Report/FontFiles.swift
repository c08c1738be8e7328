import Configuration
import Datasets
import Diagnostics
import Evaluation
import Foundation
import Typography

extension Project {
  /// The faces of the project's theme; a folder `fonts` in the project comes first.
  func openFonts() throws(FontError) -> FontLibrary {
    var theme: FontTheme =
      switch settings.style.fonts {
      case .pagella: .pagella
      case .termes: .termes
      case .latinModern: .latinModern
      case .stix: .stix
      }
    if let math = settings.math.font { theme.math = math.value }
    let library = try FontLibrary(
      theme: theme, searchPaths: [path("fonts")] + FontLibrary.defaultSearchPaths)
    guard library.face(library.font(.math)).hasMathTable else {
      throw FontError.noMathTable(file: theme.math)
    }
    return library
  }
}

extension Session {
  /// The faces of a project.
  ///
  /// - Throws: why there are none: leaves when the project asks for a font that is not there.
  func fonts(of project: Project) throws -> FontLibrary {
    do throws(FontError) {
      return try project.openFonts()
    } catch {
      if let font = project.settings.math.font, error.file == font.value {
        diagnostics.append(
          .error(
            "unknown-font", "\(error)", at: font.span,
            help: "name the file of an installed font, or put it into the project's folder 'fonts'")
        )
        try finish()
      }
      throw WorldFailure(message: "\(error)")
    }
  }
}

/// The font files that a project is set in.
enum FontFiles {
  /// The theme's files, sorted by name; empty when one is missing, which other stages report.
  static func all(of project: Project) -> [ReviewMaterials.File] {
    guard let fonts = try? project.openFonts() else { return [] }
    return files(of: fonts)
  }

  /// The theme's files, and those that stood in for them in what was set with the library.
  static func files(of fonts: FontLibrary) -> [ReviewMaterials.File] {
    var paths = Set(fonts.openedStandIns)
    for family in FontFamily.allCases {
      for weight in FontWeight.allCases {
        for italic in [false, true] {
          paths.insert(fonts.face(fonts.font(family, weight: weight, italic: italic)).path)
        }
      }
    }
    return paths.compactMap { path in
      FileManager.default.contents(atPath: path).map { data in
        ReviewMaterials.File(
          path: URL(filePath: path).lastPathComponent, byteCount: data.count,
          sha256: SHA256([UInt8](data)).description)
      }
    }.sorted { $0.path < $1.path }
  }
}
