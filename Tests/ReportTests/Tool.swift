import Foundation
import TestSupport

/// The built binary, as a user runs it.
enum Tool {
  /// It stands beside the bundle of the tests.
  static let path: String = {
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = tests.appending(path: "report").path(percentEncoded: false)
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: ".build/debug/report")
      .path(percentEncoded: false)
  }()

  static func run(
    _ arguments: String..., in folder: TemporaryFolder, input: String? = nil
  ) throws -> ProcessResult {
    try TestSupport.run(path, arguments, in: folder.url, input: input, timeout: 60)
  }
}
