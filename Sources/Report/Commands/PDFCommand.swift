public import ArgumentParser
import Configuration
import Diagnostics
import Evaluation
import Graphics
import Layout
public import Rendering

/// `report pdf`: the project, or the files named, as one PDF.
struct PDFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf", abstract: "Compile the project, or the Markdown files named, to a PDF.")

  @OptionGroup var shared: SharedOptions
  @OptionGroup var lock: LockOption

  @Argument(help: "Markdown files to compile without a project.")
  var files: [String] = []

  @Option(name: .shortAndLong, help: "Where to write; - for standard output.")
  var output: String?

  @Flag(
    name: .long,
    help: "Write the PDF in spite of errors and failed checks, with marked boxes in their places.")
  var draft = false

  @Flag(
    name: .long,
    help: "Build a second time in a process of its own; fail (exit code 4) unless the bytes agree.")
  var verify = false

  @Option(
    name: .customLong("pdf-standard"),
    help: "Refuse what keeps the PDF from conforming to a standard, and say so in it: ua-1.")
  var standard: PDFStandard?

  func run() throws {
    let session = Session(shared)
    guard let project = Project.open(files, in: shared.folder, session: session) else {
      return try session.finish()
    }
    let pipeline = Pipeline(project: project, session: session, comparesLock: lock.locked)
    let evaluated = try pipeline.evaluated()
    let fonts = try pipeline.fonts()
    let pages = pipeline.pages(evaluated, fonts: fonts)
    session.keep((evaluated, pages))
    if standard == .ua1 {
      session.diagnostics.append(
        contentsOf: AccessibilityCheck.diagnose(
          evaluated.evaluation.manuscript, laidOut: session.diagnostics))
    }
    // A run that failed leaves the last good PDF in place.
    guard draft || session.status == .done else { return try session.finish() }

    let bytes = try pipeline.render(
      pages, fonts: fonts, standard: session.status == .done ? standard : nil)
    let file = OutputFile(path: output ?? project.path(project.settings.output))
    try session.write(bytes, to: file)
    if verify { try compareWithSecondRun(bytes, session) }
    session.printDiagnostics()
    summarise(file, pages: pages.pages.count, bytes: bytes.count, session: session)
    let leftOut = Attachments.leftOut(of: project, evaluated.files)
    if !leftOut.isEmpty, !shared.quiet {
      session.say(
        "not attached, being larger than \(Attachments.largestFile >> 20) MB: "
          + leftOut.joined(separator: ", ") + " (the PDF alone cannot be compiled again)\n")
    }
    try session.leave()
  }

  /// Another process has other hash seeds, addresses and thread timings.
  private func compareWithSecondRun(_ bytes: [UInt8], _ session: Session) throws {
    let again = try session.stage("verify") {
      try Subprocess.run(
        Subprocess.ownPath,
        ["pdf", "-q", "-C", shared.folder, "-o", "-"] + (draft ? ["--draft"] : [])
          + (standard.map { ["--pdf-standard", $0.rawValue] } ?? []) + ["--"] + files)
    }
    let difference = try WorldFailure.wrap {
      try PDFReader.firstDifference(bytes, again.output)
    }
    guard let difference else { return }
    session.diagnostics.append(
      .error(
        LockCheck.code, "a second run gives another PDF: it differs in \(difference)", at: nil,
        help: "this is a fault of the tool: please report it with the sources"))
  }

  private func summarise(_ file: OutputFile, pages: Int, bytes: Int, session: Session) {
    if shared.timings { session.say(session.timings.text) }
    guard !shared.quiet else { return }
    let name = file.isStandardOutput ? "standard output" : file.path.relativeToCurrentFolder
    let parts = [
      "\(pages) page\(pages == 1 ? "" : "s")", bytes.byteCount,
      "\(StageTimings.milliseconds(session.timings.total)) ms", session.findings,
    ].compactMap(\.self)
    session.say("\(name): " + parts.joined(separator: ", ") + "\n")
  }
}

extension PDFStandard: ExpressibleByArgument {}

extension Int {
  /// "812 bytes", "35 kB", "1.4 MB".
  fileprivate var byteCount: String {
    switch self {
    case ..<1000: "\(self) bytes"
    case ..<1_000_000: "\(self / 1000) kB"
    default: "\(self / 1_000_000).\(self / 100_000 % 10) MB"
    }
  }
}
