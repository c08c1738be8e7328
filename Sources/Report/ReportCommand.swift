import ArgumentParser

/// The command line: `report pdf`, `report check` and the rest.
@main
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Compiles Markdown chapters with data to a typeset PDF.")
}
