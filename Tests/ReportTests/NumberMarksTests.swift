import Foundation
import TestSupport
import Testing

/// Numbers of a report that is not in English.
@Suite struct NumberMarksTests {
  private static let chapter = """
    # Kosten

    Es sind `{value ,.2f unit=€} SELECT 2280.5`, im Mittel `{value .1%} SELECT 0.696`; die
    Arbeitszahl ist [3,20](value:scores[method='b'].score).

    ```sql table #tbl-kosten
    --| caption: Kosten
    --| columns:
    --|   preis: {format: ",d", unit: EUR}
    SELECT method, score, score * 1000 AS preis FROM scores
    ```

    ```sql plot #fig-kosten
    --| caption: Preise
    --| mark: point
    --| encoding:
    --|   x: {field: preis, type: quantitative, title: Preis}
    --|   y: {field: score, type: quantitative, title: Zahl}
    SELECT method, score, score * 1000 AS preis FROM scores
    ```

    """

  private static func project(
    _ chapter: String = chapter, settings: String = "language: de\n"
  ) throws -> TemporaryFolder {
    try TemporaryFolder(project: chapter, settings: settings, rows: "a,2.25\nb,3.2\n")
  }

  private static func text(_ folder: TemporaryFolder) throws -> String {
    let result = try Tool.run("pdf", "-q", "-o", "a.pdf", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let text = try run("pdftotext", ["a.pdf", "-"], in: folder.url).output
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `tables, sentences and charts have the marks of the language`() throws {
    let text = try Self.text(try Self.project())
    for words in ["2.280,50 €", "69,6 %", "3,20", "2,25", "2.250", "3.200", "2.400"] {
      #expect(text.contains(words), "'\(words)' is not in \(text)")
    }
    let english = Self.chapter.replacing("[3,20]", with: "[3.20]")
    let other = try Self.text(try Self.project(english, settings: ""))
    for words in ["€2,280.50", "69.6%", "3.20", "2.25", "2,250"] {
      #expect(other.contains(words), "'\(words)' is not in \(other)")
    }
  }

  @Test func `the project's own marks replace those of the language`() throws {
    let settings = "language: de\nnumbers: {group: \" \", grouped-from: 5, percent: close}\n"
    let text = try Self.text(try Self.project(settings: settings))
    #expect(text.contains("2280,50 €") && text.contains("69,6%"), "\(text)")
    for (option, message) in [
      ("decimal: ';'", "';' is no decimal mark"), ("group: x", "'x' is no mark between groups"),
      ("{decimal: ',', group: ','}", "would be parted by the decimal mark"),
      ("grouped-from: 2", "cannot be grouped from 2 digits on"), ("digits: x", "numbers"),
    ] {
      let value = option.hasPrefix("{") ? option : "{\(option)}"
      let folder = try Self.project(settings: "language: de\nnumbers: \(value)\n")
      let result = try Tool.run("check", in: folder)
      #expect(result.status == 1 && result.errors.contains(message), "\(result.errors)")
    }
  }

  @Test func `a chapter in another language has its own marks`() throws {
    let folder = try Self.project("---\nlanguage: fr\n---\n\n" + Self.chapter, settings: "")
    #expect(try Self.text(folder).contains("2 280,50 €"))
  }

  @Test func `a pinned number in other marks is told, and fill mends it`() throws {
    let folder = try Self.project(Self.chapter.replacing("[3,20]", with: "[3.20]"))
    let check = try Tool.run("check", in: folder)
    #expect(check.status == 2)
    #expect(
      check.errors.contains(
        "'3.20' has not the marks of numbers in 'de', which are written as 1.234,5"))
    #expect(check.errors.contains("write 3,20 in its place"))
    let fill = try Tool.run("fill", in: folder)
    #expect(fill.output.contains("3.20 → 3,20"), "\(fill.output)\(fill.errors)")
    #expect(
      try String(contentsOf: folder.url.appending(path: "a.md"), encoding: .utf8) == Self.chapter)
  }

  @Test func `trace understands numbers as printed, and the lock keeps the point`() throws {
    let folder = try Self.project()
    for number in ["3,20", "3,2", "3.2", "3.200", "2280,5"] {
      let trace = try Tool.run("trace", number, in: folder)
      #expect(trace.status == 0, "\(number): \(trace.errors)")
    }
    #expect(try Tool.run("trace", "3.200", in: folder).output.contains("preis"))
    #expect(try Tool.run("lock", in: folder).status == 0)
    let lock = try String(contentsOf: folder.url.appending(path: "report.lock"), encoding: .utf8)
    #expect(lock.contains("3.20") && lock.contains("2280.50\u{202F}€"), "\(lock)")
    #expect(!lock.contains("\"3,20\""))
    #expect(try Tool.run("check", "--locked", in: folder).status == 0)
  }
}
