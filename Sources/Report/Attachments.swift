import Configuration
import Graphics

/// The sources that a PDF carries, so that it can be compiled again from itself.
enum Attachments {
  /// Larger files are listed with their hash, but not carried.
  static let largestFile = 16 << 20

  /// Whether a PDF of the project carries a file: it lies in the project and is no giant.
  static func carries(_ path: String, byteCount: Int, of project: Project) -> Bool {
    project.isProject && project.settings.attach == .sources && ProjectSources.isInside(path)
      && byteCount <= largestFile
  }

  static func files(of project: Project, _ sources: ProjectSources) -> [Attachment] {
    guard project.isProject, project.settings.attach == .sources else { return [] }
    return sources.paths.compactMap { path in
      guard let count = sources.byteCount(of: path), carries(path, byteCount: count, of: project),
        let bytes = sources.bytes(of: path)
      else { return nil }
      return Attachment(
        name: path, bytes: bytes, mediaType: mediaType(of: path), description: role(of: path))
    }
  }

  /// Files too large to be carried, without which the PDF cannot be made again.
  static func leftOut(of project: Project, _ sources: ProjectSources) -> [String] {
    guard project.isProject, project.settings.attach == .sources else { return [] }
    return sources.paths.filter { path in
      ProjectSources.isInside(path) && sources.byteCount(of: path) ?? 0 > largestFile
    }
  }

  private static func mediaType(of path: String) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return switch ending {
    case "md": "text/markdown"
    case "csv": "text/csv"
    case "tsv": "text/tab-separated-values"
    case "yaml", "yml": "application/yaml"
    case "json": "application/json"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "bib": "application/x-bibtex"
    case "sqlite", "db": "application/vnd.sqlite3"
    default: "application/octet-stream"
    }
  }

  private static func role(of path: String) -> String {
    if path.hasSuffix(".md") { return "A chapter of the report" }
    if path.hasSuffix(".bib") { return "The works cited" }
    if path == LockFile.name { return "Every number of the report and what it is made from" }
    if path == ProjectFolder.fileName { return "The report's settings" }
    if path.hasSuffix("errata.csv") { return "Corrections of the data" }
    return path.hasPrefix("data/") ? "Data of the report" : "A file of the report"
  }
}
