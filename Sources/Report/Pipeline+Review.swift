import Configuration
import Datasets
import Evaluation
import Markup
import Synchronization
import Typography

extension Pipeline {
  /// What the reviewer's pages tell besides what evaluation knows. Nothing is read or drawn before
  /// a page asks for it.
  func reviewMaterials(_ manuscript: Manuscript<Parsed>, _ store: Store) -> ReviewMaterials {
    let project = project
    let sources = session.sources
    var review = ReviewMaterials()
    review.version = ToolVersion.current
    let name = project.settings.output.split(separator: "/").last.map(String.init) ?? "report.pdf"
    review.rebuild =
      project.settings.attach == .sources
      ? "report extract \(name) --rebuild" : "report pdf -o \(project.settings.output)"
    review.fonts = { FontFiles.all(of: project) }
    review.sources = {
      let files = ProjectSources(project, manuscript, tables: store.paths, sources: sources)
      return files.paths.compactMap { path in
        files.bytes(of: path).map {
          ReviewMaterials.File(
            path: path, byteCount: $0.count, sha256: SHA256($0).description,
            isAttached: Attachments.carries(path, byteCount: $0.count, of: project))
        }
      }
    }
    let library = OpenedFonts(project)
    review.drawingHash = { drawing, caption, altText in
      guard let fonts = library.fonts else { return nil }
      return try? SHA256(
        FigureExporter.draw(
          drawing, caption: caption, altText: altText, in: project, fonts: fonts)
      ).description
    }
    return review
  }

  /// The files that the report is made from.
  func files(of manuscript: Manuscript<Parsed>, _ store: Store) -> ProjectSources {
    ProjectSources(project, manuscript, tables: store.paths, sources: session.sources)
  }
}

/// The project's fonts, opened when somebody asks for the first time.
private final class OpenedFonts: Sendable {
  private let project: Project
  private let opened = Mutex<FontLibrary?>(nil)

  init(_ project: Project) { self.project = project }

  /// Nil when they cannot be opened, which other stages report.
  var fonts: FontLibrary? {
    opened.withLock { library in
      if library == nil { library = try? project.openFonts() }
      return library
    }
  }
}
