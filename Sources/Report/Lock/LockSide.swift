import ArgumentParser
import Diagnostics
import Foundation

/// One side of `report diff`: a lock, a PDF with its sources, a folder, or a revision of git.
struct LockSide {
  let name: String
  let options: SharedOptions

  /// The lock of this side. Sources are compiled by this version of the tool, so that what differs
  /// lies in them.
  ///
  /// - Throws: `ValidationError` when the name is of nothing; exits when the sources have errors.
  func lock() throws -> LockFile {
    let path = name.hasPrefix("/") ? name : options.folder + "/" + name
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { return try lock(ofProjectIn: path) }
      let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
      guard bytes.starts(with: Array("%PDF-".utf8)) else {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix(LockFile.heading) else {
          throw ValidationError("'\(name)' is no lock, PDF, folder or revision of git")
        }
        let session = Session(options)
        let file = session.sources.add(path: name, bytes: bytes)
        guard let lock = LockText(file).lock(orReportTo: session) else { try session.stop() }
        return lock
      }
      return try lock(ofPDF: bytes)
    }
    return try lock(ofRevision: name)
  }

  private func lock(ofPDF bytes: [UInt8]) throws -> LockFile {
    let session = Session(options)
    guard let sources = session.sources(of: bytes, name: name) else { try session.stop() }
    let place = try TemporaryPlace()
    _ = try sources.write(to: place.path)
    return try lock(ofProjectIn: place.path)
  }

  private func lock(ofRevision revision: String) throws -> LockFile {
    let session = Session(options)
    guard let project = Project.open(in: options.folder, session: session) else {
      try session.stop()
    }
    let place = try TemporaryPlace()
    let archive = place.path + "/archive.tar"
    // Revisions never begin with a dash; options do.
    guard !revision.hasPrefix("-") else {
      throw Self.unknown(revision)
    }
    let made = try Subprocess.run(
      "git", ["-C", project.root, "archive", "--format=tar", "-o", archive, revision])
    guard made.status == 0 else { throw Self.unknown(revision) }
    let folder = place.path + "/tree"
    try WorldFailure.wrap {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }
    let unpacked = try Subprocess.run("tar", ["-xf", archive, "-C", folder])
    guard unpacked.status == 0 else { throw WorldFailure(message: unpacked.errors) }
    return try lock(ofProjectIn: folder)
  }

  private static func unknown(_ revision: String) -> ValidationError {
    ValidationError("'\(revision)' is no file, folder or revision of git")
  }

  private func lock(ofProjectIn folder: String) throws -> LockFile {
    let session = Session(options)
    guard let project = Project.open(in: folder, session: session) else {
      try session.stop()
    }
    let pipeline = Pipeline(project: project, session: session)
    let evaluated = try pipeline.evaluated()
    // Failed checks are no obstacle: the numbers are there.
    if session.hasSourceErrors {
      session.say("\(name):\n")
      try session.stop()
    }
    return try pipeline.lockBuilder(evaluated).lock()
  }
}
