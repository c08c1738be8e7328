import Diagnostics
import Foundation
import Graphics
import Rendering

/// Unpacks the sources that a PDF carries.
struct PDFSources {
  let files: [Attachment]

  /// - Throws: what the library says when the bytes are no PDF that can be read.
  init(_ bytes: [UInt8]) throws(RenderingError) { files = try PDFReader.attachments(of: bytes) }

  /// The names that would leave the folder they are unpacked to, or that no file can have.
  var unsafeNames: [String] { files.map(\.name).filter { !Self.isSafe($0) } }

  /// Whether a name stays below the folder: no absolute path, no `..`, no control character.
  static func isSafe(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !name.isEmpty && name.utf8.count < 1024 && !name.contains("\\")
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  /// Writes all files below a folder that must not hold any of them yet.
  ///
  /// - Returns: their paths, sorted.
  func write(to folder: String) throws -> [String] {
    var paths: [String] = []
    for file in files {
      let path = folder + "/" + file.name
      try WorldFailure.wrap { try OutputFile(path: path).write(file.bytes) }
      paths.append(path)
    }
    return paths.sorted()
  }
}

extension Session {
  /// What a PDF carries; nil, with an error, when it is damaged, carries nothing, or what cannot be
  /// unpacked.
  func sources(of bytes: [UInt8], name: String) -> PDFSources? {
    do {
      let sources = try PDFSources(bytes)
      if sources.files.isEmpty {
        diagnostics.append(
          .error(
            "no-sources", "'\(name)' carries no sources", at: nil,
            help: "it was made with attach: none, from plain files, or by another program"))
        return nil
      }
      if let unsafe = sources.unsafeNames.first {
        diagnostics.append(
          .error(
            "unsafe-name", "'\(name)' carries a file that would leave the folder: '\(unsafe)'",
            at: nil, help: "nothing was unpacked"))
        return nil
      }
      return sources
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, "damaged-pdf", "'\(name)' cannot be read: it is damaged or cut off", at: nil,
          help: ["\(error)"]))
      return nil
    }
  }

  /// The bytes of a PDF; nil, with an error, when there is none of that name.
  func readPDF(_ name: String) -> [UInt8]? {
    guard let bytes = SourceFolder(root: options.folder, sources: sources).bytes(of: name) else {
      diagnostics.append(.error("missing-file", "cannot read '\(name)'", at: nil))
      return nil
    }
    guard PDFReader.isPDF(bytes) else {
      diagnostics.append(.error("not-a-pdf", "'\(name)' is no PDF", at: nil))
      return nil
    }
    return bytes
  }
}
