import Synchronization

/// All source files of a run. Files are added once and never change.
public final class SourceMap: Sendable {
  private let files = Mutex<[SourceFile]>([])

  public init() {}

  /// Takes a file in and gives it an id.
  ///
  /// - Parameters:
  ///   - path: as diagnostics print it, relative to the project.
  ///   - bytes: the whole file.
  public func add(path: String, bytes: [UInt8]) -> SourceFile {
    files.withLock { files in
      let file = SourceFile(id: FileID(rawValue: Int32(files.count)), path: path, bytes: bytes)
      files.append(file)
      return file
    }
  }

  public func add(path: String, text: String) -> SourceFile {
    add(path: path, bytes: Array(text.utf8))
  }

  public subscript(id: FileID) -> SourceFile {
    files.withLock { $0[Int(id.rawValue)] }
  }

  /// The files in the order in which they were added.
  public var all: [SourceFile] { files.withLock { $0 } }

  /// The text that a span covers.
  public func text(of span: SourceSpan) -> String { self[span.file].text(of: span) }
}
