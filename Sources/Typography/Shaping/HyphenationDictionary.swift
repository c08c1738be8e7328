import Foundation
import Synchronization

/// The hyphenation patterns of one language, as LibreOffice's and TeX's projects share them.
///
/// The files are Debian's `hyphen-*` packages in libhyphen's format. They are read here and not by
/// libhyphen, which takes four seconds for the German file. Two-level files first cut compounds
/// into their words and then divide those. Patterns that change spelling are left out.
final class HyphenationDictionary: Sendable {
  private let compounds: HyphenationPatterns
  private let patterns: HyphenationPatterns
  /// Least letters before and after a hyphen, in the whole word and at the seams of a compound.
  private let leftMinimum, rightMinimum: Int
  private let leftSeamMinimum, rightSeamMinimum: Int
  /// Words whose breaks are given, with byte offsets.
  private let exceptions: [[UInt8]: [Int]]

  private static let loaded = Mutex<[String: HyphenationDictionary?]>([:])
  private static let folder = "/usr/share/hyphen"

  /// The dictionary of a BCP 47 tag, nil when none is installed. Each file is read once per run.
  static func of(_ language: String) -> HyphenationDictionary? {
    loaded.withLock { loaded in
      if let known = loaded[language] { return known }
      let opened = open(language)
      loaded[language] = .some(opened)
      return opened
    }
  }

  private static func open(_ language: String) -> HyphenationDictionary? {
    let parts = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    guard let code = parts.first?.lowercased() else { return nil }
    let main = ["en": "US", "de": "DE", "es": "ES", "fr": "FR", "pt": "PT"]
    let region = parts.dropFirst().last { $0.utf8.count == 2 }?.uppercased()
    let regions = [region, main[code], code.uppercased()].compactMap { $0 }
    for name in regions.map({ "\(code)_\($0)" }) + [code] {
      if let data = FileManager.default.contents(atPath: "\(folder)/hyph_\(name).dic") {
        return HyphenationDictionary([UInt8](data), language: code)
      }
    }
    return nil
  }

  /// Reads a pattern file: its encoding, options, and one or two levels of patterns.
  init(_ file: [UInt8], language: String) {
    var levels: [HyphenationPatterns] = [HyphenationPatterns(expectedBytes: file.count)]
    var minima: [String: Int] = [:]
    var isLatin1 = false
    for (number, line) in file.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).enumerated() {
      if number == 0 {
        isLatin1 = !line.starts(with: "UTF-8".utf8)
        continue
      }
      guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "%") else {
        continue
      }
      if first >= 0x41, first <= 0x5A {
        let words = String(decoding: line, as: UTF8.self).split(separator: " ")
        if words[0] == "NEXTLEVEL" {
          levels.append(HyphenationPatterns(expectedBytes: file.count))
        } else if words.count == 2, let value = Int(words[1]) {
          minima[String(words[0])] = value
        }
        continue
      }
      if line.contains(UInt8(ascii: "/")) { continue }
      let text = line.prefix { $0 > 0x20 }
      if isLatin1 {
        levels[levels.count - 1].insert(Self.utf8(ofLatin1: text))
      } else {
        levels[levels.count - 1].insert(text)
      }
    }
    patterns = levels[levels.count - 1]
    compounds = levels.count > 1 ? levels[0] : HyphenationPatterns()
    leftMinimum = max(2, minima["LEFTHYPHENMIN"] ?? 2)
    rightMinimum = max(2, minima["RIGHTHYPHENMIN"] ?? 2)
    leftSeamMinimum = minima["COMPOUNDLEFTHYPHENMIN"] ?? 2
    rightSeamMinimum = minima["COMPOUNDRIGHTHYPHENMIN"] ?? 2

    exceptions = HyphenationExceptions.table(HyphenationExceptions.words(language))
  }

  /// The byte offsets at which a lower-case word may be divided, ascending.
  ///
  /// The language's own least letters before and after a hyphen are respected.
  func points(_ word: [UInt8]) -> [Int] {
    if let known = exceptions[word] { return known }
    var points: [Int] = []
    var start = 0
    for seam in seams(word) + [word.count] {
      let part = word[start..<seam]
      let values = patterns.values(part)
      for offset in part.indices.dropFirst()
      where values[offset - start] & 1 == 1 && word[offset] & 0xC0 != 0x80
        && (start == 0 || letters(word[start..<offset]) >= leftSeamMinimum)
        && (seam == word.count || letters(word[offset..<seam]) >= rightSeamMinimum)
      {
        points.append(offset)
      }
      if seam < word.count { points.append(seam) }
      start = seam
    }
    return points.filter {
      letters(word[..<$0]) >= leftMinimum && letters(word[$0...]) >= rightMinimum
    }
  }

  /// Where a compound's words meet.
  private func seams(_ word: [UInt8]) -> [Int] {
    guard !compounds.isEmpty else { return [] }
    let values = compounds.values(word[...])
    return word.indices.dropFirst().filter { values[$0] & 1 == 1 && word[$0] & 0xC0 != 0x80 }
  }

  private func letters(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  private static func utf8(ofLatin1 text: ArraySlice<UInt8>) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      byte < 0x80 ? [byte] : [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
    }
  }
}
