import ArgumentParser

/// What the exit codes mean (docs/language.md, "Commands").
enum ExitStatus: Int32 {
  case done = 0
  /// Errors in sources or data.
  case sourceErrors = 1
  /// Everything compiles, but a check does not hold.
  case checkFailed = 2
  /// Warnings under `--strict`.
  case warnings = 3
  case lockMismatch = 4
  /// An internal fault, or a machine that cannot do what it must.
  case internalFault = 70
  case interrupted = 130

  /// The error that makes ArgumentParser leave with this code.
  var exit: ExitCode { ExitCode(rawValue) }
}
