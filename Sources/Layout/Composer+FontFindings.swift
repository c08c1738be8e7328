import Diagnostics
import Markup
import MathLayout
import Typography

extension Composer {
  /// What the installed fonts could not do: characters without a glyph, at the first place of each;
  /// emoji without their pictures; languages without hyphenation patterns.
  mutating func diagnoseFonts(_ chapters: [ResolvedDocument]) {
    let inText = typesetter.missingGlyphs
    let missing =
      inText
      + mathSetter.missingGlyphs.filter { glyph in
        !inText.contains { $0.scalar == glyph.scalar }
      }
    let places =
      missing.isEmpty ? [:] : TextPlaces(of: Set(missing.map(\.scalar)), in: chapters).places
    for glyph in missing {
      let fault = DrawingFault.character(glyph.scalar, package: glyph.package)
      diagnostics.append(
        .warning(fault.code, fault.sentence, at: places[glyph.scalar], help: fault.help))
    }
    if let package = typesetter.absentEmojiPackage {
      diagnostics.append(
        .warning(
          "missing-font", "emoji are set in black: the font of their pictures is not installed",
          at: nil, help: "install the package '\(package)'"))
    }
    for language in typesetter.languagesWithoutPatterns {
      let code = language.split(separator: "-").first.map { $0.lowercased() } ?? language
      // Scripts without hyphens need no patterns.
      guard !["ar", "he", "fa", "ur", "zh", "ja", "ko", "th", "hi", "bn"].contains(code) else {
        continue
      }
      diagnostics.append(
        .warning(
          "missing-patterns", "words in '\(language)' are not divided: there are no patterns",
          at: nil, help: "install the package 'hyphen-\(code)'"))
    }
    diagnostics = diagnostics.withoutRepeats
  }
}

extension DiagnosticList {
  /// Each finding once: what is set several times, as cells are, is reported as often.
  fileprivate var withoutRepeats: DiagnosticList {
    var seen: Set<String> = []
    return DiagnosticList(
      all.filter { finding in
        let place = finding.span.map { "\($0.file) \($0.start) \($0.end)" } ?? "-"
        return finding.span == nil
          || seen.insert("\(finding.code) \(place) \(finding.message)").inserted
      })
  }
}
