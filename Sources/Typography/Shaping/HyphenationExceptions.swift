/// Words that the patterns divide wrongly or not at all, with their divisions.
///
/// English: the American exceptions of TeX's `ushyphex` that occur in technical prose, and words of
/// our field.
enum HyphenationExceptions {
  /// Byte offsets of the divisions of each word, by the word in small letters.
  static func table(_ words: [String]) -> [[UInt8]: [Int]] {
    var table: [[UInt8]: [Int]] = [:]
    for word in words {
      var bytes: [UInt8] = []
      var points: [Int] = []
      for byte in word.lowercased().utf8 {
        if byte == UInt8(ascii: "-") { points.append(bytes.count) } else { bytes.append(byte) }
      }
      table[bytes] = points
    }
    return table
  }

  /// The first part of a BCP 47 tag.
  static func code(_ language: String) -> String {
    language.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? ""
  }

  /// - Parameter language: the first part of a BCP 47 tag.
  static func words(_ language: String) -> [String] {
    switch language {
    case "en":
      [
        "analy-sis", "analy-ses", "as-so-ciate", "as-so-ciates", "base-line", "base-lines",
        "bench-mark", "bench-marks", "com-put-able", "data-base", "data-bases", "data-set",
        "data-sets", "dec-li-na-tion", "de-riv-a-tive", "eigen-value", "eigen-values",
        "em-bed-ding", "em-bed-dings", "en-coder", "en-coders", "de-coder", "de-coders",
        "equi-vari-ant", "for-mat-ted", "hyper-param-e-ter", "hyper-param-e-ters", "in-fer-ence",
        "meta-data", "meth-od", "meth-ods", "mod-ule", "mul-ti-modal", "name-space",
        "oblig-a-tory", "par-a-digm", "par-a-digms", "pa-ram-e-ter", "pa-ram-e-ters", "pat-ent",
        "phe-nom-e-non", "phil-an-thropic", "pre-fill", "pres-ent", "pres-ents", "project",
        "projects", "prob-lem", "prob-lems", "pro-gram-mable", "ref-or-ma-tion",
        "ret-ri-bu-tion", "record", "records", "soft-max", "ta-ble", "ta-bles", "through-put",
        "time-stamp", "to-ken", "to-kens", "to-ken-izer", "trans-former", "trans-formers",
        "white-space", "work-load", "work-loads",
      ]
    case "de": ["An-alpha-bet", "Text-block"].map { $0.lowercased() }
    default: []
    }
  }
}
