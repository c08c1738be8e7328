import Diagnostics
import Foundation
import Markup
import Testing

/// The survey's rule that no number is typed in its prose: all come from the data.
@Suite struct SurveyProseTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "chapters")

  @Test func `no number is typed in the prose of the survey`() throws {
    let files = try chapters()
    #expect(files.count > 20)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      let source = SourceMap().add(path: file.lastPathComponent, text: text)
      let typed = Prose(ChapterParser.parse(source).document.blocks).words.filter(isNumber)
      #expect(typed.isEmpty, "\(file.lastPathComponent) types \(typed)")
    }
  }

  @Test(arguments: [("12.5", true), ("2,880", true), ("(95%)", true), ("LLaVA-1.5", false)])
  func `a number is a word of digits, not a name with digits`(word: String, expected: Bool) {
    #expect(isNumber(word) == expected)
  }

  private func chapters() throws -> [URL] {
    let manager = FileManager.default
    return try [Self.folder, Self.folder.appending(path: "papers")].flatMap {
      try manager.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
    }.filter { $0.pathExtension == "md" }
  }

  private func isNumber(_ word: String) -> Bool {
    let core = word.trimmingCharacters(in: CharacterSet(charactersIn: "()[]\"“”.,;:%×+-−"))
    return !core.isEmpty && core.utf8.allSatisfy { (48...57).contains($0) || $0 == 44 || $0 == 46 }
  }
}

/// The words of blocks that are prose: no code, formulas, directives or embedded values, and no
/// emphasis, in which titles of papers stand.
private struct Prose {
  private(set) var words: [String] = []

  init(_ blocks: [Block<Parsed>]) { for block in blocks { add(block) } }

  private mutating func add(_ block: Block<Parsed>) {
    switch block {
    case .heading(let heading): add(heading.content)
    case .paragraph(let paragraph): add(paragraph.content)
    case .list(let list): for item in list.items { for block in item.blocks { add(block) } }
    case .quote(let quote), .aligned(_, let quote): for block in quote.blocks { add(block) }
    case .callout(let callout): for block in callout.blocks { add(block) }
    case .table(let table):
      for row in table.body.flatMap(\.rows) {
        for cell in row.cells { for block in cell.blocks { add(block) } }
      }
    case .details, .code, .math, .figure, .rule, .references, .embed: break
    }
  }

  private mutating func add(_ inlines: [Inline<Parsed>]) {
    for inline in inlines {
      switch inline {
      case .text(let text, _):
        words += text.split(whereSeparator: \.isWhitespace).map(String.init)
      case .strong(let content, _): add(content)
      case .link(let link): add(link.content)
      default: break
      }
    }
  }
}
