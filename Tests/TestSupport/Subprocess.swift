public import Foundation

/// What a program printed and how it ended.
public struct ProcessResult: Sendable {
  public var status: Int32
  public var output: String
  public var errors: String
}

public enum ProcessFailure: Error, Sendable {
  case notFound(String)
  case timedOut(String, seconds: Double)
}

/// Runs a program with a time limit.
///
/// - Parameters:
///   - program: a path, or a name that is looked up on the PATH.
///   - folder: where it runs.
///   - environment: added to the test's own.
/// - Throws: `ProcessFailure` when it cannot be found or does not end in time.
public func run(
  _ program: String, _ arguments: [String] = [], in folder: URL? = nil,
  environment: [String: String] = [:], input: String? = nil, timeout seconds: Double = 60
) throws -> ProcessResult {
  let process = Process()
  process.executableURL = try locate(program)
  process.arguments = arguments
  if let folder { process.currentDirectoryURL = folder }
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  // Files, not pipes: a child that fills a pipe while we wait for it would never end.
  let scratch = try TemporaryFolder()
  let out = try scratch.write("", to: "out")
  let err = try scratch.write("", to: "err")
  let standardInput = try scratch.write(input ?? "", to: "in")
  process.standardOutput = try FileHandle(forWritingTo: out)
  process.standardError = try FileHandle(forWritingTo: err)
  process.standardInput = try FileHandle(forReadingFrom: standardInput)
  try process.run()
  let deadline = Date(timeIntervalSinceNow: seconds)
  while process.isRunning {
    if Date() > deadline {
      process.terminate()
      throw ProcessFailure.timedOut(program, seconds: seconds)
    }
    Thread.sleep(forTimeInterval: 0.005)
  }
  return ProcessResult(
    status: process.terminationStatus,
    output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
    errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
}

private func locate(_ program: String) throws -> URL {
  if program.contains("/") { return URL(filePath: program) }
  for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") {
    let path = "\(folder)/\(program)"
    if FileManager.default.isExecutableFile(atPath: path) { return URL(filePath: path) }
  }
  throw ProcessFailure.notFound(program)
}
