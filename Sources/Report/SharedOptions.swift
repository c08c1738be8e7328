public import ArgumentParser
public import Diagnostics
import Foundation

/// The flags that all commands share.
struct SharedOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(
    name: [.customShort("C"), .customLong("directory")], help: "Work as if started in this folder.")
  var directory: String?

  @Flag(name: .long, help: "Treat warnings as failures (exit code 3).")
  var strict = false

  @Option(name: .long, help: "How diagnostics are printed: human, short or json.")
  var diagnosticFormat = DiagnosticRenderer.Format.human

  @Option(name: .long, help: "Colour on standard error: auto, always or never.")
  var color = Color.auto

  @Flag(name: .shortAndLong, help: "Print diagnostics only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print notes, too.")
  var verbose = false

  @Flag(name: .long, help: "Print the time that each stage took.")
  var timings = false

  func validate() throws {
    guard let directory else { return }
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder)
    if !exists || !isFolder.boolValue {
      throw ValidationError("there is no folder '\(directory)'")
    }
  }

  /// The folder to work in, absolute.
  var folder: String {
    let here = FileManager.default.currentDirectoryPath
    guard let directory else { return here }
    return URL(filePath: directory, relativeTo: URL(filePath: here + "/")).standardizedFileURL
      .path(percentEncoded: false)
  }

  /// Whether standard error is a terminal that takes control sequences.
  var isInteractive: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  var usesColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: isInteractive && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
  }
}

extension DiagnosticRenderer.Format: ExpressibleByArgument {}
