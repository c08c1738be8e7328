import Diagnostics
import Foundation

/// Reads source files below a folder and reports those that are not there.
struct SourceFolder {
  let root: String
  let sources: SourceMap

  /// Reads a file into the source map.
  ///
  /// - Parameters:
  ///   - path: relative to the folder, or absolute.
  ///   - span: where the path is written, if it is.
  func read(_ path: String, listedAt span: SourceSpan?, into diagnostics: inout DiagnosticList)
    -> SourceFile?
  {
    if let bytes = bytes(of: path) { return sources.add(path: path, bytes: bytes) }
    if isFolder(path) {
      diagnostics.append(
        .error(
          "not-a-file", "'\(path)' is a folder", at: span, help: "name a file in it"))
      return nil
    }
    let help = nearestName(to: path, in: siblings(of: path)).map { "did you mean '\($0)'?" }
    diagnostics.append(
      Diagnostic(
        .error, "missing-file", "cannot read '\(path)'", at: span, help: help.map { [$0] } ?? []))
    return nil
  }

  /// The bytes of a file; nil when it cannot be read.
  func bytes(of path: String) -> [UInt8]? {
    try? FileContents.bytes(atPath: absolute(path))
  }

  /// The bytes of a file.
  ///
  /// - Throws: why it cannot be read.
  func contents(of path: String) throws -> [UInt8] {
    try FileContents.bytes(atPath: absolute(path))
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: absolute(path), isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : root + "/" + path
  }

  /// The files of the folder that `path` would lie in, spelt like `path`.
  private func siblings(of path: String) -> [String] {
    let folder = path.contains("/") ? String(path[..<path.lastIndex(of: "/")!]) + "/" : ""
    let names = try? FileManager.default.contentsOfDirectory(atPath: absolute(folder))
    return (names ?? []).sorted().map { folder + $0 }
  }
}
