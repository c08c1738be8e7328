import Diagnostics
import Foundation
import Layout
import Markup
import TestSupport
import Testing

/// Which images belong to a project.
@Suite struct ImageFindingTests {
  private static let picture =
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"

  private func lookUp(_ source: String, in folder: URL) -> ImageLookup {
    let sources = SourceMap()
    let file = sources.add(path: "chapter.md", text: "text")
    let images = ImageFolders(root: folder, sources: sources, staysInside: true)
    return images.image(
      ImageReference(
        source: source, alt: "", span: SourceSpan(file: file.id, start: 0, end: 1)))
  }

  @Test func `an image outside of the project is none of its images, however it is reached`() throws
  {
    let folder = try TemporaryFolder()
    try folder.write(Self.picture, to: "elsewhere/a.svg")
    try folder.write(Self.picture, to: "project/own.svg")
    let project = folder.url.appending(path: "project")
    try FileManager.default.createSymbolicLink(
      at: project.appending(path: "linked.svg"),
      withDestinationURL: folder.url.appending(path: "elsewhere/a.svg"))
    let absolute = folder.url.appending(path: "elsewhere/a.svg").path(percentEncoded: false)
    for source in ["../elsewhere/a.svg", "linked.svg", absolute] {
      guard case .outside = lookUp(source, in: project) else {
        Issue.record("\(source) is not outside")
        continue
      }
    }
    guard case .found = lookUp("own.svg", in: project) else {
      Issue.record("the project's own image is not found")
      return
    }
    guard case .absent = lookUp("none.svg", in: project) else {
      Issue.record("an image is found that is not there")
      return
    }
  }
}
