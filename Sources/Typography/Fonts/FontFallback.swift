/// Which fonts stand in for characters that the chosen face lacks, by script.
///
/// Order: the script's own Noto face in the weight asked for, then the theme's math face, the
/// symbol faces, and DejaVu as the last resort. Everything is found by file name; a face that is
/// not installed is passed over and its package named by `FontFolders.package(of:)`.
enum FontFallback {
  struct File: Hashable, Sendable {
    var name: String
    /// Of the face inside a collection.
    var index = 0
  }

  /// One step of a chain: the theme's math face or a fallback file.
  enum Candidate: Hashable, Sendable {
    case math
    case file(Int)
  }

  /// The order is part of the output (ids count from it): append only.
  static let files: [File] = {
    var files = [
      "NotoSerif-Regular.ttf", "NotoSerif-Italic.ttf", "NotoSerif-Bold.ttf",
      "NotoSerif-BoldItalic.ttf", "NotoSans-Regular.ttf", "NotoSans-Italic.ttf",
      "NotoSans-Bold.ttf", "NotoSans-BoldItalic.ttf", "NotoSansSymbols2-Regular.ttf",
      "NotoSansSymbols-Regular.ttf", "NotoSansMath-Regular.ttf", "DejaVuSans.ttf",
      "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf",
      "NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf",
    ].map { File(name: $0) }
    // The faces of Noto's CJK collections: JP, KR, SC, TC, HK.
    for name in ["NotoSerifCJK", "NotoSansCJK"] {
      for weight in ["Regular", "Bold"] {
        for index in 0..<4 { files.append(File(name: "\(name)-\(weight).ttc", index: index)) }
      }
    }
    for (_, name) in scripts {
      for family in ["Serif", "Sans"] {
        for weight in ["Regular", "Bold"] {
          files.append(File(name: "Noto\(family)\(name)-\(weight).ttf"))
        }
      }
    }
    // Pictographs in black; colour emoji are pictures, not glyphs.
    files.append(File(name: "Symbola_hint.ttf"))
    files.append(File(name: emojiFile))
    for (_, name) in rareScripts { files.append(File(name: "NotoSans\(name)-Regular.ttf")) }
    return files
  }()

  /// ISO 15924 codes of scripts with a Noto face of their own.
  private static let scripts: [(code: String, name: String)] = [
    ("Hebr", "Hebrew"), ("Deva", "Devanagari"), ("Thai", "Thai"), ("Armn", "Armenian"),
    ("Beng", "Bengali"), ("Ethi", "Ethiopic"), ("Geor", "Georgian"), ("Gujr", "Gujarati"),
    ("Guru", "Gurmukhi"), ("Knda", "Kannada"), ("Khmr", "Khmer"), ("Laoo", "Lao"),
    ("Mlym", "Malayalam"), ("Mymr", "Myanmar"), ("Sinh", "Sinhala"), ("Taml", "Tamil"),
    ("Telu", "Telugu"), ("Tibt", "Tibetan"),
  ]

  /// Scripts that Noto has in one upright sans face.
  private static let rareScripts: [(code: String, name: String)] = [
    ("Adlm", "Adlam"), ("Avst", "Avestan"), ("Bali", "Balinese"), ("Bamu", "Bamum"),
    ("Batk", "Batak"), ("Brah", "Brahmi"), ("Bugi", "Buginese"), ("Cakm", "Chakma"),
    ("Cans", "CanadianAboriginal"), ("Cari", "Carian"), ("Cham", "Cham"), ("Cher", "Cherokee"),
    ("Copt", "Coptic"), ("Cprt", "Cypriot"), ("Dsrt", "Deseret"),
    ("Egyp", "EgyptianHieroglyphs"), ("Glag", "Glagolitic"), ("Goth", "Gothic"),
    ("Hluw", "AnatolianHieroglyphs"), ("Hmng", "PahawhHmong"), ("Hung", "OldHungarian"),
    ("Ital", "OldItalic"), ("Java", "Javanese"), ("Kali", "KayahLi"), ("Lana", "TaiTham"),
    ("Lepc", "Lepcha"), ("Limb", "Limbu"), ("Lina", "LinearA"), ("Linb", "LinearB"),
    ("Lisu", "Lisu"), ("Lyci", "Lycian"), ("Lydi", "Lydian"), ("Mand", "Mandaic"),
    ("Mong", "Mongolian"), ("Mtei", "MeeteiMayek"), ("Newa", "Newa"), ("Nkoo", "NKo"),
    ("Ogam", "Ogham"), ("Olck", "OlChiki"), ("Orkh", "OldTurkic"), ("Orya", "Oriya"),
    ("Osge", "Osage"), ("Osma", "Osmanya"), ("Phag", "PhagsPa"), ("Phnx", "Phoenician"),
    ("Plrd", "Miao"), ("Rjng", "Rejang"), ("Rohg", "HanifiRohingya"), ("Runr", "Runic"),
    ("Samr", "Samaritan"), ("Saur", "Saurashtra"), ("Shaw", "Shavian"), ("Sidd", "Siddham"),
    ("Sund", "Sundanese"), ("Sylo", "SylotiNagri"), ("Syrc", "Syriac"), ("Tale", "TaiLe"),
    ("Talu", "NewTaiLue"), ("Tavt", "TaiViet"), ("Tfng", "Tifinagh"), ("Tglg", "Tagalog"),
    ("Thaa", "Thaana"), ("Tirh", "Tirhuta"), ("Ugar", "Ugaritic"), ("Vaii", "Vai"),
    ("Xpeo", "OldPersian"), ("Xsux", "Cuneiform"), ("Yiii", "Yi"),
  ]

