public import ArgumentParser
public import Configuration
import Diagnostics
import Foundation
import MathSyntax

/// `report math`: one formula as a picture, or a list of formulas checked.
struct MathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "math", abstract: "Draw one TeX formula, or check a file of formulas.",
    discussion: """
      report math 'e^{i\\pi} + 1 = 0' -o euler.svg
      report math --check formulas.txt

      With --check each line of the file is a formula of its own; what is wrong with it is printed \
      on standard output with file, line and column, and the exit code is 1 if any is refused.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The formula, with or without dollars; - to read it from standard input.")
  var formula: String?

  @Option(name: .shortAndLong, help: "The picture to write: .svg, .pdf or .png.")
  var output: String?

  @Option(name: .long, help: "Check a file with one formula a line; - for standard input.")
  var check: String?

  @Option(name: .long, help: "Write the table of all commands, math.md, to a folder.")
  var table: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .exclusive,
    help: "Set it as a display; --no-display as in a line of text.")
  var display = true

  @Flag(name: .long, help: "The same as --no-display.")
  var inline = false

  @Option(name: .long, help: "The fonts: pagella, termes, latin-modern or stix.")
  var fonts: PageStyle.Fonts?

  @Option(name: .long, help: "Size of the letters in points.")
  var size = 11.0

  @Option(name: .long, help: "Pixels for each point, in a PNG.")
  var scale = 4.0

  func validate() throws {
    guard [formula, check, table].count(where: { $0 != nil }) == 1 else {
      throw ValidationError("give either a formula, --check FILE or --table FOLDER")
    }
    guard size > 0, size <= 1000 else { throw ValidationError("--size is 0 to 1000 points") }
    guard scale > 0, scale <= 100 else { throw ValidationError("--scale is 0 to 100") }
    if formula != nil {
      guard let output else { throw ValidationError("name the picture with -o FILE") }
      guard FormulaPicture.Format(path: output) != nil else {
        throw ValidationError("'\(output)' must end in .svg, .pdf or .png")
      }
    }
  }

  func run() throws {
    let session = Session(shared)
    let isDisplay = display && !inline
    guard let project = project(session) else { return try session.finish() }
    let fonts = try session.fonts(of: project)
    let (macros, mistakes) = project.macros()
    session.diagnostics.append(contentsOf: mistakes)
    if let table {
      var drawing = FormulaTable(fonts: fonts)
      for file in try drawing.files() {
        try session.write(file.bytes, to: OutputFile(path: table + "/" + file.name))
      }
      return try session.finish()
    }
    if let check {
      let bytes = try Self.read(check)
      var checker = FormulaChecker(
        session: session, fonts: fonts, macros: macros, isDisplay: isDisplay)
      checker.check(session.sources.add(path: check == "-" ? "<stdin>" : check, bytes: bytes))
      try session.finish()
      if checker.refused > 0 { throw ExitStatus.sourceErrors.exit }
      return
    }
    guard let formula, let output, let format = FormulaPicture.Format(path: output) else { return }
    let bytes = formula == "-" ? try Self.read(formula) : Array(formula.utf8)
    let picture = FormulaPicture(
      session: session, fonts: fonts, macros: macros, isDisplay: isDisplay, size: size,
      scale: scale)
    if let drawn = try picture.draw(session.sources.add(path: "formula", bytes: bytes), as: format)
    {
      try session.write(drawn, to: OutputFile(path: output))
    }
    try session.finish()
  }

  /// The project around the folder, for its fonts and commands; defaults when there is none.
  ///
  /// - Returns: nil when its settings are wrong, which the session then holds.
  private func project(_ session: Session) -> Project? {
    var settings = ProjectFile()
    let root = ProjectFolder.find(from: shared.folder)
    if let root {
      let folder = SourceFolder(root: root, sources: session.sources)
      guard let found = Project.settings(in: folder, session: session) else { return nil }
      settings = found.settings
    }
    if let fonts { settings.style.fonts = fonts }
    return Project(
      root: root ?? shared.folder, settings: settings, entries: [], isProject: root != nil)
  }

  private static func read(_ path: String) throws -> [UInt8] {
    if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("cannot read '\(path)'")
    }
    return Array(data)
  }
}

extension MathCommand {
  /// Puts a formula that begins with a minus sign, as in `report math '-x' -o x.svg`, behind `--`,
  /// so that it is not taken for an option.
  static func markingFormula(in arguments: [String]) -> [String] {
    guard arguments.first == configuration.commandName, !arguments.contains("--") else {
      return arguments
    }
    let options = ["-o", "-C", "-q", "-v", "-h", "-"]
    let isFormula = { (argument: String) in
      argument.hasPrefix("-") && !argument.hasPrefix("--") && !options.contains(argument)
    }
    guard let at = arguments.firstIndex(where: isFormula), arguments[at - 1] != "-o" else {
      return arguments
    }
    var rest = arguments
    let formula = rest.remove(at: at)
    return rest + ["--", formula]
  }
}

extension PageStyle.Fonts: ExpressibleByArgument {}
