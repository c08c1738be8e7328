import ArgumentParser
import Diagnostics
import Evaluation
import Foundation

/// One run of a command: the sources it read, what was found in them, and how it ends.
final class Session {
  let options: SharedOptions
  let sources = SourceMap()
  let progress: Progress
  var diagnostics = DiagnosticList()
  /// What is wrong in them is printed after what is wrong in settings and data: it may follow.
  var chapters: Set<FileID> = []
  var timings = StageTimings()
  /// What evaluation found out about checks, pinned values and claims.
  var verdicts: [Verdict] = []

  init(_ options: SharedOptions) {
    self.options = options
    progress = Progress(
      isShown: options.isInteractive && !options.quiet && options.diagnosticFormat == .human)
  }

  /// Keeps a value until the process ends: the system takes its memory back at once, the program
  /// would object by object.
  func keep<Value>(_ value: Value) { _ = Unmanaged.passRetained(Kept(value: value)) }

  private final class Kept<Value> {
    let value: Value
    init(value: Value) { self.value = value }
  }

  /// Runs a stage with its name on the progress line and its time in the table.
  func stage<Result, Failure: Error>(
    _ name: String, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    progress.show("\(name) …")
    defer { progress.clear() }
    return try timings.measure(name, work)
  }

  /// Prints to standard error.
  func say(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Prints the findings; notes only with `-v`.
  func printDiagnostics() {
    let renderer = DiagnosticRenderer(
      sources: sources, format: options.diagnosticFormat, usesColor: options.usesColor)
    let shown = diagnostics.sorted(last: chapters).filter {
      $0.severity != .note || options.verbose
    }
    say(renderer.render(shown))
    guard !options.verbose, options.diagnosticFormat == .human else { return }
    let places = diagnostics.all.count { Self.consequences.contains($0.code) }
    let checks = diagnostics.all.count { $0.code == Verdict.doubtedCode }
    let told = [places.of("place"), checks.of("check")].filter { !$0.hasPrefix("0 ") }
    guard !told.isEmpty else { return }
    let (follows, are, them) =
      places + checks == 1 ? ("follows", "is", "it") : ("follow", "are", "them")
    say(
      "\(told.joined(separator: " and ")) \(follows) from these errors and \(are) not listed "
        + "(-v lists \(them))\n")
  }

  /// Findings about what could not be computed because of an error elsewhere, which is reported.
  private static let consequences: Set<String> = ["broken-query", "broken-formula", "faulty-data"]

  /// The code that the findings ask for.
  var status: ExitStatus {
    let codes = Set(diagnostics.all.filter { $0.severity == .error }.map(\.code))
    let special = Verdict.codes.union([LockCheck.code])
    if !codes.isSubset(of: special) { return .sourceErrors }
    if !codes.isDisjoint(with: Verdict.codes) { return .checkFailed }
    if !codes.isEmpty { return .lockMismatch }
    return options.strict && diagnostics.count(.warning) > 0 ? .warnings : .done
  }

  /// Whether there are errors besides failed checks.
  var hasSourceErrors: Bool { status == .sourceErrors }

  /// "24 checks: 23 hold, 1 fail". What could not be evaluated is no verdict, so errors are told
  /// beside the count: "all hold" alone would be taken for success.
  var verdict: String {
    let failed = verdicts.count { !$0.holds }
    let noun = verdicts.count == 1 ? "check" : "checks"
    let counts =
      if verdicts.isEmpty {
        "no checks"
      } else if failed == 0 {
        "\(verdicts.count) \(noun): all hold"
      } else {
        "\(verdicts.count) \(noun): \(verdicts.count - failed) hold, \(failed) fail"
      }
    let others = diagnostics.all.count { $0.severity == .error && !Verdict.codes.contains($0.code) }
    return others == 0 ? counts : counts + "; \(others) other error\(others == 1 ? "" : "s")"
  }

  /// "2 errors, 1 warning", or nil when nothing was found.
  var findings: String? {
    func count(_ number: Int, _ noun: String) -> String? {
      number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    let parts = [
      count(diagnostics.count(.error), "error"), count(diagnostics.count(.warning), "warning"),
      options.verbose ? count(diagnostics.count(.note), "note") : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Writes a result; leaves with an error when a folder stands in its place.
  func write(_ bytes: [UInt8], to file: OutputFile) throws {
    if file.isFolder {
      diagnostics.append(
        .error(
          "output-is-folder", "cannot write '\(file.path)': it is a folder", at: nil,
          help: "name a file in it"))
      try finish()
    }
    try stage("write") { try WorldFailure.wrap { try file.write(bytes) } }
  }

  /// Prints what was found and leaves with its code, unless all is well.
  func finish() throws {
    printDiagnostics()
    if options.timings { say(timings.text) }
    try leave()
  }

  /// Leaves with the code that the findings ask for, unless all is well.
  func leave() throws {
    if status != .done { throw status.exit }
  }

  /// Prints what was found, an error among it, and leaves.
  func stop() throws -> Never {
    printDiagnostics()
    precondition(diagnostics.hasErrors, "a command stops for an error only")
    throw status.exit
  }
}

extension Int {
  /// "1 place", "3 places".
  fileprivate func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
