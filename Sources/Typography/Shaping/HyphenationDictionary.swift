import CHyphen
import Foundation
import Synchronization

/// The hyphenation patterns of one language, read by libhyphen (Liang's algorithm).
///
/// Patterns are looked up in Debian's folder by language tag; each file is read once per run.
final class HyphenationDictionary: @unchecked Sendable {
  // Unchecked: libhyphen only reads the pattern automaton after loading.
  private let patterns: UnsafeMutablePointer<HyphenDict>
  private let isUTF8: Bool
  /// Words whose breaks are given, with byte offsets.
  private let exceptions: [[UInt8]: [Int]]

  private static let loaded = Mutex<[String: HyphenationDictionary?]>([:])
  private static let folder = "/usr/share/hyphen"

  /// The dictionary of a BCP 47 tag, nil when none is installed.
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
      let path = "\(folder)/hyph_\(name).dic"
      if FileManager.default.fileExists(atPath: path), let patterns = hnj_hyphen_load(path) {
        return HyphenationDictionary(patterns, exceptions: HyphenationExceptions.words(code))
      }
    }
    return nil
  }

  private init(_ patterns: UnsafeMutablePointer<HyphenDict>, exceptions words: [String]) {
    self.patterns = patterns
    isUTF8 = patterns.pointee.utf8 != 0
    var exceptions: [[UInt8]: [Int]] = [:]
    for word in words {
      var bytes: [UInt8] = []
      var points: [Int] = []
      for byte in word.utf8 {
        if byte == UInt8(ascii: "-") { points.append(bytes.count) } else { bytes.append(byte) }
      }
      exceptions[bytes] = points
    }
    self.exceptions = exceptions
  }

  deinit { hnj_hyphen_free(patterns) }

  /// The byte offsets at which a lower-case word may be divided, ascending.
  ///
  /// The language's own least letters before and after a hyphen are respected. Divisions that
  /// would change the spelling are left out.
  func points(_ word: [UInt8]) -> [Int] {
    if let known = exceptions[word] { return known }
    var encoded = word
    if !isUTF8 {
      guard let latin = Self.latin1(word) else { return [] }
      encoded = latin
    }
    var marks = [CChar](repeating: 0, count: encoded.count + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    let count = Int32(encoded.count)
    let failed = encoded.withUnsafeBytes { text in
      hnj_hyphen_hyphenate2(
        patterns, text.assumingMemoryBound(to: CChar.self).baseAddress, count, &marks, nil,
        &replacements, &positions, &cuts)
    }
    defer {
      if let replacements {
        for i in 0..<encoded.count { free(replacements[i]) }
      }
      free(replacements)
      free(positions)
      free(cuts)
    }
    guard failed == 0 else { return [] }
    // Marks count characters; bytes are wanted.
    var points: [Int] = []
    var character = -1
    for (offset, byte) in word.enumerated() where byte & 0xC0 != 0x80 {
      if character >= 0, marks[character] & 1 == 1, replacements?[character] == nil {
        points.append(offset)
      }
      character += 1
    }
    return points
  }

  /// ISO 8859-1 of UTF-8, nil when a character is not in it.
  private static func latin1(_ utf8: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var i = 0
    while i < utf8.count {
      let byte = utf8[i]
      if byte < 0x80 {
        bytes.append(byte)
        i += 1
      } else if byte == 0xC2 || byte == 0xC3, i + 1 < utf8.count {
        bytes.append((byte & 0x03) << 6 | (utf8[i + 1] & 0x3F))
        i += 2
      } else {
        return nil
      }
    }
    return bytes
  }
}
