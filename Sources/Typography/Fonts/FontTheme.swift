/// The four roles that a document's fonts play.
public enum FontFamily: UInt8, Hashable, Sendable, CaseIterable {
  case serif, sans, mono, math
}

public enum FontWeight: UInt8, Hashable, Sendable, CaseIterable {
  case regular, semibold, bold
}

/// The font files of each role, named by file; `FontLibrary` finds them in its folders.
///
/// A theme names every weight and slant. Where a family has no semibold the bold stands in.
public struct FontTheme: Hashable, Sendable {
  /// One family's files: upright and italic in each weight.
  public struct Family: Hashable, Sendable {
    public var regular, italic: String
    public var semibold, semiboldItalic: String
    public var bold, boldItalic: String

    public init(
      regular: String, italic: String, semibold: String? = nil, semiboldItalic: String? = nil,
      bold: String, boldItalic: String
    ) {
      (self.regular, self.italic) = (regular, italic)
      (self.semibold, self.semiboldItalic) = (semibold ?? bold, semiboldItalic ?? boldItalic)
      (self.bold, self.boldItalic) = (bold, boldItalic)
    }

    /// A family in TeX Gyre's naming: `texgyrepagella-regular.otf` and its three sisters.
    static func texGyre(_ name: String) -> Family {
      Family(
        regular: "texgyre\(name)-regular.otf", italic: "texgyre\(name)-italic.otf",
        bold: "texgyre\(name)-bold.otf", boldItalic: "texgyre\(name)-bolditalic.otf")
    }

    /// A family in Latin Modern's naming: `lmroman10-regular.otf` and its three sisters.
    static func latinModern(_ name: String, italic: String) -> Family {
      Family(
        regular: "lm\(name)-regular.otf", italic: "lm\(name)-\(italic).otf",
        bold: "lm\(name)-bold.otf", boldItalic: "lm\(name)-bold\(italic).otf")
    }

    func file(weight: FontWeight, italic isItalic: Bool) -> String {
      switch weight {
      case .regular: isItalic ? italic : regular
      case .semibold: isItalic ? semiboldItalic : semibold
      case .bold: isItalic ? boldItalic : bold
      }
    }
  }

  public var serif: Family
  public var sans: Family
  public var mono: Family
  /// A face with an OpenType MATH table.
  public var math: String

  public init(serif: Family, sans: Family, mono: Family, math: String) {
    (self.serif, self.sans, self.mono, self.math) = (serif, sans, mono, math)
  }

  /// TeX Gyre Pagella with Inter, JetBrains Mono and Pagella Math: the default.
  public static let pagella = FontTheme(
    serif: .texGyre("pagella"),
    sans: Family(
      regular: "Inter-Regular.otf", italic: "Inter-Italic.otf", semibold: "Inter-SemiBold.otf",
      semiboldItalic: "Inter-SemiBoldItalic.otf", bold: "Inter-Bold.otf",
      boldItalic: "Inter-BoldItalic.otf"),
    mono: jetBrainsMono, math: "texgyrepagella-math.otf")

  /// TeX Gyre Termes with Heros, JetBrains Mono and Termes Math.
  public static let termes = FontTheme(
    serif: .texGyre("termes"), sans: .texGyre("heros"), mono: jetBrainsMono,
    math: "texgyretermes-math.otf")

  /// Latin Modern, the face of TeX's classes, with JetBrains Mono.
  public static let latinModern = FontTheme(
    serif: .latinModern("roman10", italic: "italic"),
    sans: .latinModern("sans10", italic: "oblique"), mono: jetBrainsMono,
    math: "latinmodern-math.otf")

  /// STIX with Inter, JetBrains Mono and STIX Math.
  public static let stix = FontTheme(
    serif: Family(
      regular: "STIX-Regular.otf", italic: "STIX-Italic.otf", bold: "STIX-Bold.otf",
      boldItalic: "STIX-BoldItalic.otf"),
    sans: pagella.sans, mono: jetBrainsMono, math: "STIXMath-Regular.otf")

  private static let jetBrainsMono = Family(
    regular: "JetBrainsMono-Regular.ttf", italic: "JetBrainsMono-Italic.ttf",
    semibold: "JetBrainsMono-SemiBold.ttf", semiboldItalic: "JetBrainsMono-SemiBoldItalic.ttf",
    bold: "JetBrainsMono-Bold.ttf", boldItalic: "JetBrainsMono-BoldItalic.ttf")

  /// The family of a role; the math role has only one file, whatever is asked.
  func file(_ family: FontFamily, weight: FontWeight, italic: Bool) -> String {
    switch family {
    case .serif: serif.file(weight: weight, italic: italic)
    case .sans: sans.file(weight: weight, italic: italic)
    case .mono: mono.file(weight: weight, italic: italic)
    case .math: math
    }
  }
}
