import Configuration
import Diagnostics
import Foundation

/// What is compiled: a project with its `report.yaml`, or plain Markdown files with defaults.
struct Project {
  /// The folder that all paths are relative to; absolute.
  var root: String
  var settings: ProjectFile
  var entries: [ManuscriptEntry]
  /// False for plain files: no title page, no contents, no numbers.
  var isProject: Bool

  /// The files of all chapters and parts.
  var chapters: [SourceFile] { entries.compactMap(\.file) }

  /// Reads the project that `directory` lies in, or takes the files named as they are.
  ///
  /// - Returns: nil when there is nothing to compile; the session then holds why.
  static func open(_ files: [String] = [], in directory: String, session: Session) -> Project? {
    let opened = session.stage("read") {
      files.isEmpty
        ? project(in: directory, session: session)
        : plain(files, in: directory, session: session)
    }
    session.chapters = Set((opened?.chapters ?? []).map(\.id))
    return opened
  }

  private static func project(in directory: String, session: Session) -> Project? {
    guard let root = ProjectFolder.find(from: directory) else {
      session.diagnostics.append(
        .error(
          "no-project", "there is no report.yaml in this folder or above it", at: nil,
          help: "name the files to compile: report pdf FILE.md"))
      return nil
    }
    let folder = SourceFolder(root: root, sources: session.sources)
    guard let (settings, file) = settings(in: folder, session: session) else { return nil }
    let entries = ManuscriptEntry.entries(of: settings, in: folder, &session.diagnostics)
    if settings.chapters.isEmpty {
      session.diagnostics.append(
        .error(
          "no-chapters", "report.yaml lists no chapters", at: file.start,
          help: "add them: chapters: [chapters/01-introduction.md]"))
    }
    return Project(root: root, settings: settings, entries: entries, isProject: true)
  }

  /// What `report.yaml` of a folder says.
  ///
  /// - Returns: nil when it cannot be read or is wrong, which the session then holds.
  static func settings(
    in folder: SourceFolder, session: Session
  ) -> (settings: ProjectFile, file: SourceFile)? {
    guard let bytes = folder.bytes(of: ProjectFolder.fileName) else {
      session.diagnostics.append(
        .error("unreadable-file", "cannot read '\(ProjectFolder.fileName)'", at: nil))
      return nil
    }
    let file = session.sources.add(path: ProjectFolder.fileName, bytes: bytes)
    do {
      return (try ProjectFile.parse(file), file)
    } catch {
      session.diagnostics.append(contentsOf: error)
      return nil
    }
  }

  /// Each file is a chapter; the PDF stands in the current folder under the first one's name.
  private static func plain(_ paths: [String], in directory: String, session: Session) -> Project? {
    let folder = SourceFolder(root: directory, sources: session.sources)
    let chapters = paths.compactMap {
      folder.read($0, listedAt: nil, into: &session.diagnostics)
    }
    guard let first = chapters.first else { return nil }
    var settings = ProjectFile()
    settings.style.hasTitlePage = false
    // A picture in a README belongs between its sentences.
    settings.style.floatsFigures = false
    settings.style.numbersHeadings = false
    settings.style.breaksBeforeChapter = false
    settings.output =
      URL(filePath: first.path).deletingPathExtension().lastPathComponent + ".pdf"
    return Project(
      root: directory, settings: settings,
      entries: chapters.map { .chapter($0, isInPart: false) }, isProject: false)
  }

  /// The absolute path of a path that the project states.
  func path(_ relative: String) -> String {
    relative.hasPrefix("/") ? relative : root + "/" + relative
  }
}
