import ArgumentParser
import Diagnostics
import Foundation

/// The command line. Adding a command is a file in `Commands` and a line here.
@main
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Compiles Markdown chapters with data to a typeset PDF, and checks its numbers.",
    discussion: """
      Commands look for report.yaml in the current folder and above it. Results go to standard \
      output, everything else to standard error.
      """,
    version: ToolVersion.current,
    subcommands: [
      PDFCommand.self, CheckCommand.self, FiguresCommand.self, QueryCommand.self, LockCommand.self,
      MathCommand.self,
      NewCommand.self,
      TraceCommand.self,
      DiffCommand.self,
      ExtractCommand.self,
      TagsCommand.self,
      DataCommand.self,
      ErrataCommand.self,
      FillCommand.self,
      ExplainCommand.self,
      PlotCommand.self,
      ExportCommand.self,
    ])

  static func main() {
    // The shell's convention for an interrupted command; output files are renamed into place when
    // they are whole, so nothing half-written stays.
    signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
    do {
      let arguments = TraceCommand.markingNumbers(in: Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot(MathCommand.markingFormula(in: arguments))
      try command.run()
    } catch let failure as WorldFailure {
      FileHandle.standardError.write(Data("error: \(failure.message)\n".utf8))
      _exit(ExitStatus.internalFault.rawValue)
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      FileHandle.standardError.write(Data(usage(error).utf8))
      exit(withError: ExitCode.validationFailure)
    }
  }

  private static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// A mistake on the command line in the shape of all others.
  private static func usage(_ error: any Error) -> String {
    let lines = fullMessage(for: error).split(separator: "\n")
    let help = lines.filter { $0.hasPrefix("Usage:") || $0.hasPrefix("  See '") }.map {
      "   = help: " + $0.trimmingCharacters(in: .whitespaces).replacing("Usage:", with: "usage:")
    }
    if let mistaken = CommandLine.arguments.dropFirst().first, !mistaken.hasPrefix("-"),
      !commandNames.contains(mistaken)
    {
      let near = nearestName(to: mistaken, in: commandNames).map {
        "   = help: did you mean 'report \($0)'?\n"
      }
      return "error[usage]: there is no command '\(mistaken)'\n" + (near ?? "")
        + "   = help: 'report help' lists the commands\n"
    }
    return "error[usage]: \(message(for: error))\n" + help.joined(separator: "\n")
      + (help.isEmpty ? "" : "\n")
  }
}

/// The machine cannot do what it must: a font is missing, a library refuses. No source is at fault.
struct WorldFailure: Error {
  var message: String

  /// Runs something of a library; its typed error becomes the message.
  static func wrap<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      throw WorldFailure(message: "\(error)")
    }
  }
}
