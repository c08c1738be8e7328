import Configuration
import Datasets
import Diagnostics
import Evaluation
import Foundation
import Markup

/// The files that a report is made from, by their paths in the project.
struct ProjectSources: Sendable {
  /// Absolute.
  let root: String
  /// Relative to the project; sorted, each once.
  let paths: [String]

  /// - Parameters:
  ///   - manuscript: the chapters, for the images that they name.
  ///   - tables: the data files that were loaded.
  init(_ project: Project, _ manuscript: Manuscript<Parsed>, tables: [String], sources: SourceMap) {
    root = project.root
    var found: Set<String> = []
    if project.isProject { found.insert(ProjectFolder.fileName) }
    for chapter in project.chapters { found.insert(chapter.path) }
    for work in project.settings.bibliography { found.insert(work.value) }
    if let package = project.settings.data?.value {
      found.insert(package)
      let folder = package.lastIndex(of: "/").map { String(package[...$0]) } ?? ""
      found.insert(folder + "errata.csv")
    }
    found.formUnion(tables)
    found.insert(LockFile.name)
    for image in ImageSurvey.images(in: manuscript) {
      // What lies outside is not shown, and so no source.
      found.formUnion(
        Self.candidates(image, sources: sources).filter { Self.isInside(Self.normalised($0)) })
    }
    let root = project.root
    paths =
      found.map(Self.normalised).filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(
          atPath: path.hasPrefix("/") ? path : root + "/" + path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.uniqued
  }

  /// An image stands beside its chapter or in the project's folder.
  private static func candidates(_ image: ImageReference, sources: SourceMap) -> [String] {
    let source = image.source.removingPercentEncoding ?? image.source
    guard !source.contains("://"), !source.hasPrefix("data:") else { return [] }
    if source.hasPrefix("/") { return [String(source.dropFirst())] }
    let chapter = sources[image.span.file].path
    let folder = chapter.lastIndex(of: "/").map { String(chapter[...$0]) } ?? ""
    return [folder + source, source]
  }

  /// Without `.` and `..` where they can be resolved.
  private static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether a path lies inside the project, so that it means the same elsewhere.
  static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && path.split(separator: "/").first != ".."
  }

  /// The bytes of a file; nil when it has gone.
  func bytes(of path: String) -> [UInt8]? { try? FileContents.bytes(atPath: absolute(path)) }

  /// How large a file is; nil when it has gone.
  func byteCount(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: absolute(path))
    return attributes?[.size] as? Int
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : root + "/" + path
  }
}

extension [String] {
  /// A sorted list with each element once.
  fileprivate var uniqued: [String] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
