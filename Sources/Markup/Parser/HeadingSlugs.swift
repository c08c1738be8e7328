/// Anchors of headings without a label, as code hosts make them, so that `[text](#a-heading)` works.
struct HeadingSlugs {
  private var counts: [String: Int] = [:]

  /// The anchor of the next heading with this text: lower case, spaces to hyphens, punctuation
  /// dropped; `-1`, `-2` … for repeated ones.
  mutating func slug(for text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": slug.append("-")
      case "-", "_": slug.unicodeScalars.append(scalar)
      default:
        if isWord(scalar) { slug += scalar.properties.lowercaseMapping }
      }
    }
    let count = counts[slug, default: 0]
    counts[slug] = count + 1
    return count == 0 ? slug : "\(slug)-\(count)"
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}
