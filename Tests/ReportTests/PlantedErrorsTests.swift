import Foundation
import TestSupport
import Testing

/// A slip in a data file: some text of one line is replaced.
struct PlantedError: Sendable, CustomTestStringConvertible {
  var name: String
  var file: String
  /// What the line begins with.
  var line: String
  var old: String
  var new: String
  /// The code of the diagnostic that has to come.
  var code: String
  /// The text of the planted line that has to be pointed at.
  var marked: String

  var testDescription: String { name }
}

/// Slips made on purpose in a copy of the survey: each is caught, at its place.
@Suite struct PlantedErrorsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func survey() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["chapters", "data", "figures", "report.yaml", "references.bib"] {
      try FileManager.default.copyItem(
        at: Self.root.appending(path: name), to: folder.url.appending(path: name))
    }
    return folder
  }

  private func text(of file: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
  }

  /// Changes the first line for which `edit` gives another text; returns its number.
  private func change(
    _ file: String, in folder: TemporaryFolder, _ edit: (String) -> String
  ) throws -> (number: Int, line: String) {
    var lines = try text(of: file, in: folder).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
    let index = try #require(lines.indices.first { edit(lines[$0]) != lines[$0] })
    lines[index] = edit(lines[index])
    try folder.write(lines.joined(separator: "\n"), to: file)
    return (index + 1, lines[index])
  }

  private static let slips = [
    PlantedError(
      name: "a row shifted by one column", file: "data/llava15_7b.csv", line: "A10,",
      old: "60.6,63.9,57.4,1806,86.2,68.6,77.8,57.7,50.4,99.0",
      new: "63.9,57.4,1806,86.2,68.6,77.8,57.7,50.4,99.0,", code: "out-of-range", marked: "1806"),
    PlantedError(
      name: "a row of another table shifted by one column", file: "data/training_methods.csv",
      line: "B05,", old: ",64.4,-,58.6,-,62.3,79.9,57.8,68.9,34.9,-,85.5,-,-,",
      new: ",-,64.4,-,58.6,-,62.3,79.9,57.8,68.9,34.9,-,85.5,-,", code: "out-of-range",
      marked: "79.9"),
    PlantedError(
      name: "two columns swapped in the header", file: "data/llava15_7b.csv", line: "row,",
      old: "gqa,mmb,", new: "mmb,gqa,", code: "column-order", marked: "mmb,gqa"),
    PlantedError(
      name: "two cells swapped", file: "data/llava15_7b.csv", line: "A09,", old: "59.3,63.0",
      new: "63.0,59.3", code: "check-failed", marked: "A09,"),
    PlantedError(
      name: "a wrong average", file: "data/llava15_7b.csv", line: "A08,", old: "97.2",
      new: "97.8", code: "check-failed", marked: "97.8"),
    PlantedError(
      name: "a score that its average does not follow", file: "data/llava15_7b.csv", line: "A22,",
      old: "1561", new: "1651", code: "check-failed", marked: "86.6"),
    PlantedError(
      name: "a cost in GFLOP under TFLOP", file: "data/published_costs.csv", line: "C005,",
      old: ",3.82,", new: ",3820,", code: "check-failed", marked: "3820"),
    PlantedError(
      name: "a time in seconds under milliseconds", file: "data/fastv_latency.csv",
      line: "LLaVA-1.5-7B,0,", old: "0.138", new: "138", code: "out-of-range", marked: "138"),
    PlantedError(
      name: "a cache in GB under MB", file: "data/published_costs.csv", line: "C058,",
      old: ",302.4,", new: ",0.3024,", code: "check-failed", marked: "0.3024"),
    PlantedError(
      name: "a measured time in milliseconds under seconds", file: "data/published_costs.csv",
      line: "C034,", old: ",0.181,", new: ",181,", code: "check-failed", marked: "181"),
    PlantedError(
      name: "an erratum that corrects to the wrong unit", file: "data/errata.csv", line: "K02,",
      old: ",1.253,", new: ",1253,", code: "check-failed", marked: "1253,GFLOP"),
    PlantedError(
      name: "an erratum whose printed value is gone", file: "data/errata.csv", line: "K25,",
      old: ",63.3,", new: ",63.1,", code: "stale-erratum", marked: "63.1"),
    PlantedError(
      name: "a row that stands twice", file: "data/llava15_7b.csv", line: "A06,", old: "A06,",
      new: "A05,", code: "primary-key", marked: "A05"),
    PlantedError(
      name: "a schedule that does not exist", file: "data/llava15_7b.csv", line: "A06,",
      old: ",fastv-192,", new: ",fastv-129,", code: "foreign-key", marked: "fastv-129"),
    PlantedError(
      name: "a schedule that misses a layer", file: "data/schedules.csv", line: "visionzip-64,",
      old: "64x32", new: "64x31", code: "function-domain", marked: ""),
  ]

  @Test(arguments: slips)
  func `a slip in the data is caught at its cell`(_ slip: PlantedError) throws {
    let folder = try survey()
    let (number, line) = try change(slip.file, in: folder) {
      $0.hasPrefix(slip.line) ? $0.replacing(slip.old, with: slip.new, maxReplacements: 1) : $0
    }
    let result = try Tool.run("check", in: folder)
    #expect(result.status == 1 || result.status == 2)
    #expect(result.errors.contains("error[\(slip.code)]"), "\(result.errors)")
    guard !slip.marked.isEmpty else { return }
    let start = try #require(line.firstRange(of: slip.marked)).lowerBound
    let column = line[..<start].unicodeScalars.count + 1
    #expect(
      result.errors.contains("\(slip.file):\(number):\(column)"),
      "\(slip.file):\(number):\(column) in\n\(result.errors)")
  }

  @Test func `two columns whose cells were swapped below a right header are caught`() throws {
    let folder = try survey()
    let lines = try text(of: "data/llava15_7b.csv", in: folder).split(separator: "\n")
    let swapped = lines.enumerated().map { index, line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false)
      if index > 0 { cells.swapAt(7, 8) }
      return cells.joined(separator: ",")
    }
    try folder.write(swapped.joined(separator: "\n") + "\n", to: "data/llava15_7b.csv")
    let result = try Tool.run("check", in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("a score of the unpruned model is not what its authors publish"))
    #expect(result.errors.contains("data/llava15_7b.csv:2:1)"), "\(result.errors)")
  }

  @Test func `a flipped sign in any formula is caught in its block`() throws {
    var count = 0
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: Self.root.appending(path: "chapters").path)
    for chapter in files.sorted() where chapter.hasSuffix(".md") {
      let file = "chapters/\(chapter)"
      let lines = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      var start: Int?
      for (index, line) in lines.enumerated() {
        if line.hasPrefix("```math formula ") {
          start = index
        } else if line.hasPrefix("```") {
          start = nil
        } else if let block = start, !line.hasPrefix("%|"), line.contains(#/ [-+] /#) {
          let folder = try survey()
          var changed = lines
          changed[index] = line.replacing(#/ [-+] /#, maxReplacements: 1) {
            $0.output.contains("+") ? " - " : " + "
          }
          try folder.write(changed.joined(separator: "\n"), to: file)
          let result = try Tool.run("check", "--diagnostic-format", "json", in: folder)
          #expect(result.status == 1)
          let found = try Self.places(result.errors, in: file)
          #expect(
            found.contains { (block + 1...index + 1).contains($0) }, "\(line): \(result.errors)")
          count += 1
          start = nil
        }
      }
    }
    #expect(count >= 5)
  }

  /// The lines of all errors in a file.
  private static func places(_ errors: String, in file: String) throws -> [Int] {
    try errors.split(separator: "\n").compactMap { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard object?["file"] as? String == file, object?["severity"] as? String == "error" else {
        return nil
      }
      return object?["line"] as? Int
    }
  }

  @Test func `no sign in any formula of the survey could be flipped unnoticed`() throws {
    let result = try run(Tool.path, ["check", "-v"], in: Self.root, timeout: 120)
    #expect(!result.errors.contains("formula-untested"), "\(result.errors)")
  }

  @Test func `a stale claim and a stale pinned number are caught where they stand`() throws {
    let folder = try survey()
    let chapter = "chapters/06-llava-1.5-7b.md"
    var written = try text(of: chapter, in: folder)
    let line = written.split(separator: "\n", omittingEmptySubsequences: false).count + 1
    written += """

      FastV [keeps nine tenths](<claim:llava15_7b[row='A20'].average > 90>) and
      [91.4%](value:llava15_7b[row='A06'].average).

      """
    try folder.write(written, to: chapter)
    let result = try Tool.run("check", in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("\(chapter):\(line):7: error[claim-failed]"), "\(result.errors)")
    #expect(result.errors.contains("llava15_7b[row='A20'].average is 76.7"))
    #expect(result.errors.contains("\(chapter):\(line + 1):1: error[pinned-value]"))
  }
}
