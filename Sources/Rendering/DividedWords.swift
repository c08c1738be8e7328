import Graphics

/// Words that are divided between lines or pages, found before the pages are drawn: the part that
/// comes first stands for the whole word, the other parts for nothing. So search, copy and
/// extraction give the word, also over the end of a page, and keep the hyphen that an author wrote.
struct DividedWords {
  /// What is to be read in a run in place of its text.
  struct Edit {
    /// How many bytes at the run's beginning were read in the line before.
    var dropped = 0
    /// What the last word goes on with; nil for a whole word.
    var rest: [UInt8]?
  }

  /// For each page the edits of its runs, by their place among the page's runs in drawing order.
  private(set) var edits: [[Int: Edit]]

  private struct Place {
    var page, run: Int
  }

  /// A word that goes on in a line to come.
  private struct Open {
    var first: Place
    /// The line that its last part ends.
    var page: Int
    var y: Points
    /// Of its letters.
    var size: Points
  }

  private let structure: StructureTree
  private var open: [StructureID: Open] = [:]
  private var run = 0
  private var page = 0

  init(in document: PagedDocument) {
    structure = document.structure
    edits = Array(repeating: [:], count: document.pages.count)
    for (index, page) in document.pages.enumerated() {
      (self.page, run) = (index, 0)
      var elements: [StructureID] = []
      walk(page.content, y: 0, &elements)
    }
  }

  private mutating func walk(_ frame: Frame, y: Points, _ elements: inout [StructureID]) {
    for item in frame.items {
      switch item {
      case .glyphs(let glyphs, let at):
        add(glyphs, y: y + at.y, in: elements)
        run += 1
      case .frame(let inner, let at): walk(inner, y: y + at.y, &elements)
      case .group(let inner, _, _): walk(inner, y: y, &elements)
      case .beginTag(let element), .beginLink(_, _, let element): elements.append(element)
      case .endTag: elements.removeLast()
      case .path, .image, .anchor: break
      }
    }
  }

  /// - Parameter elements: the paragraph, cell or caption that the run belongs to, and what is in it.
  private mutating func add(_ glyphs: GlyphRun, y: Points, in elements: [StructureID]) {
    guard let element = elements.first, let innermost = elements.last else { return }
    let text = glyphs.text
    let role = structure[innermost].role
    let isWords = role != .code && role != .formula && !glyphs.isRightToLeft
    var start = 0
    // The last run of a line decides whether its word goes on; raised ones stand in the line, too.
    if let word = open.removeValue(forKey: element),
      word.page != page || abs(word.y - y) >= max(word.size, glyphs.size) / 2
    {
      start = isWords ? Self.wordEnd(text) : 0
      guard start > 0 else { return }
      edits[page][run, default: Edit()].dropped = start
      let first = word.first
      edits[first.page][first.run, default: Edit()].rest =
        (edits[first.page][first.run]?.rest ?? []) + Self.withoutSoftHyphen(text[..<start])
      if start == text.count, Self.isDivided(text) {
        open[element] = Open(first: first, page: page, y: y, size: glyphs.size)
        return
      }
    }
    guard isWords, start < text.count, Self.isDivided(text) else { return }
    open[element] = Open(first: Place(page: page, run: run), page: page, y: y, size: glyphs.size)
  }

  /// Whether the text ends within a word: with a soft hyphen, or with a hyphen behind a letter.
  private static func isDivided(_ text: [UInt8]) -> Bool {
    guard text.count > 1, let last = text.last else { return false }
    let before = text[text.count - 2]
    if last == 0xAD { return before == 0xC2 }
    let isLetter = before >= 0x80 || (0x61...0x7A).contains(before | 0x20) || isDigit(before)
    return last == UInt8(ascii: "-") && isLetter
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Where the first word of a text ends.
  private static func wordEnd(_ text: [UInt8]) -> Int {
    text.indices.first { isSpace(text, $0) } ?? text.count
  }

  fileprivate static func isSpace(_ text: [UInt8], _ at: Int) -> Bool {
    text[at] == 0x20 || text[at] == 0xC2 && at + 1 < text.count && text[at + 1] == 0xA0
  }

  fileprivate static func withoutSoftHyphen(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.suffix(2) == [0xC2, 0xAD] ? text.dropLast(2) : text
  }
}

extension DividedWords.Edit {
  /// A run with the text that is read in its place; its glyphs stay.
  func applied(to run: GlyphRun) -> GlyphRun {
    var run = run
    if let rest { extendLastWord(of: &run, by: rest) }
    if dropped > 0 { dropFirstWord(of: &run) }
    return run
  }

  private func extendLastWord(of run: inout GlyphRun, by rest: [UInt8]) {
    var (cluster, start, at) = (0, 0, 0)
    for (index, each) in run.clusters.enumerated() where at < run.text.count {
      let end = at + Int(each.bytes)
      if end <= dropped || DividedWords.isSpace(run.text, at) {
        (cluster, start) = (index + 1, end)
      }
      at = end
    }
    let word = DividedWords.withoutSoftHyphen(run.text[start...]) + rest
    guard cluster < run.clusters.count, word.count <= Int(UInt16.max) else { return }
    let glyphs = run.clusters[cluster...].reduce(0) { $0 + Int($1.glyphs) }
    run.clusters.replaceSubrange(
      cluster..., with: [TextCluster(bytes: word.count, glyphs: glyphs)])
    run.text.replaceSubrange(start..., with: word)
  }

  private func dropFirstWord(of run: inout GlyphRun) {
    var (clusters, bytes, glyphs) = (0, 0, 0)
    while clusters < run.clusters.count, bytes < dropped {
      bytes += Int(run.clusters[clusters].bytes)
      glyphs += Int(run.clusters[clusters].glyphs)
      clusters += 1
    }
    run.clusters.replaceSubrange(..<clusters, with: [TextCluster(bytes: 0, glyphs: glyphs)])
    run.text.removeFirst(bytes)
  }
}
