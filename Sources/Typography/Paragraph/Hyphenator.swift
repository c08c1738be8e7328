import CHyphen
import Foundation

/// Hyphenation patterns of one language (Liang's algorithm, by libhyphen).
final class Hyphenator {
  private let dictionary: UnsafeMutablePointer<HyphenDict>
  private let leftMinimum: Int
  private let rightMinimum: Int

  /// - Returns: nil when no patterns for the language are installed.
  init?(language: String) {
    let parts = language.replacing("-", with: "_").split(separator: "_").map(String.init)
    guard let base = parts.first?.lowercased() else { return nil }
    let region = parts.count > 1 ? parts[1].uppercased() : Self.usualRegion[base] ?? ""
    let names = ["hyph_\(base)_\(region).dic", "hyph_\(base).dic"]
    let path = names.map { "/usr/share/hyphen/" + $0 }.first { access($0, R_OK) == 0 }
    guard let path, let dictionary = hnj_hyphen_load(path) else { return nil }
    self.dictionary = dictionary
    leftMinimum = max(2, Int(dictionary.pointee.lhmin))
    rightMinimum = max(base == "en" ? 3 : 2, Int(dictionary.pointee.rhmin))
  }

  deinit { hnj_hyphen_free(dictionary) }

  private static let usualRegion = ["en": "US", "de": "DE", "fr": "FR", "es": "ES"]

  /// Byte offsets inside a lower-case word of letters at which it may be hyphenated.
  func points(in word: [UInt8]) -> [Int] {
    guard word.count >= leftMinimum + rightMinimum else { return [] }
    var marks = [CChar](repeating: 0, count: word.count + 5)
    var rep: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var pos: UnsafeMutablePointer<Int32>?
    var cut: UnsafeMutablePointer<Int32>?
    let failed = word.withUnsafeBytes {
      hnj_hyphen_hyphenate2(
        dictionary, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32(word.count), &marks,
        nil, &rep, &pos, &cut)
    }
    free(rep)
    free(pos)
    free(cut)
    guard failed == 0 else { return [] }
    // Marks count characters; offsets count bytes.
    var points: [Int] = []
    let starts = word.indices.filter { word[$0] & 0xC0 != 0x80 }
    for (character, start) in starts.enumerated()
    where character >= leftMinimum && starts.count - character >= rightMinimum {
      if marks[character - 1] & 1 == 1 { points.append(start) }
    }
    return points
  }
}