  /// Colour pictures, one for each emoji; never drawn as glyphs.
  private static let emojiFile = "NotoColorEmoji.ttf"
  /// Where the colour emoji stand in `files`.
  static let emoji = files.firstIndex { $0.name == emojiFile }

  private static let scriptTags = scripts.map { tag($0.code) }
  private static let rareTags = rareScripts.map { tag($0.code) }
  private static let indices = Dictionary(
    uniqueKeysWithValues: files.enumerated().map { ($1, $0) })

  /// The faces to try for characters of a script, best first.
  ///
  /// - Parameters:
  ///   - script: ISO 15924 code as a four-byte tag.
  ///   - language: BCP 47; chooses the variant of Chinese characters.
  static func chain(
    script: UInt32, family: FontFamily, weight: FontWeight, isItalic: Bool, language: String
  ) -> [Candidate] {
    let isBold = weight != .regular
    let weightName = isBold ? "Bold" : "Regular"
    let noto = family == .serif || family == .math ? "Serif" : "Sans"
    var chain: [Candidate] = []
    func add(_ name: String, _ index: Int = 0) {
      if let at = indices[File(name: name, index: index)] { chain.append(.file(at)) }
    }
    func addNoto() {
      let style = isBold ? (isItalic ? "BoldItalic" : "Bold") : (isItalic ? "Italic" : "Regular")
      add("Noto\(noto)-\(style).ttf")
    }
    func addCJK() { add("Noto\(noto)CJK-\(weightName).ttc", cjkFace(script, language)) }

    if family == .mono { add(isBold ? "DejaVuSansMono-Bold.ttf" : "DejaVuSansMono.ttf") }
    switch script {
    case tag("Latn"), tag("Grek"), tag("Cyrl"): addNoto()
    case tag("Arab"): add("NotoNaskhArabic-\(weightName).ttf")
    case tag("Hani"), tag("Hira"), tag("Kana"), tag("Hang"), tag("Bopo"): addCJK()
    default:
      if let at = scriptTags.firstIndex(of: script) {
        for kind in noto == "Serif" ? ["Serif", "Sans"] : ["Sans", "Serif"] {
          add("Noto\(kind)\(scripts[at].name)-\(weightName).ttf")
        }
      } else if let at = rareTags.firstIndex(of: script) {
        add("NotoSans\(rareScripts[at].name)-Regular.ttf")
      }
    }
    chain.append(.math)
    add("NotoSansSymbols2-Regular.ttf")
    add("NotoSansSymbols-Regular.ttf")
    add("NotoSansMath-Regular.ttf")
    addNoto()
    add(isBold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf")
    add("Symbola_hint.ttf")
    addCJK()
    return chain
  }

  /// Kana are Japanese and Hangul Korean; other characters go by language, Simplified by default.
  private static func cjkFace(_ script: UInt32, _ language: String) -> Int {
    let language = language.lowercased()
    if script == tag("Hira") || script == tag("Kana") { return 0 }
    if script == tag("Hang") || language.hasPrefix("ko") { return 1 }
    if language.hasPrefix("ja") { return 0 }
    if language.hasPrefix("zh-tw") || language.hasPrefix("zh-hant") || language.hasPrefix("zh-hk") {
      return 3
    }
    return 2
  }
}
