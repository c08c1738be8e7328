import ArgumentParser
import Configuration
import Diagnostics
import Foundation
import Rendering

/// `report extract`: the sources that a PDF carries, and the proof that they make it.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Unpack the sources that a PDF carries.",
    discussion: """
      With --rebuild they are compiled and the result is compared byte for byte: exit code 0 when it \
      is identical, 4 when it is not. Nothing is left behind then, unless -o names a folder.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "A PDF that report pdf wrote.")
  var file: String

  @Option(name: .shortAndLong, help: "The folder to unpack to; it must be empty or not exist.")
  var output: String?

  @Flag(name: .long, help: "Compile what was unpacked and compare the bytes with the PDF's.")
  var rebuild = false

  func run() throws {
    let session = Session(shared)
    guard let bytes = session.readPDF(file) else { return try session.finish() }
    guard let sources = session.sources(of: bytes, name: file) else { return try session.finish() }
    if rebuild, output == nil {
      let place = try TemporaryPlace()
      _ = try sources.write(to: place.path)
      try compare(bytes, place.path, session)
      return try session.finish()
    }
    let folder = self.folder
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard present.isEmpty else {
      throw ValidationError("'\(folder.relativeToCurrentFolder)' is not empty")
    }
    for name in try sources.write(to: folder) where !shared.quiet && !rebuild {
      print(name.relativeToCurrentFolder)
    }
    if rebuild { try compare(bytes, folder, session) }
    try session.finish()
  }

  private var folder: String {
    let name = output ?? URL(filePath: file).deletingPathExtension().lastPathComponent
    return name.hasPrefix("/") ? name : shared.folder + "/" + name
  }

  /// Compiles the unpacked sources and says whether they give the PDF.
  private func compare(_ bytes: [UInt8], _ folder: String, _ session: Session) throws {
    guard let project = Project.open(in: folder, session: session) else { return }
    let pipeline = Pipeline(project: project, session: session)
    let built = try pipeline.pdf(standard: PDFReader.standard(of: bytes))
    guard !session.hasSourceErrors else { return }
    let difference = try WorldFailure.wrap { try PDFReader.firstDifference(bytes, built) }
    guard let difference else {
      print("identical: \(bytes.count) bytes")
      return
    }
    session.diagnostics.append(
      .error(
        LockCheck.code, "the sources of '\(file)' give another PDF: it differs in \(difference)",
        at: nil,
        help: "it was changed after it was made, or was made with other fonts or another version"))
  }
}
