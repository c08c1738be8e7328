import Configuration
import Typography

extension Pipeline {
  /// The faces of the project's theme; a folder `fonts` in the project comes first.
  func fonts() throws -> FontLibrary {
    try session.stage("fonts") {
      let theme: FontTheme =
        switch project.settings.style.fonts {
        case .pagella: .pagella
        case .termes: .termes
        }
      return try WorldFailure.wrap {
        try FontLibrary(
          theme: theme, searchPaths: [project.path("fonts")] + FontLibrary.defaultSearchPaths)
      }
    }
  }
}
