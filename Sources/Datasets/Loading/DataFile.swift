import Diagnostics
import Synchronization

/// The bytes of a data file. It joins the source map only when something in it is pointed at: a
/// large file's line table costs more than reading its values.
final class DataFile: Sendable {
  /// As diagnostics print it.
  let path: String
  let bytes: [UInt8]
  private let sources: SourceMap
  private let registered = Mutex<SourceFile?>(nil)

  init(path: String, bytes: [UInt8], sources: SourceMap) {
    self.path = path
    self.bytes = bytes
    self.sources = sources
  }

  /// The file as diagnostics know it.
  var source: SourceFile {
    registered.withLock { file in
      if let file { return file }
      let added = sources.add(path: path, bytes: bytes)
      file = added
      return added
    }
  }

  func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(file: source.id, start: start, end: end)
  }
}
