import CUnicode
import Foundation
import Graphics
import Testing

@testable import Typography

/// Lines of Unicode's own test of line breaking (UAX #14).
@Suite struct LineBreakConformanceTests {
  private struct Case {
    var text: [UInt8] = []
    /// The byte offsets at which a line may end.
    var ends: Set<Int> = []

    init(_ line: Substring) throws {
      for token in line.split(separator: " ") {
        if token == "÷" {
          ends.insert(text.count)
        } else if token != "×" {
          let value = try #require(UInt32(token, radix: 16).flatMap(Unicode.Scalar.init))
          text += Array(String(value).utf8)
        }
      }
    }
  }

  private static func lines() throws -> [Substring] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "Fixtures/LineBreakTest.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
  }

  @Test func `text may be broken where Unicode's test says`() throws {
    let lines = try Self.lines()
    #expect(lines.count >= 200)
    for line in lines {
      let test = try Case(line)
      var ends = [Int32](repeating: 0, count: test.text.count + 2)
      var mandatory = [UInt8](repeating: 0, count: ends.count)
      let count = test.text.withUnsafeBytes {
        report_line_breaks(
          $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32(test.text.count), "en", &ends,
          &mandatory, Int32(ends.count))
      }
      #expect(Set(ends.prefix(Int(count)).map(Int.init)) == test.ends, "\(line)")
    }
  }

  @Test func `paragraphs end lines nowhere else`() throws {
    var typesetter = try Typesetter.make()
    // Ours to decide: quotation marks, which other languages turn round, soft hyphens before
    // brackets, the wave dash, ".com" after a space, addresses.
    let own = ["00AB", "00AD", "301C", "0020 × 002E", "002F × 002F"]
    for line in try Self.lines() where !own.contains(where: line.contains) {
      let test = try Case(line)
      let text = String(decoding: test.text, as: UTF8.self)
      let content = ParagraphContent(text, style: TextStyle(size: 10, hyphenates: false))
      let set = typesetter.breakLines(
        content, width: typesetter.measure(content).minimum + 0.01,
        style: ParagraphStyle(alignment: .left))
      // Without white space, which is dropped and collapsed where lines end.
      let visible = { (text: String) in
        text.unicodeScalars.filter {
          !$0.properties.isWhitespace && $0.value > 0x20 && $0 != "\u{200B}"
        }.count
      }
      let allowed = Set(
        test.ends.map { visible(String(decoding: test.text[..<$0], as: UTF8.self)) })
      var end = 0
      for line in set.dropLast() {
        end += visible(line.frame.text)
        #expect(allowed.contains(end), "\(text.debugDescription): \(set.map(\.frame.text))")
      }
    }
  }
}
