import Configuration
import Diagnostics
import Foundation
import Graphics
import Layout
import Markup
import Rendering
import Typography

extension Pipeline {
  /// The faces of the project's theme.
  func fonts() throws -> FontLibrary {
    try session.stage("fonts") { try session.fonts(of: project) }
  }

  /// Stage 3: pages.
  func layOut(_ manuscript: Manuscript<Resolved>, fonts: FontLibrary) -> PagedDocument {
    session.stage("lay out") {
      let images = ImageFolders(
        root: URL(filePath: project.root, directoryHint: .isDirectory), sources: session.sources,
        staysInside: project.isProject)
      let layouter = DocumentLayouter(
        style: project.settings.style, fonts: fonts, images: images,
        hyphenation: project.settings.hyphenation)
      var (document, diagnostics) = layouter.layOut(manuscript)
      session.diagnostics.append(contentsOf: diagnostics)
      document.metadata.subject = manuscript.title.subtitle
      document.metadata.keywords = project.settings.keywords
      return document
    }
  }

  /// Stage 4: bytes.
  func render(
    _ document: PagedDocument, fonts: FontLibrary, standard: PDFStandard? = nil
  ) throws -> [UInt8] {
    try session.stage("render") {
      try WorldFailure.wrap { try PDFRenderer(fonts: fonts).render(document, standard: standard) }
    }
  }
}
