import Foundation
import Graphics
import Testing

@testable import Typography

/// Lines of Unicode's own test of bidirectional text, over the paragraphs that they are.
@Suite struct BidiConformanceTests {
  private struct Case {
    var characters: String
    var base: UInt8
    /// The level of each character; nil when it is taken out.
    var levels: [UInt8?]

    init(_ line: Substring) throws {
      let fields = line.split(separator: ";")
      try #require(fields.count == 3)
      let scalars = fields[0].split(separator: " ").compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
      characters = String(String.UnicodeScalarView(scalars))
      base = try #require(UInt8(fields[1]))
      levels = fields[2].split(separator: " ").map { UInt8($0) }
      try #require(levels.count == scalars.count)
    }
  }

  @Test func `paragraphs have the levels that Unicode's test asks for`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "Fixtures/BidiCharacterTest.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(lines.count >= 200)
    for line in lines {
      let test = try Case(line)
      let found = BidiLevels(ParagraphContent(test.characters, style: TextStyle(size: 10)))
      #expect(found.base == test.base, "\(line)")
      var at = 0
      let bytes = found.text(0)
      for (scalar, level) in zip(test.characters.unicodeScalars, test.levels) {
        if let level { #expect(bytes[at] == level, "\(line)") }
        at += String(scalar).utf8.count
      }
    }
  }
}
