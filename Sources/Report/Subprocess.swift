import Foundation

/// Runs another program and waits for it.
enum Subprocess {
  struct Result {
    var status: Int32
    var output: [UInt8]
    var errors: String
  }

  /// - Parameter program: by its path, or a name that is looked for in the search path.
  /// - Throws: `WorldFailure` when it cannot be started.
  static func run(_ program: String, _ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program.hasPrefix("/") ? program : "/usr/bin/env")
    process.arguments = program.hasPrefix("/") ? arguments : [program] + arguments
    let output = Pipe()
    let folder = try TemporaryPlace()
    let log = folder.path + "/errors"
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: log)
    try WorldFailure.wrap { try process.run() }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let errors = FileManager.default.contents(atPath: log) ?? Data()
    return Result(
      status: process.terminationStatus, output: [UInt8](bytes),
      errors: String(decoding: errors, as: UTF8.self))
  }

  /// This very program, for a run of its own.
  static var ownPath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }
}

/// A folder that is there as long as the value is.
final class TemporaryPlace {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "report-\(UUID().uuidString)")
    try WorldFailure.wrap {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    path = folder.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
