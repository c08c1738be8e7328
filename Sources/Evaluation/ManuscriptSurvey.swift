import Diagnostics
import Markup

/// What a manuscript holds that has to be known before its text is resolved: its directives, the
/// works it cites and the labels it refers to, in reading order.
struct ManuscriptSurvey: ManuscriptWalker {
  private(set) var calls: [DirectiveCall] = []
  private(set) var citations: [String] = []
  private(set) var references: Set<String> = []

  func directives(_ name: String) -> [DirectiveCall] { calls.filter { $0.name == name } }

  mutating func visit(_ block: Block<Parsed>) {
    if case .embed(let call) = block {
      calls.append(call)
      readMentions(call.options.bytes)
    }
    descend(into: block)
  }

  mutating func visit(_ inline: Inline<Parsed>) {
    switch inline {
    case .embed(.citation(let citation)): citations += citation.items.map(\.key)
    case .embed(.reference(let label)): references.insert(label.name)
    case .embed(.pinned(let content, _, _)), .embed(.claim(let content, _, _)): walk(content)
    case .link(let link):
      if case .anchor(let name) = link.destination { references.insert(name) }
    default: break
    }
    descend(into: inline)
  }

  /// `@name` inside captions and notes, which are parsed later. A name that is neither a work nor a
  /// label does no harm here.
  private mutating func readMentions(_ bytes: [UInt8]) {
    var position = 0
    while let at = bytes[position...].firstIndex(of: UInt8(ascii: "@")) {
      var end = at + 1
      while end < bytes.count, Self.isKey(bytes[end]) { end += 1 }
      while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ":")
      {
        end -= 1
      }
      let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
      citations.append(name)
      references.insert(name)
      position = end
    }
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "-_.:/".utf8.contains(byte)
  }
}
