public import Diagnostics
public import Foundation
public import Graphics
public import Markup
import Rendering

/// What became of an image that a document asks for.
public enum ImageLookup: Sendable {
  case found(ImageResource)
  /// The reason, for the placeholder's warning: "it is on the network, which is never asked".
  case absent(reason: String)
  /// It is there, but not in the project, which therefore could not be moved or made again from its
  /// PDF.
  case outside
}

/// Finds the images of a document. Layout asks once for each source.
public protocol ImageFinding: Sendable {
  func image(_ reference: ImageReference) -> ImageLookup
}

/// Finds images in the folder of the chapter that names them, then in the project's folder.
public struct ImageFolders: ImageFinding {
  private let root: URL
  private let sources: SourceMap
  private let staysInside: Bool

  /// - Parameters:
  ///   - root: the project's folder; paths of `sources` are relative to it.
  ///   - staysInside: whether images outside of that folder are refused.
  public init(root: URL, sources: SourceMap, staysInside: Bool = false) {
    self.root = root
    self.sources = sources
    self.staysInside = staysInside
  }

  public func image(_ reference: ImageReference) -> ImageLookup {
    let source = reference.source
    if source.contains("://") || source.hasPrefix("//") || source.hasPrefix("data:") {
      return .absent(reason: "it is on the network, which is never asked")
    }
    let path = source.removingPercentEncoding ?? source
    let chapter = URL(filePath: sources[reference.span.file].path, relativeTo: root)
    let folders = [chapter.deletingLastPathComponent(), root]
    var isOutside = false
    for folder in folders {
      let file = folder.appending(path: path)
      guard let data = FileManager.default.contents(atPath: file.path(percentEncoded: false))
      else { continue }
      guard !staysInside || isInside(file) else {
        isOutside = true
        continue
      }
      do {
        return .found(try ImageLoader.load(bytes: [UInt8](data), name: source))
      } catch {
        // A library says it in several lines; a diagnostic has one.
        return .absent(reason: "\(error)".collapsed)
      }
    }
    // A path from the root of the disk is tried last: READMEs write so for their project's root.
    if path.hasPrefix("/"), FileManager.default.fileExists(atPath: path) { isOutside = true }
    return isOutside ? .outside : .absent(reason: "there is no such file")
  }

  private func isInside(_ file: URL) -> Bool {
    func parts(_ url: URL) -> [String] {
      url.resolvingSymlinksInPath().standardizedFileURL.pathComponents
    }
    return parts(file).starts(with: parts(root))
  }
}

/// Finds nothing, for documents without images.
public struct NoImages: ImageFinding {
  public init() {}

  public func image(_ reference: ImageReference) -> ImageLookup {
    .absent(reason: "images are not looked for")
  }
}
