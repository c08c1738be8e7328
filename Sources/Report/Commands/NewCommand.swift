import ArgumentParser
import Foundation

/// `report new`: a small project that compiles, to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a small project that compiles, to start from.")

  @Argument(help: "The folder to make; it must be empty or not exist.")
  var folder: String

  func run() throws {
    let url = URL(filePath: folder)
    let present = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    guard present.allSatisfy({ $0.hasPrefix(".") }) else {
      throw ValidationError("'\(folder)' is not empty")
    }
    for (name, text) in ProjectTemplate.files {
      let file = OutputFile(path: url.appending(path: name).path(percentEncoded: false))
      try WorldFailure.wrap { try file.write(Array(text.utf8)) }
      print(folder + "/" + name)
    }
    FileHandle.standardError.write(Data("Now: cd \(folder); report pdf\n".utf8))
  }
}
