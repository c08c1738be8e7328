import Foundation

/// Why an output could not be written.
struct OutputError: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String { "cannot write '\(path)': \(reason)" }
}

/// Where a command's result goes: a file, or standard output for `-`.
struct OutputFile {
  let path: String

  var isStandardOutput: Bool { path == "-" }

  /// Whether a folder stands where the file should.
  var isFolder: Bool {
    var isFolder: ObjCBool = false
    return !isStandardOutput
      && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Writes everything or nothing: to a temporary file in the same folder, then renamed over the
  /// last one. Equal bytes leave the file untouched, so that its date says when it last changed.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    if isStandardOutput {
      FileHandle.standardOutput.write(Data(bytes))
      return
    }
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent()
    let temporary = folder.appending(
      path: ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let data = Data(bytes)
      if FileManager.default.contents(atPath: path) == data { return }
      try data.write(to: temporary)
      guard rename(temporary.path(percentEncoded: false), path) == 0 else {
        let reason = String(cString: strerror(errno))
        try? FileManager.default.removeItem(at: temporary)
        throw OutputError(path: path, reason: reason)
      }
    } catch let error as OutputError {
      throw error
    } catch {
      throw OutputError(path: path, reason: error.localizedDescription)
    }
  }
}
